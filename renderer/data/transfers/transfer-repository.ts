import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { standardCalendar } from '#shared/domain/calendar/work-days.ts';
import type { ReachForm } from '#shared/domain/member-life/event-kind-table.ts';
import type { MemberTransferFields } from '#shared/domain/transfer/member-transfer-record.ts';
import { introductions } from '#shared/domain/transfer/introduction.ts';
import { defaultTransferRules, lastDayToShow } from '#shared/domain/transfer/transfer-deadlines.ts';
import { isThroughProvince, refuseEnd, refuseIssue, refuseStep } from '#shared/domain/transfer/transfer-rules.ts';
import { entities } from '#shared/entities.ts';
import { attachmentDraft, type StoredFile } from '../documents/attachment-draft.ts';
import type { Office } from '../office.ts';
import type { MemberRow, MemberTransferRow } from '../rows.ts';
import { readSetting } from '../settings/use-setting.ts';
import { stockSpoiledOps, stockUsedOp } from '../stock/stock-repository.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { addRecord, removeRecord, saveRecord } from '../write/save-record.ts';
import { introductionOps, voidIntroductionOps, type IntroductionOrder } from './introduction-ops.ts';
import { paperMoveOps } from './paper-moves.ts';

/** What is said of a transfer while it is prepared. */
export type TransferDraft = Pick<
  MemberTransferFields,
  | 'memberId'
  | 'kind'
  | 'recipient'
  | 'recipientName'
  | 'fromUnitId'
  | 'toUnitName'
  | 'reason'
  | 'isStudy'
  | 'askedOn'
  | 'checked'
  | 'feePaidUntil'
  | 'until'
>;

const unsent = {
  state: 'draft',
  introductionId: null,
  introductionNumber: '',
  issuedOn: null,
  showBy: null,
  withdrawReason: '',
  completedOn: null,
  endedOn: null,
  endNote: '',
} as const;

/** Begins a transfer: nothing of it leaves this office yet. */
export function addTransfer(office: Office, draft: TransferDraft): Promise<WriteResult> {
  return addRecord(office, 'memberTransfer', { ...draft, ...unsent });
}

/** Changes what is prepared; of one that is given out, the last day of temporary activity. `seen`: the row's `seq` when the form was opened. */
export function saveTransfer(
  office: Office,
  id: string,
  changes: Partial<Omit<TransferDraft, 'memberId'>>,
  seen: number,
): Promise<WriteResult> {
  return saveRecord(office, 'memberTransfer', id, changes, seen);
}

/** Drops a transfer that was only prepared. Errors: `transfer-settled` (it is given out), `record-missing`. */
export async function dropTransfer(office: Office, id: string): Promise<WriteResult> {
  const row = await office.db.memberTransfers.get(id);
  if (row !== undefined && row.state !== 'draft')
    return commit(office, () => Promise.resolve(err({ code: 'transfer-settled' as const })));
  return removeRecord(office, 'memberTransfer', id);
}

/** What is asked when the introduction paper is given out; the kind is the transfer's. */
export type IssueOrder = Omit<IntroductionOrder, 'kind'>;

/** The number on the paper; empty while it waits for the PC that holds the book, and the transfer with it. */
export type Issued = { readonly symbol: string };

/**
 * Gives the introduction paper out: number, day, the last day to show it, and one form used, in one act. A paper that has to wait for its number stays
 * with the draft; asked again once it has one, it is given out under it. Errors: `record-missing`, `transfer-settled`, `transfer-open`,
 * `member-not-here`, `values-unsettled`, `introduction-unnumbered`, and those of `introductionOps`.
 */
export async function issueTransfer(office: Office, id: string, order: IssueOrder): Promise<WriteResult<Issued>> {
  let symbol = '';
  const saved = await commit(office, async (reader) => {
    const found = await findReady(office, reader, id, order.issuedOn);
    if (!found.ok) return found;
    const { transfer, member } = found.value;
    const paper = await paperOf(office, reader, transfer, order);
    if (!paper.ok) return paper;
    const linked = { introductionId: paper.value.id };
    const own: OpDraft = { t: 'set', stream: transfer.stream, type: 'memberTransfer', id, f: linked };
    ({ symbol } = paper.value);
    if (symbol === '') return ok([...paper.value.ops, own]);
    const { day } = paper.value;
    const [calendar, rules] = [await readSetting(office, 'work-calendar'), await readSetting(office, 'transfer-rules')];
    const showBy = lastDayToShow(day, rules ?? defaultTransferRules, calendar ?? standardCalendar);
    const issued = { ...linked, state: 'issued', introductionNumber: symbol, issuedOn: day, showBy };
    const used = stockUsedOp(office, introductions[transfer.kind].item, { on: day, note: symbol, sourceId: id });
    const moved = await paperMoveOps(office, reader, member.id, {
      step: 'issue',
      transfer: { ...transfer, introductionNumber: symbol, issuedOn: day },
      on: day,
    });
    if (!moved.ok) return moved;
    return ok([...paper.value.ops, { ...own, f: issued }, used, ...moved.value]);
  });
  return saved.ok ? ok({ ...saved.value, symbol }) : saved;
}

type Ready = { readonly transfer: MemberTransferRow; readonly member: MemberRow };

/** The transfer and its member, when nothing stands in the way of giving the paper out. */
async function findReady(
  office: Office,
  reader: RecordReader,
  id: string,
  issuedOn: PlainDate,
): Promise<Result<Ready, Refusal>> {
  const transfer = await reader.row('memberTransfer', id);
  const member = transfer && (await reader.row('member', transfer.memberId));
  if (transfer === undefined || transfer.removed || member === undefined || member.removed)
    return err({ code: 'record-missing' });
  if (transfer.state !== 'draft') return err({ code: 'transfer-settled' });
  const strict: Readonly<Record<string, string>> = entities.member.policies;
  if (member.conflicts.some((field) => strict[field] === 'strict')) return err({ code: 'values-unsettled' });
  const all: MemberTransferRow[] = await office.db.memberTransfers.where('memberId').equals(member.id).toArray();
  const others = all.filter((other) => other.id !== id && !other.removed);
  const code = refuseIssue({ introductionNumber: '–', issuedOn }, member.state, others);
  return code === undefined ? ok({ transfer, member }) : err({ code });
}

type Paper = {
  readonly id: string;
  readonly symbol: string;
  readonly day: PlainDate;
  readonly ops: readonly OpDraft[];
};

/** The introduction paper: made now, or the one that waited for its number. */
async function paperOf(
  office: Office,
  reader: RecordReader,
  transfer: MemberTransferRow,
  order: IssueOrder,
): Promise<Result<Paper, Refusal>> {
  const held = transfer.introductionId === null ? undefined : await reader.row('outgoing', transfer.introductionId);
  if (held !== undefined && !held.removed && held.state !== 'void') {
    if (held.number === null || held.issuedOn === null) return err({ code: 'introduction-unnumbered' });
    return ok({ id: held.id, symbol: held.symbol, day: held.issuedOn, ops: [] });
  }
  const made = await introductionOps(office, { ...order, kind: transfer.kind });
  return made.ok ? ok({ ...made.value, day: order.issuedOn }) : made;
}

/**
 * Takes a transfer back that nobody has answered: the paper is void, the form spoiled. The home never left. Errors: `record-missing`, `reason-wanted`,
 * `transfer-settled`.
 */
export function withdrawTransfer(office: Office, id: string, reason: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const transfer = await reader.row('memberTransfer', id);
    if (transfer === undefined || transfer.removed) return err({ code: 'record-missing' });
    const withdrawReason = reason.trim();
    const code = refuseStep(transfer, { ...transfer, state: 'withdrawn', withdrawReason });
    if (code !== undefined || transfer.state === 'withdrawn') return err({ code: code ?? 'transfer-settled' });
    const paper = transfer.introductionId === null ? undefined : await reader.row('outgoing', transfer.introductionId);
    const f = { state: 'withdrawn', withdrawReason };
    const moved = await paperMoveOps(office, reader, transfer.memberId, {
      step: 'withdraw',
      transfer,
      on: office.today(),
      reason: withdrawReason,
    });
    if (!moved.ok) return moved;
    return ok([
      { t: 'set', stream: transfer.stream, type: 'memberTransfer', id, f },
      ...(paper === undefined || paper.state === 'void' ? [] : voidIntroductionOps(paper, withdrawReason)),
      ...(await stockSpoiledOps(office, id, withdrawReason)),
      ...moved.value,
    ]);
  });
}

/** What the other office's paper says. `reach`: how far the member went, of one who went for good (form 1-TCTW). */
export type PaperConfirmation = {
  readonly completedOn: PlainDate;
  readonly unitName: string;
  readonly reach?: ReachForm;
};

/** The other office has confirmed a transfer by paper: the member leaves, or is away from now on. Errors: `record-missing`, `not-allowed`, `transfer-settled`. */
export function confirmByPaper(
  office: Office,
  id: string,
  { completedOn, unitName, reach }: PaperConfirmation,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const transfer = await reader.row('memberTransfer', id);
    if (transfer === undefined || transfer.removed) return err({ code: 'record-missing' });
    const code = isThroughProvince(transfer)
      ? 'not-allowed'
      : refuseStep(transfer, { ...transfer, state: 'completed', completedOn });
    if (code !== undefined || transfer.state === 'completed') return err({ code: code ?? 'transfer-settled' });
    const f = { state: 'completed', completedOn, acceptedUnitName: unitName.trim() };
    const moved = await paperMoveOps(office, reader, transfer.memberId, {
      step: 'confirm',
      transfer: { ...transfer, acceptedUnitName: f.acceptedUnitName },
      on: completedOn,
      ...(reach !== undefined && { reach }),
    });
    if (!moved.ok) return moved;
    return ok([{ t: 'set', stream: transfer.stream, type: 'memberTransfer', id, f }, ...moved.value]);
  });
}

/**
 * The member is back from temporary activity or from abroad. What went through the province is ended by it on both sides; what went by paper is ended
 * here. Errors: `record-missing`, `not-allowed`, `transfer-settled`.
 */
export function endTransfer(office: Office, id: string, endedOn: PlainDate, note: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const transfer = await reader.row('memberTransfer', id);
    if (transfer === undefined || transfer.removed) return err({ code: 'record-missing' });
    const f = { endedOn, endNote: note.trim() };
    const code = refuseEnd(transfer, { ...transfer, ...f });
    if (code !== undefined || transfer.endedOn !== null) return err({ code: code ?? 'transfer-settled' });
    const moved = await paperMoveOps(office, reader, transfer.memberId, {
      step: 'end',
      transfer,
      on: endedOn,
      reason: note,
    });
    if (!moved.ok) return moved;
    return ok([{ t: 'set', stream: transfer.stream, type: 'memberTransfer', id, f }, ...moved.value]);
  });
}

/** Names a stored file under a transfer: the introduction paper as it was printed, a scan of the other office's confirmation. */
export function attachToTransfer(office: Office, id: string, file: StoredFile): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('memberTransfer', id);
    return row === undefined || row.removed
      ? err({ code: 'record-missing' })
      : attachmentDraft(office, id, file, 'memberTransfer');
  });
}
