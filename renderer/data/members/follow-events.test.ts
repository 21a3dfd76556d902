import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { communeStream } from '#shared/entities.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { fakeEvent } from '#renderer/platform/fake-event.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { listConflicts } from '../review/list-conflicts.ts';
import { addRecord, saveRecord } from '../write/save-record.ts';
import { recordEvent, voidEvent } from './event-repository.ts';
import { followDueEvents, followEvents } from './follow-events.ts';
import { addMember } from './member-repository.ts';

const name = splitPersonName('Nông Thị Đào');
const read = async ({ office }: FakePc, id: string): Promise<MemberFields> =>
  must(await office.db.members.get(id), 'there');

/** Two PCs with an officer at each, and a member both know. */
async function start(
  fields: Partial<MemberFields>,
): Promise<{ commune: FakeCommune; a: FakePc; b: FakePc; id: string }> {
  const commune = new FakeCommune();
  const [a, b] = [await commune.addPc(1), await commune.addPc(2)];
  for (const pc of [a, b]) {
    pc.office.actor = pc.office.ports.newId();
    commune.province.publish(communeStream('na-lau'), 'staff', pc.office.actor, {
      ...{ name: splitPersonName('Vi Văn Đức'), post: '', role: 'officer', unitId: null, order: 1, active: true },
    });
  }
  await syncOnce(a, b);
  const added = await addMember(a.office, { ...blankMember, name, ...fields });
  await syncOnce(a, b);
  return { commune, a, b, id: added.ok ? added.value.id : '' };
}

async function record(pc: FakePc, id: string, ...draft: Parameters<typeof fakeEvent>): Promise<string> {
  const saved = await recordEvent(pc.office, id, fakeEvent(...draft));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

const official = {
  state: 'official',
  admittedOn: toPartialDate('2001-02-03'),
  officialOn: toPartialDate('2002-02-03'),
} as const;

describe('an event entered ahead', () => {
  it('changes the record when its day comes, the same on every PC', async () => {
    const { commune, a, b, id } = await start(official);
    await record(a, id, 'exempted', '2026-11-24');
    await syncOnce(a, b);
    for (const pc of [a, b]) expect(await followDueEvents(pc.office)).toBe(0);
    expect((await read(a, id)).state).toBe('official');
    commune.nowMs += 2 * 86_400_000;
    for (const pc of [a, b]) expect(await followDueEvents(pc.office)).toBe(1);
    for (const pc of [a, b]) expect(await followDueEvents(pc.office)).toBe(0);
    await syncOnce(a, b, a);
    for (const pc of [a, b]) {
      expect((await read(pc, id)).state).toBe('exempt');
      expect(await listConflicts(pc.office)).toEqual([]);
    }
  });

  it('and voided before its day changes nothing', async () => {
    const { commune, a, id } = await start(official);
    const event = await record(a, id, 'exempted', '2026-11-24');
    await voidEvent(a.office, event, 'rút đơn');
    commune.nowMs += 5 * 86_400_000;
    expect(await followDueEvents(a.office)).toBe(0);
    expect((await read(a, id)).state).toBe('official');
  });

  it('is left to somebody who may', async () => {
    const { commune, a, id } = await start(official);
    await record(a, id, 'exempted', '2026-11-24');
    const officer = a.office.actor;
    a.office.actor = a.office.ports.newId();
    commune.nowMs += 5 * 86_400_000;
    expect(await followDueEvents(a.office)).toBeUndefined();
    a.office.actor = officer;
    expect(await followDueEvents(a.office)).toBe(1);
  });
});

describe('events recorded on two PCs without a line', () => {
  it('of different things are both there, and the record is what they make of it together', async () => {
    const { a, b, id } = await start({ state: 'probationary', admittedOn: toPartialDate('2025-02-03') });
    await record(a, id, 'temporary-out', '2026-03-01', { until: fakeDay, place: 'Hà Nội' });
    await syncOnce(a, b);
    // Here the recognition is not known when the member comes back, there the return when the recognition is entered.
    await record(a, id, 'temporary-ended', '2026-11-01');
    await record(b, id, 'recognised', '2026-02-03');
    expect((await read(a, id)).state).toBe('probationary');
    await syncOnce(a, b, a, b);
    for (const pc of [a, b]) {
      expect(await read(pc, id)).toMatchObject({ state: 'official', officialOn: '2026-02-03' });
      expect(await pc.office.db.memberEvents.count()).toBe(3);
      expect(await listConflicts(pc.office)).toEqual([]);
    }
  });

  it('of the same thing are asked about, and nothing is lost', async () => {
    const { a, b, id } = await start(official);
    const [to, elsewhere] = [a.office.ports.newId(), a.office.ports.newId()];
    await record(a, id, 'moved', '2026-11-01', { unitId: to });
    await record(b, id, 'moved', '2026-11-02', { unitId: elsewhere });
    await syncOnce(a, b, a, b);
    for (const pc of [a, b]) {
      const [conflict] = await listConflicts(pc.office);
      const [field] = must(conflict, 'a conflict waits').fields;
      expect([field?.now.value, ...(field?.others ?? []).map(({ value }) => value)].sort()).toEqual(
        [to, elsewhere].sort(),
      );
      expect(await pc.office.db.memberEvents.count()).toBe(2);
    }
  });
});

describe('what an import has written', () => {
  /** An import says of today that the member is in another cell, as a line of it does: record and line in turn. */
  async function importCell(pc: FakePc, id: string, was: string | null, to: string): Promise<void> {
    const line = {
      ...{ batchId: pc.office.ports.newId(), memberId: id, row: 2 },
      was: { unitId: was },
      to: { unitId: to },
    };
    await saveRecord(pc.office, 'member', id, { unitId: to }, Number.MAX_SAFE_INTEGER);
    await addRecord(pc.office, 'importLine', { ...line, proposals: [], passed: [], state: 'written' });
  }

  it('stays though an older event says otherwise, on every PC, until an event says something newer', async () => {
    const { commune, a, b, id } = await start(official);
    const [first, second] = [a.office.ports.newId(), a.office.ports.newId()];
    await record(a, id, 'moved', '2026-10-01', { unitId: first });
    await record(a, id, 'moved', '2026-11-01', { unitId: second });
    await importCell(a, id, second, first);
    await syncOnce(a, b);
    commune.nowMs += 86_400_000;
    for (const pc of [a, b]) {
      await followEvents(pc.office, [id]);
      expect((await read(pc, id)).unitId).toBe(first);
    }
    await record(b, id, 'moved', '2026-11-20', { unitId: second });
    await syncOnce(b, a);
    for (const pc of [a, b]) {
      await followEvents(pc.office, [id]);
      expect((await read(pc, id)).unitId).toBe(second);
    }
  });
});

const fakeDay = '2026-12-31' as never;
