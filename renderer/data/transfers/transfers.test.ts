import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { MemberTransferFields } from '#shared/domain/transfer/member-transfer-record.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { addMember, saveMember } from '../members/member-repository.ts';
import { openRegister } from '../registers/register-repository.ts';
import { addRecord, saveRecord } from '../write/save-record.ts';
import { acceptMember, enterByPaper, guestLeft, refuseMember } from './member-arrival-repository.ts';
import {
  addTransfer,
  confirmByPaper,
  dropTransfer,
  endTransfer,
  issueTransfer,
  saveTransfer,
  withdrawTransfer,
  type IssueOrder,
  type TransferDraft,
} from './transfer-repository.ts';

const on = toPlainDate('2026-11-22');
const order: IssueOrder = {
  issuedOn: on,
  abstract: 'Giới thiệu đồng chí Nông Thị Đào',
  recipients: 'Đảng uỷ xã Pò Khẩu',
  signing: {
    place: 'Nà Lầu',
    signMode: 'on-behalf',
    signBody: 'BAN THƯỜNG VỤ',
    signPost: 'Phó Bí thư',
    signer: 'Vi Văn Mẫu',
    signerId: null,
  },
  reason: '',
};

let commune: FakeCommune;
let pc: FakePc;
let unitId: string;
let memberId: string;

beforeEach(async () => {
  commune = new FakeCommune();
  pc = await commune.addPc(1);
  await syncOnce(pc);
  unitId = idOf(await addRecord(pc.office, 'unit', { ...unit, name: 'Chi bộ Nà Lầu' }));
  memberId = await newMember();
});

const unit = {
  kind: 'cell',
  parentId: null,
  order: 1,
  validFrom: null,
  validTo: null,
  sort: '',
  code: '',
  formerNames: [],
  successorIds: [],
  termFrom: null,
  termTo: null,
} as const;

function idOf(saved: {
  readonly ok: boolean;
  readonly value?: { readonly id: string };
  readonly error?: unknown;
}): string {
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return must(saved.value, 'a saved record has an id').id;
}

const person: MemberFields = {
  ...blankMember,
  name: { full: 'Nông Thị Đào', family: 'Nông', middle: 'Thị', given: 'Đào' },
  admittedOn: toPartialDate('2010-02-03'),
  officialOn: toPartialDate('2011-02-03'),
};

async function newMember(fields: Partial<MemberFields> = {}): Promise<string> {
  return idOf(await addMember(pc.office, { ...person, unitId, ...fields }));
}

async function openBook(): Promise<void> {
  const fields = { book: 'outgoing', name: 'Sổ giới thiệu sinh hoạt đảng', bodyId: null, regime: 'party' } as const;
  idOf(await openRegister(pc.office, { ...fields, suffix: 'ĐU', counting: 'type-year', origin: '' }));
}

async function prepare(more: Partial<TransferDraft> = {}): Promise<string> {
  const draft: TransferDraft = {
    memberId,
    kind: 'official',
    recipient: 'po-khau',
    recipientName: 'Đảng uỷ xã Pò Khẩu',
    fromUnitId: unitId,
    toUnitName: '',
    reason: 'Chuyển nơi ở',
    isStudy: false,
    askedOn: toPlainDate('2026-11-16'),
    checked: [],
    feePaidUntil: '2026-11',
    until: null,
    ...more,
  };
  return idOf(await addTransfer(pc.office, draft));
}

const rowOf = async (id: string): Promise<MemberTransferFields> =>
  must(await pc.office.db.memberTransfers.get(id), 'there');
const memberOf = async (id = memberId): Promise<MemberFields> => must(await pc.office.db.members.get(id), 'there');
const kindsOf = async (id = memberId): Promise<string[]> =>
  (await pc.office.db.memberEvents.where('memberId').equals(id).toArray()).map(({ kind }) => kind);

describe('giving out an introduction paper', () => {
  it('numbers it in its book, counts a form as used and says until when it is to be shown', async () => {
    await openBook();
    const first = await prepare();
    expect(await issueTransfer(pc.office, first, order)).toMatchObject({ ok: true, value: { symbol: '01-GTSHĐ/ĐU' } });
    expect(await rowOf(first)).toMatchObject({
      state: 'issued',
      introductionNumber: '01-GTSHĐ/ĐU',
      issuedOn: on,
      showBy: '2027-01-04',
    });
    const paper = must(
      await pc.office.db.outgoings.get((await rowOf(first)).introductionId ?? ''),
      'the paper is there',
    );
    expect(paper).toMatchObject({
      typeId: 'party-transfer-official',
      number: 1,
      series: 'party-transfer-official@2026',
      state: 'issued',
    });
    expect(await pc.office.db.formStocks.toArray()).toMatchObject([
      { item: 'introduction-official', act: 'used', count: 1, sourceId: first, note: '01-GTSHĐ/ĐU' },
    ]);
    expect(await memberOf()).toMatchObject({ state: 'official', unitId });
    memberId = await newMember();
    const guest = await prepare({ kind: 'temporary', until: toPlainDate('2027-05-22') });
    expect(await issueTransfer(pc.office, guest, order)).toMatchObject({ ok: true, value: { symbol: '01-GTTT/ĐU' } });
  });

  it('is refused without a book, beside another transfer under way, and for who is not a member here', async () => {
    const id = await prepare();
    expect(await issueTransfer(pc.office, id, order)).toMatchObject({
      ok: false,
      error: { code: 'introduction-book-missing' },
    });
    await openBook();
    await issueTransfer(pc.office, id, order);
    expect(await issueTransfer(pc.office, id, order)).toMatchObject({ ok: false, error: { code: 'transfer-settled' } });
    const other = await prepare();
    expect(await issueTransfer(pc.office, other, order)).toMatchObject({ ok: false, error: { code: 'transfer-open' } });
    memberId = await newMember({ state: 'candidate' });
    const early = await prepare();
    expect(await issueTransfer(pc.office, early, order)).toMatchObject({
      ok: false,
      error: { code: 'member-not-here' },
    });
    expect(await dropTransfer(pc.office, early)).toMatchObject({ ok: true });
    expect(await dropTransfer(pc.office, id)).toMatchObject({ ok: false, error: { code: 'transfer-settled' } });
  });

  it('is refused while two values of the record wait for a choice', async () => {
    await openBook();
    const id = await prepare();
    await syncOnce(pc);
    const second = await commune.addPc(2);
    await syncOnce(second);
    for (const [at, cardNumber] of [
      [pc, '12345678'],
      [second, '87654321'],
    ] as const) {
      const { seq } = must(await at.office.db.members.get(memberId), 'there');
      await saveMember(at.office, memberId, { cardNumber }, seq);
    }
    for (const each of [pc, second, pc]) await syncOnce(each);
    expect(await issueTransfer(pc.office, id, order)).toMatchObject({ ok: false, error: { code: 'values-unsettled' } });
  });

  it('on a PC that does not hold the book waits for its number, and then goes under it', async () => {
    await openBook();
    const id = await prepare();
    await syncOnce(pc);
    const holder = pc;
    pc = await commune.addPc(2);
    await syncOnce(pc);
    expect(await issueTransfer(pc.office, id, order)).toMatchObject({ ok: true, value: { symbol: '' } });
    expect(await rowOf(id)).toMatchObject({ state: 'draft', introductionNumber: '' });
    expect(await issueTransfer(pc.office, id, order)).toMatchObject({
      ok: false,
      error: { code: 'introduction-unnumbered' },
    });
    await syncOnce(pc);
    await syncOnce(holder);
    await syncOnce(holder);
    await syncOnce(pc);
    expect(await issueTransfer(pc.office, id, order)).toMatchObject({ ok: true, value: { symbol: '01-GTSHĐ/ĐU' } });
    expect(await rowOf(id)).toMatchObject({ state: 'issued', introductionNumber: '01-GTSHĐ/ĐU' });
  });

  it('withdrawn, voids the paper, spoils the form, and leaves the member free for another', async () => {
    await openBook();
    const id = await prepare();
    await issueTransfer(pc.office, id, order);
    expect(await withdrawTransfer(pc.office, id, ' ')).toMatchObject({ ok: false, error: { code: 'reason-wanted' } });
    expect(await withdrawTransfer(pc.office, id, 'ở lại công tác')).toMatchObject({ ok: true });
    const { introductionId, state } = await rowOf(id);
    expect(state).toBe('withdrawn');
    expect(await pc.office.db.outgoings.get(introductionId ?? '')).toMatchObject({
      state: 'void',
      number: 1,
      reason: 'ở lại công tác',
    });
    expect(await pc.office.db.formStocks.toArray()).toMatchObject([{ act: 'spoiled', count: 1 }]);
    const again = await prepare();
    expect(await issueTransfer(pc.office, again, order)).toMatchObject({ ok: true, value: { symbol: '02-GTSHĐ/ĐU' } });
  });
});

describe('a transfer by paper', () => {
  beforeEach(openBook);

  it('moves the member when the other office has confirmed, not before', async () => {
    const id = await prepare({ recipient: '', recipientName: 'Đảng uỷ phường Mẫu, tỉnh khác' });
    await issueTransfer(pc.office, id, order);
    expect(await memberOf()).toMatchObject({ state: 'official' });
    const confirmed = await confirmByPaper(pc.office, id, {
      completedOn: on,
      unitName: 'Chi bộ 3',
      reach: 'other-province',
    });
    expect(confirmed).toMatchObject({ ok: true });
    expect(await memberOf()).toMatchObject({ state: 'transferred' });
    expect(await kindsOf()).toEqual(['transferred-out']);
    expect(await withdrawTransfer(pc.office, id, 'muộn')).toMatchObject({
      ok: false,
      error: { code: 'transfer-settled' },
    });
  });

  it('for a time takes the member away and brings them back', async () => {
    const until = toPlainDate('2027-05-22');
    const id = await prepare({
      recipient: '',
      recipientName: 'Đảng bộ Trường',
      kind: 'temporary',
      until,
      isStudy: true,
    });
    await issueTransfer(pc.office, id, order);
    expect(await endTransfer(pc.office, id, on, '')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    await confirmByPaper(pc.office, id, { completedOn: on, unitName: '', reach: 'in-province' });
    expect(await memberOf()).toMatchObject({ state: 'temporarily-away' });
    const other = await prepare();
    expect(await issueTransfer(pc.office, other, order)).toMatchObject({ ok: false, error: { code: 'transfer-open' } });
    expect(await endTransfer(pc.office, id, on, 'học xong')).toMatchObject({ ok: true });
    expect(await memberOf()).toMatchObject({ state: 'official' });
    expect(await endTransfer(pc.office, id, on, '')).toMatchObject({ ok: false, error: { code: 'transfer-settled' } });
  });

  it('abroad is the home’s own word from the day the paper is given out', async () => {
    const id = await prepare({ recipient: '', recipientName: 'Đảng uỷ ngoài nước', kind: 'abroad' });
    expect(await issueTransfer(pc.office, id, order)).toMatchObject({ ok: true, value: { symbol: '01-GTNN/ĐU' } });
    expect(await kindsOf()).toEqual(['went-abroad']);
    expect(await endTransfer(pc.office, id, on, '')).toMatchObject({ ok: true });
    expect(await kindsOf()).toEqual(['went-abroad', 'came-back']);
  });

  it('through the province moves nothing on this PC by itself', async () => {
    const id = await prepare();
    await issueTransfer(pc.office, id, order);
    expect(await confirmByPaper(pc.office, id, { completedOn: on, unitName: '', reach: 'in-province' })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect(await saveTransfer(pc.office, id, { until: on }, 0)).toMatchObject({ ok: true });
    expect(await kindsOf()).toEqual([]);
  });
});

describe('who comes by paper', () => {
  const introduction = { symbol: '9-GTSHĐ/ĐU', issuedOn: on, issuer: 'Đảng uỷ phường Mẫu', signer: '' };
  const came = {
    from: 'Chi bộ 3, Đảng uỷ phường Mẫu',
    on,
    until: null,
    introduction,
    reason: '',
    intoMemberId: null,
  } as const;

  it('is entered with the event in one act', async () => {
    const id = idOf(await enterByPaper(pc.office, { ...came, kind: 'official', member: person, unitId }));
    expect(await memberOf(id)).toMatchObject({ state: 'official', unitId });
    expect(await kindsOf(id)).toEqual(['transferred-in']);
  });

  it('for a time is a guest, and goes on in the record that was left behind', async () => {
    const until = toPlainDate('2027-05-22');
    const id = idOf(await enterByPaper(pc.office, { ...came, kind: 'temporary', until, member: person, unitId }));
    expect(await memberOf(id)).toMatchObject({ state: 'guest', unitId });
    const gone = await newMember({ state: 'transferred' });
    const back = await enterByPaper(pc.office, {
      ...came,
      kind: 'official',
      member: person,
      unitId,
      intoMemberId: gone,
    });
    expect(back).toMatchObject({ ok: true });
    expect(await memberOf(gone)).toMatchObject({ state: 'official', unitId });
    expect(await pc.office.db.members.count()).toBe(3);
  });
});

describe('who comes through the province', () => {
  const arrival = {
    ...{ from: 'po-khau', fromName: 'Đảng uỷ xã Pò Khẩu', addressedTo: '', personName: 'Lý Văn Mẫu', kind: 'official' },
    ...{ isStudy: false, toUnitName: '', reason: '', introductionNumber: '1', issuedOn: on, showBy: null, until: null },
    ...{ feePaidUntil: null, checked: [], dossier: {}, arrivedAt: '2026-11-22T02:00:00.000Z', outcome: 'waiting' },
    ...{
      outcomeAt: null,
      outcomeNote: '',
      endedOn: null,
      endNote: '',
      memberId: null,
      shownOn: null,
      answer: 'waiting',
    },
    ...{
      unitId: null,
      intoMemberId: null,
      answerNote: '',
      answeredBy: null,
      answeredAt: null,
      leftOn: null,
      leftNote: '',
    },
  } as const;
  const placing = { intoMemberId: null, shownOn: on, note: '' };
  const arrive = async (more = {}): Promise<string> =>
    idOf(await addRecord(pc.office, 'memberArrival', { ...arrival, sentMemberId: pc.office.ports.newId(), ...more }));

  it('is accepted into a cell once; nothing counts here until the province says so', async () => {
    const id = await arrive();
    const before = await pc.office.db.members.count();
    expect(await acceptMember(pc.office, id, { ...placing, unitId })).toMatchObject({ ok: true });
    expect(await pc.office.db.memberArrivals.get(id)).toMatchObject({
      answer: 'accepted',
      unitId,
      outcome: 'waiting',
      shownOn: on,
    });
    expect(await pc.office.db.members.count()).toBe(before);
    expect(await refuseMember(pc.office, id, 'nhầm')).toMatchObject({ ok: false, error: { code: 'transfer-settled' } });
  });

  it('is refused with a reason, and leaves as a guest only while a guest', async () => {
    const id = await arrive();
    expect(await refuseMember(pc.office, id, ' ')).toMatchObject({ ok: false, error: { code: 'reason-wanted' } });
    expect(await guestLeft(pc.office, id, on, '')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await refuseMember(pc.office, id, 'thiếu giấy tờ')).toMatchObject({ ok: true });
    const guest = await arrive({ kind: 'temporary' });
    await saveRecord(pc.office, 'memberArrival', guest, { outcome: 'accepted' }, 0);
    expect(await guestLeft(pc.office, guest, on, 'hết khoá')).toMatchObject({ ok: true });
  });
});
