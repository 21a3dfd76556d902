import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateOfInstant } from '#shared/base/plain-date.ts';
import type { Outcome } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import { newDirective, newDocument, newStaff, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
let communes = 0;
beforeAll(async () => {
  province = await startTestProvince();
});
afterAll(() => province.end());

const words = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) => (outcome.kind === 'rejected' ? outcome.reason : outcome.kind));

/** A commune nobody is in yet: its first PC has put in no head. */
const emptyCommune = async (): Promise<TestPc> => {
  communes += 1;
  const id = `xa-trong-${communes}`;
  await province.server.createCommune({ id, name: 'xã Trống', province: 'tỉnh Cao Bằng' });
  return TestPc.join(province.server, id, { withHead: false });
};

describe('a commune without anybody', () => {
  it('takes people from anybody, until the first who may put people in is there, within one batch too', async () => {
    const pc = await emptyCommune();
    const clerk = pc.change({ ...newStaff('clerk'), by: '' });
    const head = pc.change({ ...newStaff('office-head'), by: clerk.id });
    pc.change({ ...newStaff('officer'), by: '' });
    pc.change({ ...newStaff('officer'), by: clerk.id });
    pc.change({ ...newStaff('officer'), by: head.id });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'person-unknown', 'not-your-role', 'ok']);
  });

  it('takes nothing else from nobody', async () => {
    const pc = await emptyCommune();
    pc.change({ ...newDocument(), by: '' });
    const clerk = pc.change({ ...newStaff('clerk'), by: '' });
    pc.change({ type: 'staff', id: clerk.id, f: { role: 'leader' }, by: clerk.id });
    pc.change({ ...newDocument(), by: clerk.id });
    expect(words((await pc.sync()).outcomes)).toEqual(['person-unknown', 'ok', 'not-your-role', 'ok']);
  });

  it('is without anybody again when its last head is gone', async () => {
    const pc = await emptyCommune();
    const head = pc.change({ ...newStaff('office-head'), by: '' });
    await pc.sync();
    pc.change({ type: 'staff', id: head.id, f: { active: false }, by: head.id });
    pc.change({ ...newDocument(), by: head.id });
    pc.change({ ...newStaff('leader'), by: '' });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'person-unknown', 'ok']);
  });
});

describe('a duty given to another', () => {
  const span = (from: number, until: number): { from: string; until: string } => {
    const today = dateOfInstant(Date.now());
    return { from: addDays(today, from), until: addDays(today, until) };
  };
  const startOffice = async (): Promise<{ pc: TestPc; leader: string; officer: string; doc: string }> => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const [leader, officer] = [pc.change(newStaff('leader')).id, pc.change(newStaff('officer')).id];
    return { pc, leader, officer, doc: pc.change(newDocument()).id };
  };
  const delegation = (
    from: string,
    to: string,
    days: { from: string; until: string },
  ): ReturnType<typeof newStaff> => ({
    type: 'delegation',
    id: uuidv7(),
    f: { fromStaffId: from, toStaffId: to, duties: ['direct'], ...days, reason: 'đi họp', revokedOn: null },
  });

  it('lets them direct and route on its days, in the batch it is given in and in later ones', async () => {
    const { pc, leader, officer, doc } = await startOffice();
    pc.change({ ...newDirective(doc), by: officer });
    pc.change({ ...delegation(leader, officer, span(0, 2)), by: leader });
    pc.change({ ...newDirective(doc), by: officer });
    expect(words((await pc.sync()).outcomes).slice(-3)).toEqual(['not-your-role', 'ok', 'ok']);
    pc.change({ ...newDirective(doc), by: officer });
    pc.change({ type: 'document', id: doc, f: { dueOn: span(0, 9).until }, by: officer });
    pc.change({ type: 'document', id: doc, f: { abstract: 'khác' }, by: officer });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'not-your-role']);
  });

  it('counts for what waited for its document, when another PC brings that', async () => {
    const { pc, leader, officer } = await startOffice();
    pc.change({ ...delegation(leader, officer, span(0, 2)), by: leader });
    const doc = { ...newDocument(), id: uuidv7() };
    const directive = pc.change({ ...newDirective(doc.id), by: officer });
    expect(words((await pc.sync()).outcomes).slice(-2)).toEqual(['ok', 'parked']);
    const other = await TestPc.join(province.server, 'na-lau');
    other.change(doc);
    expect(words((await other.sync()).outcomes)).toEqual(['ok']);
    await pc.sync();
    expect(pc.records.has(recordKey('directive', directive.id))).toBe(true);
  });

  it('is refused by its own words once it is over or taken back', async () => {
    const { pc, leader, officer, doc } = await startOffice();
    pc.change({ ...delegation(leader, officer, span(-5, -1)), by: leader });
    pc.change({ ...newDirective(doc), by: officer });
    expect(words((await pc.sync()).outcomes).slice(-1)).toEqual(['delegation-ended']);
    const given = pc.change({ ...delegation(leader, officer, span(-1, 5)), by: leader });
    pc.change({ ...newDirective(doc), by: officer });
    pc.change({ type: 'delegation', id: given.id, f: { revokedOn: span(0, 0).from }, by: leader });
    pc.change({ ...newDirective(doc), by: officer });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'ok', 'delegation-ended']);
  });

  it('is one’s own to give: not another’s, not what the giver lacks, and never stretched afterwards', async () => {
    const { pc, leader, officer, doc } = await startOffice();
    const other = pc.change(newStaff('leader')).id;
    pc.change({ ...delegation(leader, officer, span(0, 2)), by: other });
    pc.change({ ...delegation(officer, officer, span(0, 2)), by: officer });
    const given = pc.change({ ...delegation(leader, officer, span(-5, -1)), by: leader });
    pc.change({ type: 'delegation', id: given.id, f: { until: span(0, 9).until }, by: leader });
    pc.change({ ...newDirective(doc), by: officer });
    expect(words((await pc.sync()).outcomes).slice(-5)).toEqual([
      'not-allowed',
      'not-your-role',
      'ok',
      'not-allowed',
      'delegation-ended',
    ]);
  });
});

describe('a duty or an opinion of somebody else', () => {
  it('is changed neither by an ordinary op nor by one that settles a conflict', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const [leader, other] = [pc.change(newStaff('leader')).id, pc.change(newStaff('leader')).id];
    const today = dateOfInstant(Date.now());
    const days = { from: addDays(today, -1), until: addDays(today, 2) };
    const given = pc.change({
      type: 'delegation',
      f: { fromStaffId: leader, toStaffId: other, duties: ['approve'], ...days, reason: 'đi họp', revokedOn: null },
      by: leader,
    });
    await pc.sync();
    const { type, id } = given;
    for (const t of ['set', 'res'] as const) {
      pc.change({ t, type, id, f: { until: addDays(today, 900) }, by: leader });
      pc.change({ t, type, id, f: { revokedOn: today }, by: other });
    }
    pc.change({ t: 'del', type, id, f: {}, by: other });
    expect(words((await pc.sync()).outcomes)).toEqual(Array<string>(5).fill('not-allowed'));
    pc.change({ t: 'res', type, id, f: { revokedOn: today }, by: leader });
    pc.change({ t: 'res', type, id, f: { revokedOn: null }, by: leader });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'not-allowed']);
  });
});

describe('the person who acts', () => {
  it('is judged by the role of that moment, changes earlier in the batch included', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const clerk = pc.change(newStaff('clerk'));
    const doc = pc.change({ ...newDocument(), by: clerk.id });
    pc.change({ type: 'staff', id: clerk.id, f: { role: 'officer' } });
    pc.change({ type: 'document', id: doc.id, f: { abstract: 'mới' }, by: clerk.id });
    pc.change({ type: 'document', id: doc.id, f: { note: 'mới' }, by: clerk.id });
    pc.change({ t: 'del', type: 'staff', id: clerk.id, f: {} });
    pc.change({ type: 'document', id: doc.id, f: { note: 'mới nữa' }, by: clerk.id });
    expect(words((await pc.sync()).outcomes)).toEqual([
      'ok',
      'ok',
      'ok',
      'not-your-role',
      'ok',
      'ok',
      'person-unknown',
    ]);
  });

  it('must be of the commune: not of another one, not a record of another kind, not any text', async () => {
    const [pc, foreign] = [await TestPc.join(province.server, 'na-lau'), await TestPc.join(province.server, 'po-khau')];
    const doc = pc.change(newDocument());
    for (const by of [foreign.person, doc.id, uuidv7(), '', 'không ai', "'; --"])
      pc.change({ type: 'document', id: doc.id, f: { note: 'x' }, by });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', ...Array<string>(6).fill('person-unknown')]);
  });

  it('leaves nothing waiting for a parent when it may not be done', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const officer = pc.change(newStaff('officer'));
    const doc = uuidv7();
    pc.change({ ...newDirective(doc), by: officer.id });
    pc.change({ ...newDirective(doc), by: uuidv7() });
    pc.change(newDirective(doc));
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'not-your-role', 'person-unknown', 'parked']);
  });

  it('of a waiting op is judged again when the parent comes', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const leader = pc.change(newStaff('leader'));
    const doc = uuidv7();
    const directive = pc.change({ ...newDirective(doc), by: leader.id });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'parked']);
    pc.change({ type: 'staff', id: leader.id, f: { active: false } });
    pc.change({ ...newDocument(), id: doc });
    const { late } = await pc.sync();
    expect(late).toEqual([{ n: directive.n, kind: 'rejected', reason: 'person-unknown' }]);
  });
});

describe('bringing back what a restore lost', () => {
  it('is taken only by a province that was restored', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    pc.change({ ...newDocument(), t: 'sup', by: uuidv7() });
    expect(words((await pc.sync()).outcomes)).toEqual(['resupply-over']);
  });
});
