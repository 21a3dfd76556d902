import { uuidv7 } from 'uuidv7';
import { generateCommune } from '#e2e/sample/commune.ts';
import type { SampleAct } from '#e2e/sample/sample-pc.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { RightsCase } from './rights-case.ts';

type Fields = Record<string, FieldValue>;

const NOW = '2026-11-20T02:00:00.000Z';
const TODAY = '2026-11-20';

/** A cell the secretary of the proof belongs to, one below it, and one that is another's. */
export type ProofCells = { readonly own: SampleAct; readonly below: SampleAct; readonly other: SampleAct };

/** The cells, to be made before anybody tries anything. */
export function createProofCells(): ProofCells {
  const unit = (name: string, parentId: string | null): SampleAct => ({
    t: 'set',
    type: 'unit',
    id: uuidv7(),
    f: { ...usualUnit, name, kind: 'cell', parentId, order: 1, validFrom: null, validTo: null },
  });
  const own = unit('Chi bộ Nà Mẫu', null);
  return { own, below: unit('Tổ đảng Nà Mẫu', own.id), other: unit('Chi bộ Pác Mẫu', null) };
}

/** What others have done before somebody tries: who proposes changes, and the arrival of a member from another office that waits for an answer. */
export type ProofOthers = { readonly proposer: string; readonly arrivalId: string };

/** Acts on members and in the life of cells. `by`: who will try them. Those marked `foreign` are about a cell that is not the secretary's own. */
export function createMemberCases(
  { own, below, other }: ProofCells,
  by: string,
  { proposer, arrivalId }: ProofOthers,
): readonly RightsCase[] {
  const sample = generateCommune({ seed: 'rights', documents: 0, members: 30, today: toPlainDate(TODAY) });
  const known = must(sample.members[0], 'the sample has a member').fields as unknown as Fields;
  // Somebody who is not known may still name himself.
  const self = by === '' ? uuidv7() : by;
  const make = (type: string, f: Fields): SampleAct => ({ t: 'set', type, id: uuidv7(), f });
  const edit = ({ type, id }: SampleAct, f: Fields): SampleAct => ({ t: 'set', type, id, f });
  const remove = ({ type, id }: SampleAct): SampleAct => ({ t: 'del', type, id, f: {} });
  const memberIn = (unit: SampleAct): SampleAct => make('member', { ...known, unitId: unit.id });
  const [mine, theirs] = [memberIn(own), memberIn(other)];

  const event = (): SampleAct =>
    make('memberEvent', {
      ...{ memberId: mine.id, kind: 'rewarded', effectiveOn: TODAY, until: null, decision: null, decisionId: null },
      ...{ state: 'proposed', voidReason: '', sets: {}, before: {}, unitId: null, form: '', number: '', years: null },
      ...{ amount: null, isPastOnly: false, place: '', reason: '', transferId: null, note: '' },
    });
  const badge = (): SampleAct => {
    const asked = event();
    return { ...asked, f: { ...asked.f, kind: 'badge', years: 30, form: 'early', reason: 'Bệnh nặng' } };
  };
  const change = (proposedBy: string): SampleAct =>
    make('memberChange', {
      ...{ memberId: mine.id, field: 'cardNumber', from: '', to: '86104227', reason: 'Ghi nhầm', decision: null },
      ...{ proposedBy: proposedBy, proposedAt: NOW, state: 'proposed', decidedBy: null, decidedAt: null, refusal: '' },
    });
  const transfer = (): SampleAct =>
    make('memberTransfer', {
      ...{ memberId: mine.id, kind: 'official', recipient: '', recipientName: 'Đảng uỷ xã Mẫu', fromUnitId: own.id },
      ...{
        toUnitName: '',
        reason: '',
        isStudy: false,
        askedOn: TODAY,
        checked: [],
        feePaidUntil: null,
        state: 'draft',
      },
      ...{ introductionId: null, introductionNumber: '', issuedOn: null, showBy: null, until: null },
      ...{ withdrawReason: '', completedOn: null, endedOn: null, endNote: '' },
    });
  const line = make('memberLine', {
    ...{ memberId: mine.id, kind: 'work', from: null, to: null, title: 'Kế toán', place: '', detail: '' },
    ...{ relation: '', personName: '', bornYear: null, order: 1 },
  });
  const fileOf = (owner: SampleAct): SampleAct =>
    make('attachment', {
      ...{ documentId: owner.id, ownerType: owner.type, hash: 'ab'.repeat(32), name: 'ban-quet.pdf', size: 10 },
      ...{ mime: 'application/pdf', pages: 1, addedAt: NOW },
    });
  const stock = make('formStock', { item: 'badge', act: 'received', on: TODAY, count: 3, note: '' });
  const batch = make('importBatch', {
    ...{ kind: 'members', fileName: 'ds.xlsx', fileHash: 'ab'.repeat(32), startedBy: self, startedAt: NOW, device: 1 },
    ...{ state: 'done', rows: 1, created: 1, changed: 0, undoneBy: null, undoneAt: null },
  });
  const basis = (member: SampleAct): SampleAct =>
    make('feeBasis', {
      ...{ memberId: member.id, from: '2026-11', category: 'pension', base: 5_000_000, agreed: null },
      ...{ decision: null, note: '' },
    });
  const payment = (member: SampleAct, unit: SampleAct): SampleAct =>
    make('feePayment', {
      ...{ memberId: member.id, unitId: unit.id, month: '2026-11', due: 25_000, paid: 25_000, paidOn: TODAY },
      ...{ way: 'cash', receiptNumber: '', receivedBy: '', note: '' },
    });
  const handUp = (unit: SampleAct): SampleAct =>
    make('feeHandUp', {
      ...{ unitId: unit.id, month: '2026-11', collected: 100_000, kept: 30_000, handedUp: 70_000, on: TODAY },
      ...{ receiptNumber: '', note: '' },
    });
  const rating = (member: SampleAct | null, unit: SampleAct, more: Fields = {}): SampleAct =>
    make('rating', {
      ...{ memberId: member?.id ?? null, unitId: unit.id, period: '2026', scores: {}, selfLevel: null },
      ...{ proposedLevel: 'good', decidedLevel: null, votesFor: null, votesCast: null, notRated: '' },
      ...{ meetingId: null, decision: null, note: '', ...more },
    });
  const meeting = (unit: SampleAct): SampleAct =>
    make('meeting', {
      ...{ unitId: unit.id, kind: 'regular', title: 'Sinh hoạt tháng 11', startsAt: NOW, endsAt: null, place: '' },
      ...{ chair: '', clerk: '', state: 'planned', agenda: [], documentIds: [], invitation: '', minutes: '' },
      ...{ conclusion: '', resolution: '', resolutionSymbol: '', scores: {}, cancelReason: '' },
    });
  const attendance = (of: SampleAct): SampleAct =>
    make('attendance', {
      ...{ meetingId: of.id, memberId: mine.id, standing: 'official', status: 'present', reason: '', noted: 'hand' },
    });
  const opinion = (of: SampleAct): SampleAct =>
    make('meetingOpinion', {
      ...{ meetingId: of.id, memberId: null, personName: 'Lý Văn Mẫu', text: 'Nhất trí', order: 1, isBefore: false },
    });
  const vote = (of: SampleAct): SampleAct =>
    make('meetingVote', {
      ...{ meetingId: of.id, question: 'Thông qua', way: 'hands', needs: 'half', count: null, order: 1 },
    });
  const task = (of: SampleAct): SampleAct =>
    make('meetingTask', {
      ...{ meetingId: of.id, text: 'Vận động', memberId: null, assignee: '', dueOn: null, state: 'open' },
      ...{ doneOn: null, result: '', order: 1 },
    });
  const file = (of: SampleAct): SampleAct =>
    make('attachment', {
      ...{ documentId: of.id, ownerType: of.type, hash: 'ab'.repeat(32), name: 'tai-lieu.pdf', size: 9 },
      ...{ mime: 'application/pdf', pages: 1, addedAt: NOW },
    });
  const study = (): SampleAct =>
    make('studyItem', {
      ...{ title: 'Chuyên đề mẫu', symbol: '', issuer: '', issuedOn: null, topic: '', summary: '' },
      ...{ documentId: null, readingMinutes: 10, dueOn: null, isClosed: false },
    });
  const reading = (of: SampleAct, member: SampleAct): SampleAct =>
    make('studyReading', { itemId: of.id, memberId: member.id, on: TODAY, meetingId: null });

  const decision = { symbol: '15-QĐ/ĐU', issuedOn: TODAY, issuer: 'Đảng uỷ xã', signer: '' };
  const unitEvent = (): SampleAct =>
    make('unitEvent', {
      ...{ kind: 'renamed', on: TODAY, fromUnitIds: [other.id], toUnitIds: [other.id], foundedUnitIds: [] },
      ...{ formerName: 'Chi bộ Pác Mẫu', name: 'Chi bộ Pác Mới', formerParentId: null, parentId: null },
      ...{ memberUnits: {}, carriedWork: {}, decision, note: '', voidReason: '' },
    });
  const post = (): SampleAct =>
    make('appointment', {
      ...{ unitId: other.id, memberId: null, personName: 'Lý Văn Mẫu', kind: 'secretary', post: 'Bí thư chi bộ' },
      ...{ order: 1, termName: '2025-2030', from: TODAY, to: null, decision: null },
    });
  const [told, wrong, given, mistaken] = [unitEvent(), unitEvent(), post(), post()];

  const [held, lower, foreign] = [meeting(own), meeting(below), meeting(other)];
  const [changed, undone, taken, asked] = [event(), event(), transfer(), badge()];
  const read = study();
  const [paid, theirPaid] = [payment(mine, own), payment(theirs, other)];
  const [rated, decided, theirRated] = [rating(mine, own), rating(mine, own), rating(theirs, other)];
  const [noted, theirNoted] = [attendance(held), attendance(foreign)];
  const kept = file(held);
  const [dropped, theirDropped] = [meeting(own), meeting(other)];
  const settle = (f: Fields): RightsCase => {
    const asked = change(proposer);
    const act = { ...edit(asked, { ...f, decidedBy: self, decidedAt: NOW }), base: Number.MAX_SAFE_INTEGER };
    return { action: 'member.confirm', needs: [mine], needsOfOther: [asked], act };
  };
  const answer: SampleAct = {
    ...{ t: 'set', type: 'memberArrival', id: arrivalId, base: Number.MAX_SAFE_INTEGER },
    f: { answer: 'refused', answerNote: 'Hồ sơ thiếu', answeredBy: self, answeredAt: NOW },
  };
  const [ours, both] = [[mine], [mine, theirs]];
  const inCell = 'foreign' as const;
  return [
    { action: 'member.edit', needs: ours, act: line },
    { action: 'member.edit', needs: ours, act: fileOf(mine) },
    { action: 'member.propose', needs: ours, act: change(self) },
    settle({ state: 'confirmed' }),
    settle({ state: 'refused', refusal: 'Chưa đủ căn cứ' }),
    { action: 'transfer.answer', needs: [], act: answer },
    { action: 'event.record', needs: ours, act: event() },
    { action: 'event.record', needs: [...ours, changed], act: edit(changed, { note: 'Bổ sung' }) },
    { action: 'event.record', needs: [...ours, undone], act: edit(undone, { state: 'void', voidReason: 'Ghi nhầm' }) },
    { action: 'event.record', needs: [...ours, changed], act: fileOf(changed) },
    { action: 'event.record', needs: ours, act: badge() },
    {
      action: 'event.record',
      needs: [...ours, asked],
      act: edit(asked, { state: 'decided', number: '30-0001', amount: 3_510_000 }),
    },
    { action: 'transfer.send', needs: ours, act: transfer() },
    { action: 'transfer.send', needs: [...ours, taken], act: edit(taken, { reason: 'Chuyển công tác' }) },
    { action: 'stock.note', needs: [], act: stock },
    { action: 'unit.reorganise', needs: [], act: unitEvent() },
    { action: 'unit.reorganise', needs: [told], act: edit(told, { note: 'Bổ sung' }) },
    { action: 'unit.reorganise', needs: [wrong], act: edit(wrong, { voidReason: 'Ghi nhầm' }) },
    { action: 'unit.reorganise', needs: [], act: edit(other, { validTo: '2030-12-31' }) },
    { action: 'post.appoint', needs: [], act: post() },
    { action: 'post.appoint', needs: [given], act: edit(given, { to: TODAY }) },
    { action: 'post.appoint', needs: [mistaken], act: remove(mistaken) },
    { action: 'member.import', needs: [], act: batch },
    { action: 'fee.basis', needs: ours, act: basis(mine) },
    { action: 'fee.basis', needs: both, act: basis(theirs), cell: inCell },
    { action: 'fee.collect', needs: ours, act: payment(mine, own) },
    { action: 'fee.collect', needs: [...ours, paid], act: edit(paid, { note: 'Nộp bù' }) },
    { action: 'fee.collect', needs: both, act: payment(theirs, other), cell: inCell },
    { action: 'fee.collect', needs: [...both, theirPaid], act: edit(theirPaid, { unitId: own.id }), cell: inCell },
    { action: 'fee.hand-up', needs: [], act: handUp(below) },
    { action: 'fee.hand-up', needs: [], act: handUp(other), cell: inCell },
    { action: 'rating.propose', needs: ours, act: rating(mine, own) },
    { action: 'rating.propose', needs: [...ours, rated], act: edit(rated, { proposedLevel: 'fulfilled' }) },
    { action: 'rating.propose', needs: both, act: rating(theirs, own), cell: inCell },
    { action: 'rating.propose', needs: [...both, theirRated], act: remove(theirRated), cell: inCell },
    { action: 'rating.decide', needs: [...ours, decided], act: edit(decided, { decidedLevel: 'good' }) },
    { action: 'meeting.hold', needs: [], act: meeting(own) },
    { action: 'meeting.hold', needs: [lower], act: edit(lower, { place: 'Nhà văn hoá' }) },
    { action: 'meeting.hold', needs: [], act: meeting(other), cell: inCell },
    { action: 'meeting.hold', needs: [held], act: edit(held, { unitId: other.id }), cell: inCell },
    ...[attendance, opinion, vote, task, file].flatMap((child): RightsCase[] => [
      { action: 'meeting.hold', needs: [...ours, held], act: child(held) },
      { action: 'meeting.hold', needs: [...ours, foreign], act: child(foreign), cell: inCell },
    ]),
    { action: 'meeting.hold', needs: [...ours, held, noted], act: edit(noted, { status: 'excused' }) },
    {
      action: 'meeting.hold',
      needs: [...ours, foreign, theirNoted],
      act: edit(theirNoted, { status: 'absent' }),
      cell: inCell,
    },
    { action: 'meeting.remove', needs: [dropped], act: remove(dropped) },
    { action: 'meeting.remove', needs: [theirDropped], act: remove(theirDropped), cell: inCell },
    { action: 'meeting.hold', needs: [held, kept], act: remove(kept) },
    { action: 'study.edit', needs: [], act: study() },
    { action: 'study.edit', needs: [read], act: file(read) },
    { action: 'study.note', needs: [...ours, read], act: reading(read, mine) },
    { action: 'study.note', needs: [...both, read], act: reading(read, theirs), cell: inCell },
  ];
}
