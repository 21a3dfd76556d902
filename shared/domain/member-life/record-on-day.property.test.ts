import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { addDays, startOfDayMs, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields, MemberState } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import type { LifeEvent } from './life-event.ts';
import type { EventDraft } from './event-draft.ts';
import { planEvent, planVoid } from './plan-event.ts';
import { changesByEvents, recordOn, type PlainEdit } from './record-on-day.ts';

const START = toPlainDate('2026-01-01');
const DAYS = 60;
const rules = { ...defaultMemberRules, probationMonths: 0 };
const dayNumber = (n: number): PlainDate => addDays(START, n);

type Act =
  | { readonly do: 'record'; readonly kind: MemberEventKind; readonly shift: number; readonly unit: number }
  | { readonly do: 'void'; readonly pick: number }
  | { readonly do: 'phone'; readonly phone: string }
  | { readonly do: 'wait'; readonly days: number };

const kinds = [
  'admitted',
  'recognised',
  'exempted',
  'exemption-ended',
  'temporary-out',
  'temporary-ended',
  'moved',
  'struck-off',
  'restored',
  'deceased',
  'card-issued',
  'transferred-out',
  'transferred-in',
] as const satisfies readonly MemberEventKind[];

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      kind: fc.constantFrom(...kinds),
      shift: fc.integer({ min: -12, max: 5 }),
      unit: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const), pick: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('phone' as const), phone: fc.constantFrom('1', '2', '3') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 6 }) }) },
);

/** What is known of the member, told in the plainest way: what was true each day, from the events in the order of their days, with no code of ours. */
type Plain = {
  party: 'no' | 'probation' | 'full' | 'gone' | 'away-for-good' | 'dead';
  was: 'probation' | 'full';
  exempt: boolean;
  away: boolean;
  unit: string;
  admittedOn: string | null;
  officialOn: string | null;
  card: string;
};
type Noted = {
  readonly id: string;
  readonly n: number;
  readonly kind: MemberEventKind;
  readonly unit: string;
  readonly card: string;
  readonly at: number;
};

function tell(noted: readonly Noted[], n: number, from: MemberState): Plain {
  const now: Plain = {
    party: from === 'candidate' ? 'no' : 'full',
    was: 'full',
    exempt: false,
    away: false,
    unit: 'u0',
    admittedOn: from === 'candidate' ? null : '2000-01-01',
    officialOn: from === 'candidate' ? null : '2001-01-01',
    card: '',
  };
  const inside = (): boolean => now.party === 'probation' || now.party === 'full';
  // Who goes on elsewhere stays exempt.
  const out = (party: Plain['party'], exempt = false): void => {
    if (now.party === 'probation' || now.party === 'full') now.was = now.party;
    Object.assign(now, { party, exempt, away: false });
  };
  const sorted = noted.filter((each) => each.n <= n).sort((a, b) => a.n - b.n || a.at - b.at);
  for (const { kind, unit, card, n: day } of sorted) {
    const on = dayNumber(day);
    if (kind === 'admitted') {
      if (now.party === 'no') now.party = 'probation';
      Object.assign(now, { admittedOn: on, unit });
    } else if (kind === 'recognised') {
      if (now.party === 'probation') now.party = 'full';
      now.officialOn = on;
    } else if (kind === 'exempted') now.exempt ||= now.party === 'full';
    else if (kind === 'exemption-ended') now.exempt &&= now.party !== 'full';
    else if (kind === 'temporary-out') now.away ||= inside();
    else if (kind === 'temporary-ended') now.away &&= !inside();
    else if (kind === 'moved') now.unit = unit;
    else if (kind === 'struck-off') {
      if (inside()) out('gone');
    } else if (kind === 'transferred-out') {
      if (inside()) out('away-for-good', now.exempt);
    } else if (kind === 'deceased') {
      if (inside() || now.party === 'no') out('dead');
    } else if (kind === 'restored') {
      if (now.party === 'gone') now.party = now.was;
      now.unit = unit;
    } else if (kind === 'transferred-in') {
      if (now.party === 'away-for-good') now.party = now.was;
      now.unit = unit;
    } else if (kind === 'card-issued') now.card = card;
  }
  return now;
}

function stateOf({ party, exempt, away }: Plain): MemberState {
  if (party === 'no') return 'candidate';
  if (party === 'gone') return 'left';
  if (party === 'away-for-good') return 'transferred';
  if (party === 'dead') return 'deceased';
  if (away) return 'temporarily-away';
  return exempt && party === 'full' ? 'exempt' : party === 'full' ? 'official' : 'probationary';
}

const told = (member: MemberFields) => [
  member.state,
  member.unitId,
  member.admittedOn,
  member.officialOn,
  member.cardNumber,
];
const expected = (plain: Plain) => [stateOf(plain), plain.unit, plain.admittedOn, plain.officialOn, plain.card];

/** An office that records, voids, edits and lets days pass; events may be entered late and ahead. */
function live(from: 'candidate' | 'official', acts: readonly Act[]) {
  let today = 15;
  let member: MemberFields = {
    ...blankMember,
    state: from,
    unitId: 'u0',
    ...(from === 'official' && { admittedOn: toPartialDate('2000-01-01'), officialOn: toPartialDate('2001-01-01') }),
  };
  let events: readonly LifeEvent[] = [];
  const noted = new Map<string, Noted>();
  const edits: PlainEdit[] = [];
  const phones: { n: number; phone: string }[] = [];
  const write = (changes: Readonly<Record<string, unknown>>): void => {
    for (const [field, value] of Object.entries(changes))
      edits.push({ field, value: value as PlainEdit['value'], on: dayNumber(today) });
    member = { ...member, ...changes };
  };
  for (const [at, each] of acts.entries()) {
    const story = { member, events, madeOn: START };
    const id = idOf(dayNumber(today), at);
    if (each.do === 'wait') {
      for (let passed = 0; passed < each.days && today < DAYS - 6; passed += 1) {
        today += 1;
        write(changesByEvents({ member, events, madeOn: START }, dayNumber(today)));
      }
    } else if (each.do === 'phone') {
      if (each.phone !== member.phone) {
        if (phones.length === 0) edits.push({ field: 'phone', value: '', on: START });
        phones.push({ n: today, phone: each.phone });
        write({ phone: each.phone });
      }
    } else if (each.do === 'void') {
      const open = events.filter(({ state }) => state === 'decided');
      const target = open[each.pick % Math.max(1, open.length)];
      if (target === undefined) continue;
      write(planVoid(story, target.id, dayNumber(today)));
      events = events.map((event) => (event.id === target.id ? { ...event, state: 'void' as const } : event));
      noted.delete(target.id);
    } else {
      const n = Math.max(0, Math.min(DAYS - 1, today + each.shift));
      const draft: EventDraft = {
        ...{ kind: each.kind, effectiveOn: toPartialDate(dayNumber(n)), until: dayNumber(n + 30), isPastOnly: false },
        decision: { symbol: '1-QĐ/ĐU', issuedOn: START, issuer: '', signer: '' },
        ...{ decisionId: null, unitId: `u${String(each.unit)}`, place: '', form: '', number: id, years: null },
        ...{ amount: null, reason: 'x', note: '' },
      };
      const plan = planEvent(story, draft, id, dayNumber(today), rules);
      if (plan.problems.some((problem) => problem.weight === 'stop' && problem.kind !== 'lacking')) continue;
      events = [...events, { ...plan.event, id, state: 'decided' as const }];
      noted.set(id, { id, n, kind: each.kind, unit: `u${String(each.unit)}`, card: id, at });
      write(plan.changes);
    }
  }
  return { today, member, events, noted: [...noted.values()], edits, phones };
}

/** An id of that day; later acts have later ones. */
function idOf(day: PlainDate, at: number): string {
  const digits = (startOfDayMs(day) + 3_600_000 + at * 1000).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}

const lives = fc.tuple(fc.constantFrom('candidate' as const, 'official' as const), fc.array(act, { maxLength: 30 }));

it('the record follows its events: entered late, ahead or voided, today it is what a plain telling of the days gives', () => {
  fc.assert(
    fc.property(lives, ([from, acts]) => {
      const { today, member, noted } = live(from, acts);
      expect(told(member)).toEqual(expected(tell(noted, today, from)));
    }),
    { numRuns: 600 },
  );
});

/** A move that is voided once what it said has come true by an event that was entered ahead. */
const voidedBesideOneAhead: ['candidate', Act[]] = [
  'candidate',
  [
    { do: 'record', kind: 'admitted', shift: 1, unit: 1 },
    { do: 'record', kind: 'moved', shift: 0, unit: 1 },
    { do: 'wait', days: 1 },
    { do: 'void', pick: 15 },
  ],
];

/** Recorded late, of a day on which the same thing had been written for the sake of another event. */
const lateForThatDay: ['official', Act[]] = [
  'official',
  [
    { do: 'record', kind: 'transferred-in', shift: 0, unit: 3 },
    { do: 'wait', days: 1 },
    { do: 'record', kind: 'transferred-in', shift: 0, unit: 3 },
    { do: 'record', kind: 'transferred-in', shift: -1, unit: 1 },
  ],
];

it('the record on any day is what a plain telling of the days gives', () => {
  fc.assert(
    fc.property(lives, ([from, acts]) => {
      const { today, member, events, noted, edits, phones } = live(from, acts);
      for (let n = 0; n <= today; n += 1) {
        const { values } = recordOn({ member, events, madeOn: START }, edits, dayNumber(n));
        expect(told(values), dayNumber(n)).toEqual(expected(tell(noted, n, from)));
        expect(values.phone).toBe(phones.findLast((phone) => phone.n <= n)?.phone ?? '');
      }
      expect(recordOn({ member, events, madeOn: START }, edits, dayNumber(today)).values).toEqual(member);
    }),
    { numRuns: 300, examples: [[voidedBesideOneAhead], [lateForThatDay]] },
  );
});

it('a voided event gives back what no other event has changed, and nothing else', () => {
  fc.assert(
    fc.property(lives, fc.nat(40), ([from, acts], pick) => {
      const { today, member, events, noted } = live(from, acts);
      const open = events.filter(({ state }) => state === 'decided');
      const target = open[pick % Math.max(1, open.length)];
      if (target === undefined) return;
      const changes = planVoid({ member, events, madeOn: START }, target.id, dayNumber(today));
      const rest = noted.filter(({ id }) => id !== target.id);
      expect(told({ ...member, ...changes })).toEqual(expected(tell(rest, today, from)));
    }),
    { numRuns: 400 },
  );
});
