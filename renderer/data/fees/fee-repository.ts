import { err, ok } from '#shared/base/result.ts';
import type { FeeBasisFields } from '#shared/domain/fee/fee-basis-record.ts';
import type { FeeHandUpFields } from '#shared/domain/fee/fee-hand-up-record.ts';
import type { FeePaymentFields } from '#shared/domain/fee/fee-payment-record.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { addRecord, removeRecord } from '../write/save-record.ts';

/** Payments of one write at most. */
export const PAYMENTS_AT_ONCE = 200;

/** Says what a member's fee is computed from, from a month on. A basis of that very month is put right, not doubled. */
export function setFeeBasis(office: Office, fields: FeeBasisFields): Promise<WriteResult> {
  return commit(office, async () => {
    const known = await office.db.feeBases
      .where('memberId')
      .equals(fields.memberId)
      .filter(({ removed, from }) => !removed && from === fields.from)
      .first();
    if (!isComplete('feeBasis', fields)) return err({ code: 'bad-value', field: 'category' });
    const id = known?.id ?? office.ports.newId();
    const stream = known?.stream ?? office.stream;
    return ok([{ t: 'set' as const, stream, type: 'feeBasis' as const, id, f: fields }]);
  });
}

/** What is given for a payment; the number of its receipt is the PC's own next one. */
export type NewPayment = Omit<FeePaymentFields, 'receiptNumber'>;

/**
 * Takes money in: all payments in one act, each with a receipt number of its own. Numbers bear the PC's, so that two PCs without a network never give the
 * same one. Errors: `bad-value`.
 */
export function takeFees(office: Office, payments: readonly NewPayment[]): Promise<WriteResult> {
  return commit(office, async () => {
    if (payments.length === 0 || payments.length > PAYMENTS_AT_ONCE) return err({ code: 'bad-value', field: 'paid' });
    const first = payments[0];
    const prefix = receiptPrefix(office, first?.paidOn.slice(0, 4) ?? '');
    const last = await lastReceipt(office, prefix);
    const drafts: OpDraft[] = [];
    for (const [index, payment] of payments.entries()) {
      const fields: FeePaymentFields = {
        ...payment,
        receiptNumber: `${prefix}${String(last + index + 1).padStart(4, '0')}`,
      };
      if (!isComplete('feePayment', fields)) return err({ code: 'bad-value', field: 'paid' });
      drafts.push({ t: 'set', stream: office.stream, type: 'feePayment', id: office.ports.newId(), f: fields });
    }
    return ok(drafts);
  });
}

/** Takes a payment out that was entered wrongly; its receipt number is not given again. */
export function removeFee(office: Office, id: string): Promise<WriteResult> {
  return removeRecord(office, 'feePayment', id);
}

/** Notes what a cell hands up for a month. Errors: `bad-value` when kept and handed up are more than was collected. */
export function handUpFees(office: Office, fields: FeeHandUpFields): Promise<WriteResult> {
  if (fields.kept + fields.handedUp > fields.collected)
    return Promise.resolve(err({ code: 'bad-value', field: 'handedUp' }));
  return addRecord(office, 'feeHandUp', fields);
}

/** `2026/03-`: year, PC. */
function receiptPrefix(office: Office, year: string): string {
  return `${year}/${String(office.device.dev).padStart(2, '0')}-`;
}

/** Removed payments count: their numbers stand on receipts somebody may hold. */
async function lastReceipt({ db }: Office, prefix: string): Promise<number> {
  const own = await db.feePayments.filter(({ receiptNumber }) => receiptNumber.startsWith(prefix)).toArray();
  return Math.max(0, ...own.map(({ receiptNumber }) => Number(receiptNumber.slice(prefix.length)) || 0));
}
