import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import type { MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import { isMoveBy, planMoves } from './carry-members.ts';
import { planStudy, planWork } from './carry-work.ts';
import { concernsOf, noPeople } from './unit-concerns.ts';
import { unitsOn, updatesOf } from './unit-fields.ts';
import { defaultUnitRules } from './unit-rules.ts';
import { livingUnit, successionOf, type UnitChange } from './unit-succession.ts';
import { usualUnit } from './usual-unit.ts';

const day = toPlainDate;
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`) as [
  string,
  string,
  string,
  string,
];
const M = '00000001-0000-7000-8000-000000000001';
const event = (n: number): string => `0000000${String(n)}-0000-7000-8000-0000000000ee`;

function change(n: number, more: Partial<UnitChange>): UnitChange {
  return {
    ...{ id: event(n), kind: 'merged', on: day('2026-03-10'), fromUnitIds: [A, B], toUnitIds: [C] },
    ...{
      foundedUnitIds: [],
      formerName: '',
      name: '',
      formerParentId: null,
      parentId: null,
      memberUnits: {},
      carriedWork: {},
    },
    ...{ decision: null, voidReason: '', ...more },
  };
}

function story(unitId: string, events: readonly LifeEvent[] = []): MemberStory {
  return { member: { ...blankMember, state: 'official', unitId }, events, madeOn: day('2026-01-01') };
}

const unit = { ...usualUnit, kind: 'cell', order: 1, validFrom: day('2025-07-01'), validTo: null } as const;

describe('what becomes of organisations', () => {
  it('is told from heir to heir, and on a day before the end it is still there', () => {
    const told = successionOf([change(2, {}), change(3, { on: day('2026-05-01'), fromUnitIds: [C], toUnitIds: [D] })]);
    expect(livingUnit(told, A, day('2026-03-09'))).toBe(A);
    expect(livingUnit(told, A, day('2026-03-10'))).toBe(C);
    expect(livingUnit(told, A, day('2026-05-01'))).toBe(D);
  });

  it('when two PCs put each into the other: the first counts, and somebody is left', () => {
    const told = successionOf([
      change(3, { fromUnitIds: [B], toUnitIds: [A] }),
      change(2, { fromUnitIds: [A], toUnitIds: [B] }),
    ]);
    expect(livingUnit(told, A, day('2026-12-01'))).toBe(B);
    expect(livingUnit(told, B, day('2026-12-01'))).toBe(B);
  });

  it('when a change is taken back: what it ended lives, what it founded hands back', () => {
    const told = successionOf([change(2, { foundedUnitIds: [C], voidReason: 'nhầm' })]);
    expect(livingUnit(told, A, day('2026-12-01'))).toBe(A);
    expect(livingUnit(told, C, day('2026-12-01'))).toBe(A);
  });

  it('is written into the record: the last day ahead, the heirs when the day has come', () => {
    const changes = [change(2, {})];
    const told = successionOf(changes);
    const held = { ...unit, id: A, name: 'Chi bộ A', parentId: null };
    expect(updatesOf(held, changes, told, day('2026-03-01'))).toEqual({ validTo: '2026-03-09' });
    expect(updatesOf(held, changes, told, day('2026-03-10'))).toEqual({ validTo: '2026-03-09', successorIds: [C] });
    const back = [change(2, { voidReason: 'nhầm' })];
    const ended = { ...held, validTo: day('2026-03-09'), successorIds: [C] };
    expect(updatesOf(ended, back, successionOf(back), day('2026-03-10'))).toEqual({ validTo: null, successorIds: [] });
  });
});

describe('the tree on a day', () => {
  const changes = [
    change(2, { foundedUnitIds: [C], carriedWork: { [D]: A } }),
    change(3, {
      kind: 'renamed',
      on: day('2026-02-01'),
      fromUnitIds: [A],
      toUnitIds: [A],
      formerName: 'Cũ',
      name: 'Mới',
    }),
    change(4, {
      kind: 'moved',
      on: day('2026-02-15'),
      fromUnitIds: [B],
      toUnitIds: [B],
      formerParentId: null,
      parentId: A,
    }),
  ];
  const told = successionOf(changes);
  const units = [
    { ...unit, id: A, name: 'Mới', parentId: null },
    { ...unit, id: B, name: 'B', parentId: A },
    { ...unit, id: C, name: 'C', parentId: null, validFrom: day('2026-03-10') },
    { ...unit, id: D, name: 'D', parentId: C },
  ];
  const shape = (on: string): string[] =>
    unitsOn(units, changes, told, day(on)).map(({ name, parentId }) => `${name} ${parentId?.slice(-1) ?? '-'}`);

  it('has the names, places and organisations of that day', () => {
    expect(shape('2026-01-31')).toEqual(['Cũ -', 'B -', 'D a']);
    expect(shape('2026-02-20')).toEqual(['Mới -', 'B a', 'D a']);
    expect(shape('2026-03-10')).toEqual(['C -', 'D c']);
  });
});

describe('members', () => {
  it('go along with their organisation, once', () => {
    const told = successionOf([change(2, {})]);
    const [move, ...more] = planMoves(M, story(A), told, day('2026-06-01'));
    expect(move).toMatchObject({ on: '2026-03-10', from: A, to: C });
    expect(more).toEqual([]);
    const made = eventOf(move?.id ?? '', '2026-03-10', C, A);
    expect(planMoves(M, story(C, [made]), told, day('2026-06-01'))).toEqual([]);
    expect(isMoveBy(event(2), M, made, [made])).toBe(true);
  });

  it('who were put in later, by a PC that had not heard of the end, go along from that day', () => {
    const told = successionOf([change(2, {})]);
    const late = eventOf(event(9), '2026-04-02', A, D);
    expect(planMoves(M, story(A, [late]), told, day('2026-06-01'))).toMatchObject([
      { on: '2026-04-02', from: A, to: C },
    ]);
  });

  it('stay until the day of the change has come, and stay for ever when they had left before it', () => {
    const told = successionOf([change(2, {})]);
    expect(planMoves(M, story(A), told, day('2026-03-09'))).toEqual([]);
    const gone = { ...story(A), member: { ...blankMember, state: 'transferred', unitId: A } } as const;
    expect(planMoves(M, gone, told, day('2026-06-01'))).toEqual([]);
  });

  it('of a split go where they were named, the others to the first; a part takes only those named', () => {
    const split = successionOf([
      change(2, { kind: 'split', fromUnitIds: [A], toUnitIds: [B, C], memberUnits: { [M]: C } }),
    ]);
    expect(planMoves(M, story(A), split, day('2026-06-01'))).toMatchObject([{ to: C }]);
    expect(planMoves(event(7), story(A), split, day('2026-06-01'))).toMatchObject([{ to: B }]);
    const part = successionOf([
      change(2, { kind: 'split', fromUnitIds: [A], toUnitIds: [A, C], memberUnits: { [M]: C } }),
    ]);
    expect(planMoves(M, story(A), part, day('2026-06-01'))).toMatchObject([{ to: C }]);
    expect(planMoves(event(7), story(A), part, day('2026-06-01'))).toEqual([]);
    // Put back by hand on the very day, after the split: that holds.
    const back = eventOf(event(9), '2026-03-10', A, A);
    expect(planMoves(M, story(A, [back]), part, day('2026-06-01'))).toEqual([]);
  });
});

describe('work', () => {
  const told = successionOf([change(2, {})]);
  const today = day('2026-06-01');
  const meeting = (state: string, on: string): Parameters<typeof planWork>[0] => [
    { type: 'meeting', id: M, fields: { unitId: A, state, startsAt: `${on}T08:00:00.000Z` } },
  ];

  it('that is still to be done goes along; what was done stays', () => {
    expect(planWork(meeting('planned', '2026-03-20'), told, today)).toMatchObject([{ f: { unitId: C }, from: A }]);
    expect(planWork(meeting('closed', '2026-03-20'), told, today)).toEqual([]);
    expect(planWork(meeting('planned', '2026-03-02'), told, today)).toEqual([]);
    const rating = (decidedLevel: string | null): Parameters<typeof planWork>[0] => [
      { type: 'rating', id: M, fields: { unitId: B, memberId: M, decidedLevel } },
    ];
    expect(planWork(rating(null), told, today)).toHaveLength(1);
    expect(planWork(rating('good'), told, today)).toEqual([]);
  });

  it('of a member goes where the member goes', () => {
    const split = successionOf([
      change(2, { kind: 'split', fromUnitIds: [A], toUnitIds: [B, C], memberUnits: { [M]: C } }),
    ]);
    const own = { unitId: A, memberId: M, decidedLevel: null };
    expect(planWork([{ type: 'rating', id: D, fields: own }], split, today)).toMatchObject([{ f: { unitId: C } }]);
  });

  it('posts end with their organisation, those given later go along', () => {
    const post = (from: string, to: string | null): Parameters<typeof planWork>[0] => [
      { type: 'appointment', id: M, fields: { unitId: A, from, to } },
    ];
    expect(planWork(post('2025-07-01', null), told, today)).toMatchObject([{ f: { to: '2026-03-09' } }]);
    expect(planWork(post('2025-07-01', '2026-01-01'), told, today)).toEqual([]);
    expect(planWork(post('2026-04-01', null), told, today)).toMatchObject([{ f: { unitId: C } }]);
  });

  it('to be studied is for the heirs too', () => {
    expect(planStudy([{ id: M, unitIds: [A], isClosed: false }], told, today)).toMatchObject([
      { f: { unitIds: [A, C] } },
    ]);
    expect(planStudy([{ id: M, unitIds: [A, C], isClosed: false }], told, today)).toEqual([]);
    expect(planStudy([{ id: M, unitIds: [A], isClosed: true }], told, today)).toEqual([]);
  });
});

describe('what should be seen to', () => {
  const today = day('2026-06-01');
  const kinds = (
    people: Partial<typeof noPeople>,
    more: Partial<{ kind: 'cell' | 'base-committee' | 'office'; termTo: ReturnType<typeof day> }> = {},
  ): string[] =>
    concernsOf({ kind: 'cell', termTo: null, ...more }, { ...noPeople, ...people }, [], today, defaultUnitRules).map(
      ({ kind }) => kind,
    );

  it('are too few official members, a committee that is due, no secretary, a term that ends', () => {
    expect(kinds({ official: 2 })).toEqual(['few-official', 'no-secretary']);
    expect(kinds({ official: 9 })).toEqual(['committee-due', 'no-secretary']);
    expect(kinds({ official: 20 }, { kind: 'base-committee' })).toEqual(['few-for-base', 'no-secretary']);
    expect(kinds({ official: 4 }, { termTo: day('2026-07-01') })).toContain('term-ending');
    expect(kinds({ official: 4 }, { termTo: day('2026-05-31') })).toContain('term-over');
    expect(kinds({}, { kind: 'office' })).toEqual([]);
  });

  it('are no more when the posts are held on that day', () => {
    const posts = [
      { kind: 'secretary', from: day('2025-07-01'), to: null },
      { kind: 'committee-member', from: null, to: day('2026-06-01') },
    ] as const;
    const unitOfCell = { kind: 'cell', termTo: null } as const;
    expect(concernsOf(unitOfCell, { ...noPeople, official: 12 }, posts, today, defaultUnitRules)).toEqual([]);
  });
});

function eventOf(id: string, on: string, to: string, before: string): LifeEvent {
  return {
    ...{ id, kind: 'moved', effectiveOn: toPartialDate(on), until: null, state: 'decided', isPastOnly: false },
    ...{ sets: { unitId: to }, before: { unitId: before }, form: '', years: null, unitId: to },
  };
}
