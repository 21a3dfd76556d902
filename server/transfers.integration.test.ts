import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { madeOnOf } from '#shared/base/ids.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { changesByEvents } from '#shared/domain/member-life/record-on-day.ts';
import { memberEventSchema } from '#shared/domain/member/member-event-record.ts';
import { memberSchema } from '#shared/domain/member/member-record.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { homeEventId } from './services/home-events.ts';
import { startServer, type RunningServer } from './start-server.ts';
import {
  homesOf,
  newEvent,
  newLine,
  newMember,
  newTransfer,
  newUnit,
  outcomeOf,
  recordAt,
  uploadFile,
  valuesOf,
} from './test-members.ts';
import { startTestProvince, TestPc, type Change, type TestProvince } from './test-office.ts';

/* Members between two communes, everything by the protocol on the real server and database. */
type Fields = Readonly<Record<string, FieldValue>>;

let province: TestProvince;
let server: RunningServer;
let sender: TestPc;
let colleague: TestPc;
let recipient: TestPc;
let second: TestPc;
let [fromCell, toCell, otherCell] = ['', '', ''];

const communes = ['na-lau', 'po-khau', 'xa-cu', 'xa-la'];

beforeAll(async () => {
  province = await startTestProvince();
  ({ server } = province);
  await server.createCommune({ id: 'xa-la', name: 'xã Lạ', province: 'tỉnh Cao Bằng' });
  sender = await TestPc.join(server, 'na-lau');
  fromCell = sender.change(newUnit('Chi bộ Nà Lầu')).id;
  await sender.sync();
  colleague = await TestPc.join(server, 'na-lau');
  recipient = await TestPc.join(server, 'po-khau');
  toCell = recipient.change(newUnit('Chi bộ Bản Mới')).id;
  otherCell = recipient.change(newUnit('Chi bộ Bản Cũ')).id;
  await recipient.sync();
  second = await TestPc.join(server, 'po-khau');
});
afterAll(() => province.end());

let count = 0;

/** A member of the sender with a name of their own; nothing is sent yet. */
function person(pc: TestPc, cell: string, f: Fields = {}): { readonly id: string; readonly full: string } {
  count += 1;
  const full = `Lý Thị Mẫu ${String.fromCodePoint(64 + count)}`;
  return { id: pc.change(newMember(full, cell, f)).id, full };
}

/** A member on the way: known at both sides. */
async function onTheWay(
  f: Fields = {},
): Promise<{ readonly id: string; readonly full: string; readonly transfer: string }> {
  const { id, full } = person(sender, fromCell);
  const transfer = sender.change(newTransfer(id, { fromUnitId: fromCell, ...f })).id;
  await sender.sync();
  await recordAt(sender, 'memberTransfer', transfer, { outcome: 'waiting' });
  await recordAt(recipient, 'memberArrival', transfer, { outcome: 'waiting' });
  return { id, full, transfer };
}

function answerOf(pc: TestPc, unitId: string | null, f: Fields = {}): Fields {
  const said = { answeredBy: pc.person, answeredAt: '2026-11-25T02:00:00.000Z', answerNote: '' };
  return { answer: 'accepted', unitId, ...said, ...f };
}

function accept(pc: TestPc, transfer: string, unitId: string, f: Fields = {}): Op {
  return pc.edit({ type: 'memberArrival', id: transfer }, answerOf(pc, unitId, f));
}

describe('an official transfer', () => {
  it('moves the home in one step, with everything that belongs to the member, when the recipient accepts', async () => {
    const { id, full } = person(sender, fromCell, { paperPlace: 'Ngăn 3', note: 'con liệt sĩ' });
    const bytes = randomBytes(4000);
    const hash = await uploadFile(server, sender, bytes);
    const line = sender.change(newLine(id, 'Cán bộ khuyến nông')).id;
    const event = sender.change(newEvent(id, { unitId: fromCell })).id;
    sender.change(newEvent(id, { state: 'proposed', form: 'đề nghị' }));
    const attached = {
      documentId: id,
      ownerType: 'member',
      hash,
      name: 'ly-lich.pdf',
      size: 4000,
      mime: 'application/pdf',
    };
    const file = sender.change({
      type: 'attachment',
      f: { ...attached, pages: 2, addedAt: '2026-11-20T01:00:00.000Z' },
    }).id;
    const transfer = sender.change(newTransfer(id, { fromUnitId: fromCell })).id;
    await sender.sync();
    const arrival = valuesOf(await recordAt(recipient, 'memberArrival', transfer, { outcome: 'waiting' }));
    expect(arrival).toMatchObject({
      from: 'na-lau',
      fromName: 'Đảng uỷ xã Nà Lầu',
      personName: full,
      answer: 'waiting',
    });
    expect(arrival['dossier']).toMatchObject({
      member: { note: 'con liệt sĩ' },
      memberLine: [{ title: 'Cán bộ khuyến nông' }],
      memberEvent: [{ form: 'giấy khen' }],
      attachment: [{ hash }],
    });
    expect((arrival['dossier'] as { member: Fields }).member).not.toHaveProperty('paperPlace');
    expect(await homesOf(server, full, communes)).toEqual(['na-lau']);
    expect((await recipient.get(`${httpPaths.files}/${hash}`)).status).toBe(404);

    accept(recipient, transfer, toCell, { shownOn: '2026-11-25' });
    await recipient.sync();
    const sent = valuesOf(await recordAt(sender, 'memberTransfer', transfer, { outcome: 'accepted' }));
    expect(sent).toMatchObject({
      acceptedUnitName: 'Chi bộ Bản Mới',
      acceptedUnitId: toCell,
      acceptedMemberId: id,
      shownOn: '2026-11-25',
    });
    expect(await homesOf(server, full, communes)).toEqual(['po-khau']);
    const here = valuesOf(await recordAt(sender, 'member', id, { state: 'transferred' }));
    const there = valuesOf(await recordAt(recipient, 'member', id, { state: 'official' }));
    const differing = Object.keys(there).filter(
      (field) => JSON.stringify(here[field]) !== JSON.stringify(there[field]),
    );
    expect(differing.filter((field) => field !== '!del').sort()).toEqual(['paperPlace', 'state', 'unitId']);
    expect(there).toMatchObject({ unitId: toCell, paperPlace: '' });
    expect(valuesOf(recipient.records.get(recordKey('memberLine', line)))).toMatchObject({ memberId: id });
    expect(valuesOf(recipient.records.get(recordKey('memberEvent', event)))).toMatchObject({
      unitId: null,
      atOffice: 'Đảng uỷ xã Nà Lầu',
    });
    expect(valuesOf(recipient.records.get(recordKey('attachment', file)))).toMatchObject({ hash, documentId: id });
    const events = [...recipient.records.values()].filter(
      ({ type, f }) => type === 'memberEvent' && f['memberId']?.v === id,
    );
    expect(events.map(({ f }) => f['kind']?.v).sort()).toEqual(['rewarded', 'transferred-in']);
    expect(valuesOf(sender.records.get(recordKey('memberEvent', homeEventId(transfer, 'out'))))).toMatchObject({
      kind: 'transferred-out',
      place: 'Chi bộ Bản Mới, Đảng uỷ xã Pò Khẩu',
      before: { state: 'official' },
    });
    expect(valuesOf(recipient.records.get(recordKey('memberEvent', homeEventId(transfer, 'in'))))).toMatchObject({
      kind: 'transferred-in',
      place: 'Chi bộ Nà Lầu, Đảng uỷ xã Nà Lầu',
      decision: { symbol: '1-GTSHĐ/ĐU' },
    });
    expect(valuesOf(await recordAt(recipient, 'memberArrival', transfer, { outcome: 'accepted' }))).toMatchObject({
      dossier: {},
      memberId: id,
    });
    await untilFile(recipient, hash, bytes);
  });

  it('carries along what is written of the member on the way, and nothing after', async () => {
    const { id, transfer } = await onTheWay();
    sender.edit({ type: 'member', id }, { phone: '0987654321' });
    const line = sender.change(newLine(id, 'Viết thêm khi đang chuyển')).id;
    await sender.sync();
    const told = await until(recipient, 'memberArrival', transfer, ({ dossier }) =>
      JSON.stringify(dossier).includes('Viết thêm'),
    );
    expect(valuesOf(told)['dossier']).toMatchObject({ member: { phone: '0987654321' } });
    const late = colleague.copy();
    await late.sync();
    accept(recipient, transfer, toCell);
    await recipient.sync();
    await recordAt(recipient, 'member', id, { phone: '0987654321' });
    for (const change of [
      (): Op => late.edit({ type: 'member', id }, { phone: '0900000000' }),
      (): Op => late.edit({ type: 'memberLine', id: line }, { title: 'muộn' }),
      (): Op => late.change(newEvent(id)),
      (): Op => late.edit({ type: 'member', id }, { state: 'official' }),
      (): Op => late.edit({ type: 'member', id }, {}, 'del'),
    ])
      expect(await outcomeOf(late, change())).toBe('member-elsewhere');
    colleague.n = late.n;
  });

  it('is withdrawn or accepted, whichever reaches the province first; the other is told', async () => {
    const first = await onTheWay();
    await recipient.sync();
    sender.edit(
      { type: 'memberTransfer', id: first.transfer },
      { state: 'withdrawn', withdrawReason: 'ở lại công tác' },
    );
    await sender.sync();
    const answer = await outcomeOf(recipient, accept(recipient, first.transfer, toCell));
    const arrival = valuesOf(await recordAt(recipient, 'memberArrival', first.transfer, { outcome: 'withdrawn' }));
    expect(['ok', 'transfer-settled']).toContain(answer);
    expect(arrival).toMatchObject({ outcomeNote: 'ở lại công tác', dossier: {}, memberId: null });
    expect(await homesOf(server, first.full, communes)).toEqual(['na-lau']);

    const other = await onTheWay();
    accept(recipient, other.transfer, toCell);
    await recipient.sync();
    await recordAt(recipient, 'memberArrival', other.transfer, { outcome: 'accepted' });
    const back = sender.edit(
      { type: 'memberTransfer', id: other.transfer },
      { state: 'withdrawn', withdrawReason: 'ở lại' },
    );
    expect(await outcomeOf(sender, back)).toBe('transfer-settled');
    expect(await homesOf(server, other.full, communes)).toEqual(['po-khau']);
  });

  it('withdrawn before anybody had it never comes to the recipient', async () => {
    const { id, full } = person(sender, fromCell);
    const { id: transfer } = sender.change(newTransfer(id));
    sender.edit({ type: 'memberTransfer', id: transfer }, { state: 'withdrawn', withdrawReason: 'nhầm người' });
    const again = sender.change(newTransfer(id, { introductionNumber: '2-GTSHĐ/ĐU' })).id;
    await sender.sync();
    await recordAt(sender, 'memberTransfer', transfer, { outcome: 'withdrawn' });
    await recordAt(recipient, 'memberArrival', again, { outcome: 'waiting' });
    expect(recipient.records.has(recordKey('memberArrival', transfer))).toBe(false);
    expect(await homesOf(server, full, communes)).toEqual(['na-lau']);
  });

  it('is refused with a reason the sender reads; the home stays, and nothing of the record is left behind', async () => {
    const { id, full, transfer } = await onTheWay();
    const silent = { answer: 'refused', answeredBy: recipient.person, answeredAt: null };
    expect(await outcomeOf(recipient, recipient.edit({ type: 'memberArrival', id: transfer }, silent))).toBe(
      'reason-wanted',
    );
    recipient.edit({ type: 'memberArrival', id: transfer }, { ...silent, answerNote: 'thiếu bản kiểm điểm' });
    await recipient.sync();
    await recordAt(sender, 'memberTransfer', transfer, { outcome: 'refused', outcomeNote: 'thiếu bản kiểm điểm' });
    expect(valuesOf(await recordAt(recipient, 'memberArrival', transfer, { outcome: 'refused' }))['dossier']).toEqual(
      {},
    );
    expect(await homesOf(server, full, communes)).toEqual(['na-lau']);
    const again = sender.change(newTransfer(id, { introductionNumber: '9-GTSHĐ/ĐU' })).id;
    await sender.sync();
    await recordAt(recipient, 'memberArrival', again, { outcome: 'waiting' });
  });

  it('ends in nothing when the member dies or is struck off on the way', async () => {
    const { id, full, transfer } = await onTheWay();
    sender.edit({ type: 'member', id }, { state: 'deceased' });
    await sender.sync();
    await recordAt(sender, 'memberTransfer', transfer, { outcome: 'void' });
    const arrival = valuesOf(await recordAt(recipient, 'memberArrival', transfer, { outcome: 'void' }));
    expect(arrival['outcomeNote']).toContain('không còn ở tình trạng chuyển đi');
    expect(await outcomeOf(recipient, accept(recipient, transfer, toCell))).toBe('transfer-settled');
    expect(await homesOf(server, full, communes)).toEqual([]);
  });

  it('comes back into the record that was left behind, without a second copy of anything', async () => {
    const { id, full, transfer } = await onTheWay();
    const line = sender.change(newLine(id, 'Dòng cũ')).id;
    await sender.sync();
    accept(recipient, transfer, toCell);
    await recipient.sync();
    await recordAt(recipient, 'member', id, { state: 'official' });
    await recordAt(recipient, 'memberLine', line, { title: 'Dòng cũ' });
    recipient.edit({ type: 'memberLine', id: line }, { title: 'Dòng đã sửa ở nơi mới' });
    recipient.edit({ type: 'member', id }, { phone: '0999999999', address: '' });
    const home = recipient.change(newTransfer(id, { recipient: 'na-lau', recipientName: 'Đảng uỷ xã Nà Lầu' })).id;
    await recipient.sync();
    await recordAt(sender, 'memberArrival', home, { outcome: 'waiting' });
    accept(sender, home, fromCell, { intoMemberId: id });
    await sender.sync();
    const back = valuesOf(await recordAt(sender, 'member', id, { state: 'official' }));
    expect(back).toMatchObject({ phone: '0999999999', unitId: fromCell });
    expect(await homesOf(server, full, communes)).toEqual(['na-lau']);
    const lines = [...sender.records.values()].filter(
      ({ type, f }) => type === 'memberLine' && f['memberId']?.v === id,
    );
    expect(lines.map(({ f }) => f['title']?.v)).toEqual(['Dòng đã sửa ở nơi mới']);
    sender.edit({ type: 'member', id }, { phone: '0911111111' });
    expect((await sender.sync()).outcomes.map(({ kind }) => kind)).toEqual(['ok']);
    expect(await outcomeOf(recipient, recipient.edit({ type: 'member', id }, { phone: '1' }))).toBe('member-elsewhere');
  });

  it('tells the same life at both offices: what the events say is what the records say, there and back again', async () => {
    const base = { state: 'exempt', unitId: fromCell, admittedOn: '2001-02-03', officialOn: '2002-02-03' };
    const { id } = person(sender, fromCell, base);
    const before = { state: 'candidate', candidateStage: null, admittedOn: null, unitId: null };
    const events: readonly Fields[] = [
      { kind: 'admitted', effectiveOn: '2001-02-03', sets: { admittedOn: '2001-02-03', unitId: fromCell }, before },
      {
        kind: 'recognised',
        effectiveOn: '2002-02-03',
        sets: { officialOn: '2002-02-03' },
        before: { ...before, officialOn: null },
      },
      { kind: 'exempted', effectiveOn: '2024-03-01', before },
    ];
    for (const event of events) sender.change(newEvent(id, event));
    const away = sender.change(newTransfer(id, { fromUnitId: fromCell })).id;
    await sender.sync();
    await recordAt(recipient, 'memberArrival', away, { outcome: 'waiting' });
    accept(recipient, away, toCell);
    await recipient.sync();
    await recordAt(recipient, 'member', id, { state: 'exempt', unitId: toCell });
    await recordAt(sender, 'member', id, { state: 'transferred' });
    for (const pc of [sender, recipient]) expect(strays(pc, id)).toEqual({});
    const home = recipient.change(newTransfer(id, { recipient: 'na-lau', recipientName: 'Đảng uỷ xã Nà Lầu' })).id;
    await recipient.sync();
    await recordAt(sender, 'memberArrival', home, { outcome: 'waiting' });
    accept(sender, home, fromCell, { intoMemberId: id });
    await sender.sync();
    await recordAt(sender, 'member', id, { state: 'exempt', unitId: fromCell });
    await recordAt(recipient, 'member', id, { state: 'transferred' });
    for (const pc of [sender, recipient]) expect(strays(pc, id)).toEqual({});
  });

  it('lives through a server that ends and begins again between the steps', async () => {
    const { id, full, transfer } = await onTheWay();
    accept(recipient, transfer, toCell);
    const { port } = new URL(server.url);
    await recipient.sync();
    await server.stop();
    server = await startServer({ dataDir: province.dataDir, port: Number(port) });
    await recordAt(recipient, 'member', id, { state: 'official' });
    await recordAt(sender, 'member', id, { state: 'transferred' });
    expect(await homesOf(server, full, communes)).toEqual(['po-khau']);
  });
});

describe('temporary activity', () => {
  it('makes a guest who counts at home only, is extended by the sender and ended by either side', async () => {
    const { id, full, transfer } = await onTheWay({ kind: 'temporary', until: '2027-05-20' });
    const arrival = valuesOf(recipient.records.get(recordKey('memberArrival', transfer)));
    expect(Object.keys(arrival['dossier'] as Fields)).toEqual(['member']);
    expect((arrival['dossier'] as { member: Fields }).member).not.toHaveProperty('familyNote');
    accept(recipient, transfer, toCell);
    await recipient.sync();
    const guest = valuesOf(await recordAt(recipient, 'member', id, { state: 'guest' }));
    expect(guest).toMatchObject({ unitId: toCell, note: '', phone: '0912345678' });
    await recordAt(sender, 'member', id, { state: 'temporarily-away' });
    expect(await homesOf(server, full, communes)).toEqual(['na-lau']);
    expect(await outcomeOf(recipient, recipient.edit({ type: 'member', id }, { state: 'official' }))).toBe(
      'guest-kept-elsewhere',
    );
    expect(await outcomeOf(sender, sender.change(newTransfer(id)))).toBe('transfer-open');

    sender.edit({ type: 'memberTransfer', id: transfer }, { until: '2027-08-20' });
    await sender.sync();
    await recordAt(recipient, 'memberArrival', transfer, { until: '2027-08-20' });
    await recordAt(recipient, 'memberEvent', homeEventId(transfer, 'in'), { until: '2027-08-20' });
    sender.edit({ type: 'member', id }, { phone: '0933333333' });
    recipient.edit({ type: 'memberArrival', id: transfer }, { leftOn: '2027-07-01', leftNote: 'hết khoá học' });
    await sender.sync();
    await recipient.sync();
    await recordAt(recipient, 'member', id, { state: 'transferred' });
    await recordAt(sender, 'member', id, { state: 'official' });
    expect(valuesOf(await recordAt(sender, 'memberTransfer', transfer, { outcome: 'ended' }))).toMatchObject({
      leftOn: '2027-07-01',
      leftNote: 'hết khoá học',
    });
    expect(valuesOf(sender.records.get(recordKey('memberEvent', homeEventId(transfer, 'back-out'))))).toMatchObject({
      kind: 'temporary-ended',
      effectiveOn: '2027-07-01',
    });
    expect(await homesOf(server, full, communes)).toEqual(['na-lau']);
    expect(
      await outcomeOf(sender, sender.edit({ type: 'memberTransfer', id: transfer }, { endedOn: '2027-07-02' })),
    ).toBe('transfer-settled');

    const official = sender.change(newTransfer(id)).id;
    await sender.sync();
    await recordAt(recipient, 'memberArrival', official, { outcome: 'waiting' });
    accept(recipient, official, otherCell, { intoMemberId: id });
    await recipient.sync();
    await recordAt(recipient, 'member', id, { state: 'official', unitId: otherCell, phone: '0933333333' });
    expect(await homesOf(server, full, communes)).toEqual(['po-khau']);
  });

  it('that the sender ends while the recipient does too is ended once, on the sender’s day', async () => {
    const { id, transfer } = await onTheWay({ kind: 'temporary', until: '2027-05-20' });
    accept(recipient, transfer, toCell);
    await recipient.sync();
    await recordAt(sender, 'memberTransfer', transfer, { outcome: 'accepted' });
    await recordAt(recipient, 'memberArrival', transfer, { outcome: 'accepted' });
    sender.edit({ type: 'memberTransfer', id: transfer }, { endedOn: '2027-04-01', endNote: 'về đơn vị' });
    recipient.edit({ type: 'memberArrival', id: transfer }, { leftOn: '2027-04-02' });
    await Promise.all([sender.sync(), recipient.sync()]);
    await recordAt(recipient, 'member', id, { state: 'transferred' });
    await recordAt(sender, 'member', id, { state: 'official' });
    const ends = [...sender.records.values()].filter(
      ({ type, f }) => type === 'memberEvent' && f['memberId']?.v === id && f['kind']?.v === 'temporary-ended',
    );
    expect(ends).toHaveLength(1);
  });
});

describe('two PCs of one office, each without the other', () => {
  it('that both answer: the first counts, the second is told', async () => {
    const { id, transfer } = await onTheWay();
    await second.sync();
    const [early, late] = [accept(recipient, transfer, toCell), accept(second, transfer, otherCell)];
    expect(await outcomeOf(recipient, early)).toBe('ok');
    expect(await outcomeOf(second, late)).toBe('transfer-settled');
    await recordAt(second, 'member', id, { unitId: toCell });
  });

  it('that both give out a paper for one member: the second is refused, the first goes its way', async () => {
    const { id, full } = person(sender, fromCell);
    await sender.sync();
    await colleague.sync();
    const [one, two] = [sender.change(newTransfer(id)), colleague.change(newTransfer(id, { recipient: 'xa-la' }))];
    expect(await outcomeOf(sender, one)).toBe('ok');
    expect(await outcomeOf(colleague, two)).toBe('transfer-open');
    expect(await homesOf(server, full, communes)).toEqual(['na-lau']);
  });
});

describe('ids that are borne at the recipient', () => {
  it('by others are never written over: the member gets ids of their own there', async () => {
    const { id, full, transfer } = await onTheWay();
    const line = sender.change(newLine(id, 'Dòng trùng mã')).id;
    await sender.sync();
    const stranger = recipient.change({ ...newMember('Người Khác', toCell), id });
    const theirs = recipient.change({ ...newLine(stranger.id, 'Dòng của người khác'), id: line });
    await recipient.sync();
    accept(recipient, transfer, toCell);
    await recipient.sync();
    const sent = valuesOf(await recordAt(sender, 'memberTransfer', transfer, { outcome: 'accepted' }));
    const there = sent['acceptedMemberId'] as string;
    expect(there).not.toBe(id);
    await recordAt(recipient, 'member', there, { state: 'official' });
    expect((valuesOf(recipient.records.get(recordKey('member', id)))['name'] as Fields)['full']).toBe('Người Khác');
    expect(valuesOf(recipient.records.get(recordKey('memberLine', theirs.id)))['title']).toBe('Dòng của người khác');
    const lines = [...recipient.records.values()].filter(
      ({ type, f }) => type === 'memberLine' && f['memberId']?.v === there,
    );
    expect(lines.map(({ f }) => f['title']?.v)).toEqual(['Dòng trùng mã']);
    expect(await homesOf(server, full, communes)).toEqual(['po-khau']);
  });

  it('under the transfer itself: nothing is delivered and the sender is told', async () => {
    const line = recipient.change(newUnit('Tổ đảng')).id;
    await recipient.sync();
    const { id } = person(sender, fromCell);
    sender.change({ ...newTransfer(id), id: line });
    await sender.sync();
    const told = valuesOf(await recordAt(sender, 'memberTransfer', line, { outcome: 'refused' }));
    expect(told['outcomeNote']).toContain('mang cùng mã');
  });
});

describe('an office that was merged away', () => {
  it('has its waiting members at its successor', async () => {
    await server.createCommune({ id: 'xa-cu', name: 'xã Cũ', province: 'tỉnh Cao Bằng' });
    const old = await TestPc.join(server, 'xa-cu');
    const { id, full } = person(sender, fromCell);
    const { id: transfer } = sender.change(newTransfer(id, { recipient: 'xa-cu', recipientName: 'Đảng uỷ xã Cũ' }));
    await sender.sync();
    await recordAt(old, 'memberArrival', transfer, { outcome: 'waiting' });
    const cell = old.change(newUnit('Chi bộ cũ')).id;
    await old.sync();
    await server.mergeCommune('xa-cu', 'po-khau');
    expect(valuesOf(await recordAt(recipient, 'memberArrival', transfer, { outcome: 'waiting' }))).toMatchObject({
      addressedTo: 'Đảng uỷ xã Cũ',
    });
    accept(recipient, transfer, toCell);
    await recipient.sync();
    await recordAt(sender, 'memberTransfer', transfer, { outcome: 'accepted', deliveredTo: 'Đảng uỷ xã Pò Khẩu' });
    expect(await homesOf(server, full, communes)).toEqual(['po-khau']);
    const { id: late } = person(old, cell);
    expect(await outcomeOf(old, old.change(newTransfer(late)))).toBe('recipient-unknown');
  });
});

describe('the province refuses', () => {
  it('a recipient nobody knows, the office itself, a paper without number or day, and a member who is not there to go', async () => {
    const { id } = person(sender, fromCell);
    const gone = person(sender, fromCell, { state: 'left' });
    const candidate = person(sender, fromCell, { state: 'candidate' });
    const tries: readonly (readonly [string, Fields, string])[] = [
      [id, { recipient: 'nobody' }, 'recipient-unknown'],
      [id, { recipient: 'na-lau' }, 'recipient-unknown'],
      [id, { introductionNumber: '' }, 'bad-value'],
      [id, { issuedOn: null }, 'bad-value'],
      [id, { introductionId: uuidv7() }, 'introduction-unnumbered'],
      [id, { outcome: 'accepted' }, 'field-is-the-servers'],
      [id, { acceptedUnitName: 'bịa' }, 'field-is-the-servers'],
      [id, { state: 'completed' }, 'not-allowed'],
      [gone.id, {}, 'member-not-here'],
      [candidate.id, {}, 'member-not-here'],
    ];
    await sender.sync();
    for (const [memberId, f, reason] of tries)
      expect(await outcomeOf(sender, sender.change(newTransfer(memberId, f))), JSON.stringify(f)).toBe(reason);
  });

  it('another person, recipient or paper once it is given out, its removal, and an outcome of one’s own', async () => {
    const { transfer } = await onTheWay();
    const other = person(sender, fromCell);
    const tries: readonly (readonly [Fields, string])[] = [
      [{ memberId: other.id }, 'not-allowed'],
      [{ recipient: 'xa-la' }, 'transfer-settled'],
      [{ introductionNumber: '7' }, 'transfer-settled'],
      [{ outcome: 'accepted' }, 'field-is-the-servers'],
      [{ shownOn: '2026-12-01' }, 'field-is-the-servers'],
      [{ state: 'withdrawn' }, 'reason-wanted'],
      [{ state: 'completed', completedOn: '2026-12-01' }, 'not-allowed'],
      [{ endedOn: '2026-12-01' }, 'not-allowed'],
      [{ '!del': true }, 'not-allowed'],
    ];
    for (const [f, reason] of tries)
      expect(await outcomeOf(sender, sender.edit({ type: 'memberTransfer', id: transfer }, f)), JSON.stringify(f)).toBe(
        reason,
      );
    expect(await outcomeOf(sender, sender.edit({ type: 'memberTransfer', id: transfer }, {}, 'del'))).toBe(
      'not-allowed',
    );
  });

  it('an arrival, an event of a home or an answer that a PC makes up', async () => {
    const { id, full, transfer } = await onTheWay();
    const arrival = valuesOf(recipient.records.get(recordKey('memberArrival', transfer)));
    const forge = (change: Change): Promise<string | undefined> => outcomeOf(recipient, recipient.change(change));
    const edit = (f: Fields, t?: Op['t']): Promise<string | undefined> =>
      outcomeOf(recipient, recipient.edit({ type: 'memberArrival', id: transfer }, f, t));
    expect(await forge({ type: 'memberArrival', f: { ...arrival, outcome: 'accepted' } })).toBe('field-is-the-servers');
    expect(await edit({ outcome: 'accepted' })).toBe('field-is-the-servers');
    expect(await edit({ dossier: {} })).toBe('field-is-the-servers');
    expect(await edit({ from: 'xa-la' })).toBe('field-is-the-servers');
    expect(await edit({}, 'del')).toBe('not-allowed');
    expect(await edit({ leftOn: '2026-12-01' })).toBe('not-allowed');
    expect(await edit(answerOf(recipient, uuidv7()))).toBe('record-missing');
    expect(await edit(answerOf(recipient, null))).toBe('bad-value');
    expect(await edit(answerOf(recipient, toCell, { intoMemberId: uuidv7() }))).toBe('record-missing');
    expect(await edit(answerOf(recipient, toCell, { answeredBy: uuidv7() }))).toBe('not-allowed');
    const own = person(recipient, toCell).id;
    const event = {
      ...newEvent(own, { kind: 'transferred-in', transferId: transfer }),
      id: homeEventId(transfer, 'in'),
    };
    expect(await forge(event)).toBe('field-is-the-servers');
    // An event of another kind under the very id is the PC's to make, and proves nothing.
    expect(await forge({ ...newEvent(own), id: homeEventId(transfer, 'in') })).toBe('ok');
    sender.edit({ type: 'member', id }, { phone: '0944444444' });
    await sender.sync();
    await until(recipient, 'memberArrival', transfer, ({ dossier }) => JSON.stringify(dossier).includes('0944444444'));
    expect(await homesOf(server, full, communes)).toEqual(['na-lau']);
  });

  it('an office to which nothing was sent, and what the sender says for the recipient', async () => {
    const { transfer } = await onTheWay();
    const stranger = await TestPc.join(server, 'xa-la');
    const cell = stranger.change(newUnit('Chi bộ lạ')).id;
    const claim = stranger.change({ type: 'memberArrival', id: transfer, f: answerOf(stranger, cell) });
    expect(await outcomeOf(stranger, claim)).not.toBe('ok');
    const foreign = stranger.change({
      type: 'memberArrival',
      id: transfer,
      f: answerOf(stranger, cell),
      stream: recipient.stream,
    });
    expect(await outcomeOf(stranger, foreign)).toBe('not-your-stream');
    const own = sender.change({ type: 'memberArrival', id: transfer, f: answerOf(sender, fromCell) });
    expect(await outcomeOf(sender, own)).not.toBe('ok');
  });
});

/** Fields of a member in which the record differs from what its events make of it (`member-life`). */
function strays(pc: TestPc, id: string): Fields {
  const member = memberSchema.parse(withoutMark(pc.records.get(recordKey('member', id))));
  const events = [...pc.records.values()].flatMap((record) => {
    if (record.type !== 'memberEvent' || record.f['memberId']?.v !== id) return [];
    return [{ ...memberEventSchema.parse(withoutMark(record)), id: record.id }];
  });
  return changesByEvents({ member, events, madeOn: madeOnOf(id) }, toPlainDate('2099-01-01'));
}

function withoutMark(record: SyncRecord | undefined): Fields {
  const { '!del': _mark, ...values } = valuesOf(record);
  return values;
}

/** A record, once it is as wanted. */
async function until(pc: TestPc, type: string, id: string, isSo: (values: Fields) => boolean): Promise<SyncRecord> {
  for (let i = 0; i < 100; i += 1) {
    await pc.sync();
    const record = pc.records.get(recordKey(type, id));
    if (record !== undefined && isSo(valuesOf(record))) return record;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came to that');
}

async function untilFile(pc: TestPc, hash: string, bytes: Buffer): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    const answer = await pc.get(`${httpPaths.files}/${hash}`);
    if (answer.status === 200) {
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the file never came');
}
