import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { fakeEvent } from '#renderer/platform/fake-event.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { listConflicts } from '../review/list-conflicts.ts';
import { settleConflict } from '../review/settle-conflict.ts';
import { confirmChange, proposeChanges, refuseChange, withdrawChange } from './change-repository.ts';
import { recordEvent } from './event-repository.ts';
import { addMember, saveMember } from './member-repository.ts';

const name = { full: 'Nông Thị Đào', family: 'Nông', middle: 'Thị', given: 'Đào' };
const anyTime = Number.MAX_SAFE_INTEGER;
const codeOf = (result: { ok: boolean; error?: { code: string } }): string =>
  result.ok ? 'ok' : (result.error?.code ?? '');

async function start(fields: Partial<MemberFields> = {}): Promise<{ commune: FakeCommune; pc: FakePc; id: string }> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  await syncOnce(pc);
  pc.office.actor = pc.office.ports.newId();
  const added = await addMember(pc.office, { ...blankMember, name, citizenId: '004190000001', ...fields });
  return { commune, pc, id: added.ok ? added.value.id : '' };
}

const read = async ({ office }: FakePc, id: string): Promise<MemberFields> =>
  must(await office.db.members.get(id), 'there');

async function proposed({ office }: FakePc, id: string, to: Record<string, string>): Promise<string> {
  const saved = await proposeChanges(office, id, { to, reason: 'theo giấy khai sinh', decision: null });
  return saved.ok ? saved.value.id : codeOf(saved);
}

describe('a value two people answer for', () => {
  it('is filled in freely, and not changed by hand: nothing of that write is taken', async () => {
    const { pc, id } = await start();
    expect(codeOf(await saveMember(pc.office, id, { fileNumber: '000001CB' }, anyTime))).toBe('ok');
    expect(await saveMember(pc.office, id, { citizenId: '1', phone: '0300000000' }, anyTime)).toMatchObject({
      error: { code: 'second-person-wanted', field: 'citizenId' },
    });
    expect(codeOf(await saveMember(pc.office, id, { citizenId: '' }, anyTime))).toBe('second-person-wanted');
    expect(await read(pc, id)).toMatchObject({ citizenId: '004190000001', phone: '', fileNumber: '000001CB' });
    expect(pc.desktop.journal).toHaveLength(2);
  });

  it('is proposed by one and confirmed by another, in one act with the record', async () => {
    const { pc, id } = await start();
    const changeId = await proposed(pc, id, { citizenId: '004190000009' });
    expect(codeOf(await confirmChange(pc.office, changeId))).toBe('own-proposal');
    expect(codeOf(await refuseChange(pc.office, changeId, 'không'))).toBe('own-proposal');
    const proposer = pc.office.actor;
    pc.office.actor = pc.office.ports.newId();
    expect(codeOf(await confirmChange(pc.office, changeId))).toBe('ok');
    expect((await read(pc, id)).citizenId).toBe('004190000009');
    expect(await pc.office.db.memberChanges.get(changeId)).toMatchObject({
      ...{ state: 'confirmed', proposedBy: proposer, decidedBy: pc.office.actor, from: '004190000001' },
    });
    expect(pc.desktop.journal.slice(-2).map(({ type }) => type)).toEqual(['memberChange', 'member']);
    expect(codeOf(await withdrawChange(pc.office, changeId))).toBe('change-settled');
  });

  it('is refused with a reason, or withdrawn, and the record stays', async () => {
    const { pc, id } = await start();
    const [refused, withdrawn] = [
      await proposed(pc, id, { citizenId: '1' }),
      await proposed(pc, id, { citizenId: '2' }),
    ];
    expect(codeOf(await withdrawChange(pc.office, withdrawn))).toBe('ok');
    pc.office.actor = pc.office.ports.newId();
    expect(codeOf(await refuseChange(pc.office, refused, ' '))).toBe('reason-wanted');
    expect(codeOf(await refuseChange(pc.office, refused, 'Giấy khai sinh ghi khác'))).toBe('ok');
    expect(codeOf(await confirmChange(pc.office, refused))).toBe('change-settled');
    expect((await read(pc, id)).citizenId).toBe('004190000001');
    expect(codeOf(await proposeChanges(pc.office, id, { to: { phone: '1' }, reason: 'x', decision: null }))).toBe(
      'bad-value',
    );
  });

  it('that has become another one since is not changed by an older proposal', async () => {
    const { pc, id } = await start();
    const [first, second] = [await proposed(pc, id, { citizenId: '1' }), await proposed(pc, id, { citizenId: '2' })];
    pc.office.actor = pc.office.ports.newId();
    expect(codeOf(await confirmChange(pc.office, first))).toBe('ok');
    expect(codeOf(await confirmChange(pc.office, second))).toBe('record-moved-on');
  });

  it('and the event that gave it are put right together', async () => {
    const { pc, id } = await start({ state: 'candidate', candidateStage: 'preparing' });
    const unitId = pc.office.ports.newId();
    const saved = await recordEvent(pc.office, id, fakeEvent('admitted', '2026-03-03', { unitId, place: 'Nà Lầu' }));
    const eventId = saved.ok ? saved.value.id : '';
    const changeId = await proposed(pc, id, { admittedOn: '2026-03-04' });
    pc.office.actor = pc.office.ports.newId();
    expect(codeOf(await confirmChange(pc.office, changeId))).toBe('ok');
    expect((await read(pc, id)).admittedOn).toBe('2026-03-04');
    expect(await pc.office.db.memberEvents.get(eventId)).toMatchObject({
      effectiveOn: '2026-03-04',
      sets: { admittedOn: '2026-03-04', admittedAt: 'Nà Lầu', unitId },
    });
    expect(codeOf(await saveMember(pc.office, id, { admittedAt: 'Nà Lầu Trên' }, anyTime))).toBe('ok');
    expect((await pc.office.db.memberEvents.get(eventId))?.sets).toMatchObject({ admittedAt: 'Nà Lầu Trên' });
    for (const change of [{ state: 'official' as const }, { unitId: null }])
      expect(codeOf(await saveMember(pc.office, id, change, anyTime))).toBe('by-event-only');
  });

  it('is confirmed by who may confirm, a leader too; nobody else', async () => {
    const { commune, pc, id } = await start({ state: 'candidate', candidateStage: 'preparing' });
    const people = Object.fromEntries(
      (['officer', 'leader', 'clerk', 'cell-secretary'] as const).map((role) => [role, pc.office.ports.newId()]),
    );
    for (const [role, person] of Object.entries(people))
      commune.province.publish(communeStream('na-lau'), 'staff', person, {
        ...{ name, post: '', role, unitId: null, order: 1, active: true },
      });
    await syncOnce(pc);
    const actAs = (role: string): void => {
      pc.office.actor = people[role] ?? '';
    };
    actAs('officer');
    const draft = fakeEvent('admitted', '2026-03-03', { unitId: pc.office.ports.newId(), place: 'Nà Lầu' });
    const saved = await recordEvent(pc.office, id, draft);
    const changeId = await proposed(pc, id, { admittedOn: '2026-03-04' });
    for (const role of ['clerk', 'cell-secretary']) {
      actAs(role);
      expect(codeOf(await confirmChange(pc.office, changeId))).toBe('not-your-role');
      expect(codeOf(await refuseChange(pc.office, changeId, 'không'))).toBe('not-your-role');
      expect(await proposed(pc, id, { citizenId: '1' })).toBe('not-your-role');
    }
    actAs('leader');
    expect(await proposed(pc, id, { citizenId: '1' })).toBe('not-your-role');
    expect(codeOf(await saveMember(pc.office, id, { phone: '0300000000' }, anyTime))).toBe('not-your-role');
    expect(codeOf(await confirmChange(pc.office, changeId))).toBe('ok');
    expect((await read(pc, id)).admittedOn).toBe('2026-03-04');
    const event = await pc.office.db.memberEvents.get(saved.ok ? saved.value.id : '');
    expect(event).toMatchObject({ effectiveOn: '2026-03-04' });
  });

  it('filled in by two at once waits for a choice, which nobody makes for the own value', async () => {
    const { commune, pc, id } = await start();
    const other = await commune.addPc(2);
    await syncOnce(pc, other);
    other.office.actor = other.office.ports.newId();
    await saveMember(pc.office, id, { officialOn: toPartialDate('2019-02-03') }, anyTime);
    await saveMember(other.office, id, { officialOn: toPartialDate('2019-03-02') }, anyTime);
    await syncOnce(pc, other, pc);
    const [conflict] = await listConflicts(pc.office);
    const { seq } = must(conflict, 'a conflict waits');
    const settle = async (value: string): Promise<string> =>
      codeOf(await settleConflict(pc.office, 'member', id, 'officialOn', value, seq));
    expect(await settle('2019-02-03')).toBe('own-proposal');
    expect(await settle('2020-01-01')).toBe('second-person-wanted');
    expect(await settle('2019-03-02')).toBe('ok');
  });
});
