import { toPlainDate } from '#shared/base/plain-date.ts';
import type { NewDocument } from '#renderer/data/documents/register-document.ts';

/** An invented paper for tests, all fields right. */
export function fakePaper(symbol: string, extra: Partial<NewDocument> = {}): NewDocument {
  return {
    receivedOn: toPlainDate('2026-11-22'),
    symbol,
    issuedOn: null,
    issuer: 'TU',
    typeId: null,
    abstract: `V/v ${symbol}`,
    signer: '',
    urgency: 'normal',
    secrecy: 'none',
    channel: 'paper',
    dueOn: null,
    state: 'awaiting-directive',
    holderUnitId: null,
    holderStaffId: null,
    note: '',
    ...extra,
  };
}
