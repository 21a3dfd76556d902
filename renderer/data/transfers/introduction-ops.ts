import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import { seriesOf } from '#shared/domain/register/series.ts';
import {
  introductions,
  isIntroductionBook,
  isIntroductionType,
  type IntroductionKind,
} from '#shared/domain/transfer/introduction.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import { blankPaper } from '../outgoing/begin-paper.ts';
import { chooseNumber, numberingOps } from '../outgoing/number-order.ts';
import { listRegisters } from '../registers/book-lease.ts';
import { readSeries, readStanding } from '../registers/read-series.ts';
import type { OutgoingRow, RegisterRow } from '../rows.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';

/** Who signs an introduction paper, and where. */
export type Signing = Pick<OutgoingFields, 'place' | 'signMode' | 'signBody' | 'signPost' | 'signer' | 'signerId'>;

/** What is asked of an introduction paper. `reason`: why its number stands out of the order of days, where somebody must say. */
export type IntroductionOrder = {
  readonly kind: IntroductionKind;
  readonly issuedOn: PlainDate;
  /** What the register shows: who goes where. */
  readonly abstract: string;
  readonly recipients: string;
  readonly signing: Signing;
  readonly reason: string;
};

/** The paper and its number; an empty symbol while it waits for the PC that holds the book. */
export type Introduced = { readonly id: string; readonly symbol: string; readonly ops: readonly OpDraft[] };

/** The book of introductions in use, if the office has one. */
export async function findIntroductionBook(office: Office): Promise<RegisterRow | undefined> {
  return (await listRegisters(office, 'outgoing')).find((register) => isIntroductionBook(register));
}

/**
 * Ops of an introduction paper with its number, offline too, as `numberOutgoing` gives one: from the book, from a block, else it waits for the holder.
 * Errors: `introduction-book-missing`, `register-closed`, `reason-wanted`.
 */
export async function introductionOps(office: Office, order: IntroductionOrder): Promise<Result<Introduced, Refusal>> {
  const register = await findIntroductionBook(office);
  if (register === undefined) return err({ code: 'introduction-book-missing' });
  const { typeId } = introductions[order.kind];
  const found = seriesOf(register, typeId, order.issuedOn, []);
  if (!found.ok) return err({ code: found.fault, field: 'issuedOn' });
  const state = await readSeries(office, register, found.series);
  const wish = { day: order.issuedOn, number: undefined, reason: order.reason.trim() };
  const chosen = chooseNumber(state, await readStanding(office, register), wish);
  if (!chosen.ok) return chosen;
  const row = toRow(office, order, register);
  const { id, stream } = row;
  const waiting = chosen.value === null;
  const made = fieldsOf(row, waiting ? { registerId: register.id, issuedOn: order.issuedOn } : {}, waiting);
  if (!isComplete('outgoing', made)) return err({ code: 'bad-value', field: 'signer' });
  const birth: OpDraft = { t: 'set', stream, type: 'outgoing', id, f: made };
  if (chosen.value === null) return ok({ id, symbol: '', ops: [birth] });
  const numbered = numberingOps(office, {
    row,
    register,
    series: found.series,
    state,
    day: order.issuedOn,
    chosen: chosen.value,
  });
  return ok({ id, symbol: numbered.symbol, ops: [birth, ...numbered.ops] });
}

/** How the last introduction paper was signed: the next one usually is so too; undefined before the first. */
export async function readLastSigning({ db }: Office): Promise<Signing | undefined> {
  const last = (await db.outgoings.filter(({ typeId, removed }) => !removed && isIntroductionType(typeId)).toArray())
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .at(0);
  if (last === undefined) return undefined;
  const { place, signMode, signBody, signPost, signer, signerId } = last;
  return { place, signMode, signBody, signPost, signer, signerId };
}

/** Ops that void an introduction paper: its number stays used and says why. */
export function voidIntroductionOps({ id, stream }: Pick<OutgoingRow, 'id' | 'stream'>, reason: string): OpDraft[] {
  return [{ t: 'set', stream, type: 'outgoing', id, f: { state: 'void', reason } }];
}

function toRow(
  office: Office,
  { kind, abstract, recipients, signing }: IntroductionOrder,
  register: RegisterRow,
): OutgoingRow {
  return {
    ...blankPaper,
    ...signing,
    regime: 'party',
    bodyId: register.bodyId,
    typeId: introductions[kind].typeId,
    abstract,
    recipients,
    registerId: null,
    series: '',
    number: null,
    symbol: '',
    issuedOn: null,
    numberReason: '',
    numberedBy: null,
    numberedAt: null,
    state: 'approved',
    reason: '',
    drafterId: office.actor === '' ? null : office.actor,
    createdAt: new Date(office.nowMs()).toISOString(),
    id: office.ports.newId(),
    stream: office.stream,
    seq: 0,
    pending: 0,
    conflicts: [],
    removed: false,
  };
}

function fieldsOf(row: OutgoingRow, changes: Partial<OutgoingFields>, isWaiting: boolean): OutgoingFields {
  const {
    id: _id,
    stream: _stream,
    seq: _seq,
    pending: _pending,
    conflicts: _conflicts,
    removed: _removed,
    ...fields
  } = row;
  return { ...fields, ...changes, ...(isWaiting && { state: 'awaiting-number' as const }) };
}
