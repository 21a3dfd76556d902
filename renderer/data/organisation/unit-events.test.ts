import 'fake-indexeddb/auto';
import { V7Generator } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { addDays, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { communeStream } from '#shared/entities.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { findFieldOn } from '#shared/domain/member-life/record-on-day.ts';
import type { UnitEventDraft } from '#shared/domain/unit/unit-event-draft.ts';
import { unitsOn } from '#shared/domain/unit/unit-fields.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import { fakeEvent } from '#renderer/platform/fake-event.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { setFeeBasis, takeFees } from '../fees/fee-repository.ts';
import { readFeeSheet } from '../fees/read-fee-sheet.ts';
import { addMeeting } from '../meetings/meeting-repository.ts';
import { recordEvent } from '../members/event-repository.ts';
import { addMember, saveMember } from '../members/member-repository.ts';
import { readStory } from '../members/member-story.ts';
import { listConflicts } from '../review/list-conflicts.ts';
import { followUnitsDaily } from './follow-units.ts';
import { addUnit } from './organisation-repository.ts';
import { readTree } from './read-succession.ts';
import { previewUnitEvent, recordUnitEvent, voidUnitEvent } from './unit-event-repository.ts';

const TODAY = toPlainDate('2026-11-22');
const decision = { symbol: '15-QĐ/ĐU', issuedOn: toPlainDate('2026-11-20'), issuer: 'Đảng uỷ xã', signer: '' };

type World = {
  commune: FakeCommune;
  a: FakePc;
  b: FakePc;
  cells: readonly [string, string, string];
  people: readonly string[];
};

/** Two PCs with a head of office at each, three cells, and two members in each cell. */
async function start(): Promise<World> {
  const commune = new FakeCommune();
  const ids = new V7Generator();
  const [a, b] = [await commune.addPc(1), await commune.addPc(2)];
  for (const pc of [a, b]) {
    // Ids say when a record was made: by the clock of the commune.
    Object.assign(pc.office.ports, { newId: () => ids.generateOrResetWithTs(commune.nowMs).toString() });
    pc.office.actor = pc.office.ports.newId();
    commune.province.publish(communeStream('na-lau'), 'staff', pc.office.actor, {
      ...{ name: splitPersonName('Vi Văn Đức'), post: '', role: 'office-head', unitId: null, order: 1, active: true },
    });
  }
  await syncOnce(a, b);
  const cells: string[] = [];
  const people: string[] = [];
  for (const name of ['Chi bộ A', 'Chi bộ B', 'Chi bộ D']) {
    const blank = { ...usualUnit, kind: 'cell', parentId: null, order: 1, validFrom: null, validTo: null } as const;
    const made = await addUnit(a.office, { ...blank, name });
    cells.push(made.ok ? made.value.id : '');
    for (const given of ['An', 'Bình']) people.push(await put(a, cells.at(-1) ?? '', `Nông Văn ${given}`));
  }
  await syncOnce(a, b);
  return { commune, a, b, cells: [cells[0] ?? '', cells[1] ?? '', cells[2] ?? ''], people };
}

const official = {
  state: 'official',
  admittedOn: toPartialDate('2001-02-03'),
  officialOn: toPartialDate('2002-02-03'),
} as const;

async function put({ office }: FakePc, unitId: string, name: string): Promise<string> {
  const added = await addMember(office, { ...blankMember, ...official, name: splitPersonName(name), unitId });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

function draft(kind: UnitEventDraft['kind'], more: Partial<UnitEventDraft>): UnitEventDraft {
  return {
    ...{ kind, on: TODAY, fromUnitIds: [], toUnitIds: [], founded: [], name: '', parentId: null, memberUnits: {} },
    ...{ decision, note: '', ...more },
  };
}

function founded(pc: FakePc, name: string): UnitEventDraft['founded'][number] {
  const plain = { kind: 'cell', sort: 'hamlet', parentId: null, order: 1, termFrom: null, termTo: null } as const;
  return { ...plain, id: pc.office.ports.newId(), name };
}

async function merge(
  pc: FakePc,
  from: readonly string[],
  more: Partial<UnitEventDraft> = {},
): Promise<{ id: string; into: string }> {
  const one = founded(pc, 'Chi bộ C');
  const saved = await recordUnitEvent(
    pc.office,
    draft('merged', { fromUnitIds: from, toUnitIds: [one.id], founded: [one], ...more }),
  );
  if (!saved.ok) throw new Error(saved.error.code);
  return { id: saved.value.id, into: one.id };
}

const unitsOf = async ({ office }: FakePc, ids: readonly string[]): Promise<(string | null | undefined)[]> =>
  (await office.db.members.bulkGet([...ids])).map((row) => row?.unitId);

const toldOn = async ({ office }: FakePc, id: string, day: PlainDate): Promise<unknown> => {
  const row = must(await office.db.members.get(id), 'there');
  return (findFieldOn(await readStory(office, row), 'unitId', day) ?? { value: row.unitId }).value;
};

const meetingIn = async (pc: FakePc, unitId: string, day: string): Promise<string> => {
  const made = await addMeeting(pc.office, {
    unitId,
    kind: 'thematic',
    startsAt: `${day}T07:00:00.000Z`,
    topic: 'Mẫu',
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
};

describe('a merger', () => {
  it('ends the old cells and takes members and planned meetings along; the days before are told as they were', async () => {
    const { a, b, cells, people } = await start();
    const [coming, past] = [await meetingIn(a, cells[0], '2026-12-05'), await meetingIn(a, cells[0], '2026-11-03')];
    const { into } = await merge(a, [cells[0], cells[1]]);
    await syncOnce(a, b, a);
    for (const pc of [a, b]) {
      expect(await unitsOf(pc, people)).toEqual([into, into, into, into, cells[2], cells[2]]);
      expect(await pc.office.db.units.get(cells[0])).toMatchObject({ validTo: '2026-11-21', successorIds: [into] });
      expect((await pc.office.db.meetings.get(coming))?.unitId).toBe(into);
      expect((await pc.office.db.meetings.get(past))?.unitId).toBe(cells[0]);
      expect(await toldOn(pc, people[0] ?? '', addDays(TODAY, -1))).toBe(cells[0]);
      expect(await toldOn(pc, people[0] ?? '', TODAY)).toBe(into);
      const tree = await readTree(pc.office);
      const names = async (day: PlainDate): Promise<string[]> =>
        unitsOn(await pc.office.db.units.toArray(), tree.changes, tree.succession, day)
          .map(({ name }) => name)
          .sort();
      expect(await names(addDays(TODAY, -1))).toEqual(['Chi bộ A', 'Chi bộ B', 'Chi bộ D']);
      expect(await names(TODAY)).toEqual(['Chi bộ C', 'Chi bộ D']);
      expect(await listConflicts(pc.office)).toEqual([]);
      expect((await pc.office.db.memberEvents.toArray()).length).toBe(4);
    }
  });

  it('finds what another PC wrote into the old cell meanwhile, and takes it along', async () => {
    const { a, b, cells, people } = await start();
    const { into } = await merge(a, [cells[0], cells[1]]);
    // The other PC has no line: somebody new, somebody moved in, a meeting, a phone number of somebody who goes along.
    const added = await put(b, cells[0], 'Vi Thị Mới');
    await recordEvent(b.office, people[4] ?? '', fakeEvent('moved', '2026-11-22', { unitId: cells[1] }));
    const meeting = await meetingIn(b, cells[1], '2026-12-10');
    await saveMember(b.office, people[0] ?? '', { phone: '0912000111' }, Number.MAX_SAFE_INTEGER);
    await syncOnce(a, b, a, b);
    for (const pc of [a, b]) {
      expect(await unitsOf(pc, [...people, added])).toEqual([into, into, into, into, into, cells[2], into]);
      expect((await pc.office.db.meetings.get(meeting))?.unitId).toBe(into);
      expect((await pc.office.db.members.get(people[0] ?? ''))?.phone).toBe('0912000111');
      expect(await listConflicts(pc.office)).toEqual([]);
      expect(await pc.office.db.outbox.where('kind').equals('rejected').count()).toBe(0);
    }
    const seen = await lateWorkAt(b);
    expect(seen).toEqual(['meeting', 'member', 'member']);
  });

  it('of the same cell on two PCs counts once: everybody is in one living cell', async () => {
    const { a, b, cells, people } = await start();
    const first = await merge(a, [cells[0], cells[1]]);
    const second = await merge(b, [cells[1], cells[2]]);
    await syncOnce(a, b, a, b, a, b);
    for (const pc of [a, b]) {
      const told = await unitsOf(pc, people);
      expect(told.every((unitId) => unitId === first.into || unitId === second.into)).toBe(true);
      expect(told.slice(4)).toEqual([second.into, second.into]);
    }
    expect(await unitsOf(a, people)).toEqual(await unitsOf(b, people));
  });

  it('that is to come changes nothing before its day, and everything on it, on every PC alike', async () => {
    const { commune, a, b, cells, people } = await start();
    const { into } = await merge(a, [cells[0], cells[1]], { on: addDays(TODAY, 3) });
    await syncOnce(a, b);
    expect(await unitsOf(b, people.slice(0, 4))).toEqual([cells[0], cells[0], cells[1], cells[1]]);
    commune.nowMs += 3 * 86_400_000;
    for (const pc of [a, b]) expect(await followUnitsDaily(pc.office)).toBe(true);
    expect(await lateWorkAt(a)).toEqual([]);
    for (const pc of [a, b]) expect(await followUnitsDaily(pc.office)).toBe(false);
    await syncOnce(a, b, a);
    for (const pc of [a, b]) {
      expect(await unitsOf(pc, people.slice(0, 4))).toEqual([into, into, into, into]);
      expect(await listConflicts(pc.office)).toEqual([]);
    }
  });

  it('is left to somebody who may', async () => {
    const { a, cells } = await start();
    const one = founded(a, 'Chi bộ C');
    const wanted = draft('merged', { fromUnitIds: cells.slice(0, 2), toUnitIds: [one.id], founded: [one] });
    await a.office.db.staff.update(a.office.actor, { role: 'officer' });
    expect(await recordUnitEvent(a.office, wanted)).toMatchObject({ ok: false, error: { code: 'not-your-role' } });
  });
});

describe('fees', () => {
  it('that were paid stay with the old cell; what is still owed of the month is taken in by the new one', async () => {
    const { a, cells, people } = await start();
    const [paid = '', owing = ''] = people;
    for (const memberId of [paid, owing]) {
      const basis = { memberId, from: '2026-02', category: 'pension', base: 5_000_000, agreed: null } as const;
      await setFeeBasis(a.office, { ...basis, decision: null, note: '' });
    }
    const payment = { memberId: paid, unitId: cells[0], month: '2026-11', due: 25_000, paid: 25_000, paidOn: TODAY };
    await takeFees(a.office, [{ ...payment, way: 'cash', receivedBy: '', note: '' }]);
    const { into } = await merge(a, [cells[0], cells[1]]);
    const shown = async (unitId: string): Promise<string[]> =>
      (await readFeeSheet(a.office, unitId, '2026-11')).lines.map(({ member }) => member.id);
    expect(await shown(cells[0])).toEqual([paid]);
    expect(await shown(into)).toContain(owing);
    expect(await shown(into)).not.toContain(paid);
    expect((await readFeeSheet(a.office, cells[0], '2026-11')).collected).toBe(25_000);
  });
});

describe('a split', () => {
  it('sends each where they were named, the others and the work to the first', async () => {
    const { a, b, cells, people } = await start();
    const [one, two] = [founded(a, 'Chi bộ A1'), founded(a, 'Chi bộ A2')];
    const meeting = await meetingIn(a, cells[0], '2026-12-05');
    const wanted = draft('split', {
      ...{ fromUnitIds: [cells[0]], toUnitIds: [one.id, two.id], founded: [one, two] },
      memberUnits: { [people[1] ?? '']: two.id },
    });
    const shown = await previewUnitEvent(a.office, wanted);
    expect(shown.problems).toEqual([]);
    expect(shown.carried.members).toHaveLength(2);
    expect(shown.carried.works).toMatchObject([{ type: 'meeting', to: one.id }]);
    expect(await a.office.db.unitEvents.count()).toBe(0);
    await recordUnitEvent(a.office, wanted);
    const late = await put(b, cells[0], 'Vi Thị Mới');
    await syncOnce(a, b, a, b);
    for (const pc of [a, b]) {
      expect(await unitsOf(pc, [...people.slice(0, 2), late])).toEqual([one.id, two.id, one.id]);
      expect((await pc.office.db.meetings.get(meeting))?.unitId).toBe(one.id);
    }
  });
});

describe('a change taken back', () => {
  it('gives back cells, members and work, and what came to the new cell since', async () => {
    const { a, b, cells, people } = await start();
    const meeting = await meetingIn(a, cells[1], '2026-12-05');
    const { id, into } = await merge(a, [cells[0], cells[1]]);
    await syncOnce(a, b);
    const late = await put(b, into, 'Vi Thị Mới');
    expect(await voidUnitEvent(a.office, id, '')).toMatchObject({ error: { code: 'reason-wanted' } });
    expect(await voidUnitEvent(a.office, id, 'ghi nhầm quyết định')).toMatchObject({ ok: true });
    await syncOnce(a, b, a, b);
    for (const pc of [a, b]) {
      expect(await unitsOf(pc, [...people.slice(0, 4), late])).toEqual([
        cells[0],
        cells[0],
        cells[1],
        cells[1],
        cells[0],
      ]);
      expect((await pc.office.db.meetings.get(meeting))?.unitId).toBe(cells[1]);
      expect(await pc.office.db.units.get(cells[0])).toMatchObject({ validTo: null, successorIds: [] });
      expect(await pc.office.db.units.get(into)).toMatchObject({ validTo: '2026-11-21' });
      expect(await listConflicts(pc.office)).toEqual([]);
    }
    expect(await voidUnitEvent(a.office, id, 'lần nữa')).toMatchObject({ error: { code: 'event-settled' } });
  });

  it('is refused when a later change or work rests on it', async () => {
    const { a, cells } = await start();
    const { id, into } = await merge(a, [cells[0], cells[1]]);
    const wanted = draft('renamed', { fromUnitIds: [into], toUnitIds: [into], name: 'Chi bộ Hợp nhất' });
    const renamed = await recordUnitEvent(a.office, wanted);
    expect(await voidUnitEvent(a.office, id, 'nhầm')).toMatchObject({ error: { code: 'unit-event-built-on' } });
    expect(await a.office.db.units.get(into)).toMatchObject({
      name: 'Chi bộ Hợp nhất',
      formerNames: [{ name: 'Chi bộ C' }],
    });
    await voidUnitEvent(a.office, renamed.ok ? renamed.value.id : '', 'nhầm');
    expect(await a.office.db.units.get(into)).toMatchObject({ name: 'Chi bộ C', formerNames: [] });
    expect(await voidUnitEvent(a.office, id, 'nhầm')).toMatchObject({ ok: true });
  });
});

describe('a change that does not fit', () => {
  it('is refused: without a decision, of what is not there, into itself', async () => {
    const { a, cells } = await start();
    const kinds = async (more: Partial<UnitEventDraft>): Promise<string[]> => {
      const wanted = draft('merged', { fromUnitIds: [cells[0]], toUnitIds: [cells[1]], ...more });
      return (await previewUnitEvent(a.office, wanted)).problems.map(({ kind }) => kind);
    };
    expect(await kinds({})).toEqual([]);
    expect(await kinds({ decision: null })).toEqual(['lacking-decision']);
    expect(await kinds({ toUnitIds: [] })).toEqual(['lacking-heir']);
    expect(await kinds({ toUnitIds: [cells[0]] })).toEqual(['lacking-unit']);
    await merge(a, [cells[0], cells[1]]);
    expect(await kinds({})).toEqual(['not-there', 'heir-not-there']);
  });
});

async function lateWorkAt({ office }: FakePc): Promise<string[]> {
  const kept = (await office.db.localMeta.get('late-unit-work'))?.value as readonly { what: string }[] | undefined;
  return (kept ?? []).map(({ what }) => what).sort();
}
