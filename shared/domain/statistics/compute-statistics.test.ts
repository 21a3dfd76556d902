import fc from 'fast-check';
import { expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { lifeOn } from '#shared/domain/member-life/record-on-day.ts';
import { traceLife } from '#shared/domain/member-life/trace-life.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { computeForms, entriesOf, statSource, viewPair, type StatForm, type StatPair } from './compute-statistics.ts';
import type { StatData, StatEvent, StatPerson } from './stat-data.ts';

const span = { from: toPlainDate('2026-01-01'), to: toPlainDate('2026-12-31') };
const day = fc.integer({ min: 0, max: 1094 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));

/** A member's exits and returns as they really alternate, by which a count by hand is easy: in from `admitted`, then out and in again. */
const person = fc
  .record({
    admitted: day,
    steps: fc.array(day, { maxLength: 3 }),
    gender: fc.constantFrom('male' as const, 'female' as const),
    ethnicity: fc.constantFrom('Kinh', 'Tày', 'Nùng', '', 'không có trong bảng'),
    religion: fc.constantFrom('Không', 'Phật giáo', ''),
    born: fc.integer({ min: 1930, max: 2004 }),
    occupationGroup: fc.constantFrom('farming', 'army', 'retired', ''),
  })
  .map((raw) => {
    const days = [...new Set(raw.steps.filter((each) => each > raw.admitted))].sort();
    return { ...raw, days };
  });

let made = 0;
function toPerson(raw: {
  admitted: string;
  days: readonly string[];
  gender: 'male' | 'female';
  ethnicity: string;
  religion: string;
  born: number;
  occupationGroup: string;
}): StatPerson {
  made += 1;
  const id = `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`;
  const event = (kind: StatEvent['kind'], on: string, at: number): StatEvent => ({
    id: `${id}-${String(at)}`,
    kind,
    effectiveOn: toPartialDate(on),
    until: null,
    state: 'decided',
    isPastOnly: false,
    sets: kind === 'admitted' ? { admittedOn: on } : {},
    before: kind === 'admitted' ? { state: 'candidate', candidateStage: 'preparing', admittedOn: null } : {},
    form: '',
    years: null,
    unitId: null,
    atOffice: '',
    transferId: null,
  });
  const events = [
    event('admitted', raw.admitted, 0),
    ...raw.days.map((on, at) => event(at % 2 === 0 ? 'struck-off' : 'restored', on, at + 1)),
  ];
  const member: MemberFields = {
    ...blankMember,
    gender: raw.gender,
    ethnicity: raw.ethnicity,
    religion: raw.religion,
    bornOn: toPartialDate(String(raw.born)),
    occupationGroup: raw.occupationGroup,
    admittedOn: toPartialDate(raw.admitted),
    state: raw.days.length % 2 === 0 ? 'probationary' : 'left',
  };
  return { id, member, events, madeOn: toPlainDate('2020-01-01') };
}

const nothing: Omit<StatData, 'people'> = {
  units: [],
  ratings: [],
  appointments: [],
  stock: [],
  comparedOn: [],
  settledOn: [],
  rules: defaultMemberRules,
};
const pairOf = (people: readonly StatPerson[], rest: Partial<StatData> = {}): StatPair =>
  viewPair(statSource({ ...nothing, ...rest, people }), span);

const find = (forms: readonly StatForm[], form: string, code: string) =>
  must(
    forms.find((each) => each.code === form)?.lines.find((line) => line.code === code),
    `${form} ${code} is a line`,
  );
const value = (forms: readonly StatForm[], form: string, code: string): number | null =>
  find(forms, form, code).now.value;
const broken = (forms: readonly StatForm[]) =>
  forms.flatMap(({ checks }) => checks.filter(({ left, right }) => left !== right));

it('every figure equals a count by hand, and the identities hold', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (raws) => {
      const pair = pairOf(raws.map(toPerson));
      const forms = computeForms(pair);
      const isIn = (raw: (typeof raws)[number], on: PlainDate): boolean =>
        raw.admitted <= on && raw.days.filter((each) => each <= on).length % 2 === 0;
      const end = raws.filter((raw) => isIn(raw, span.to));
      const start = raws.filter((raw) => isIn(raw, toPlainDate('2025-12-31')));
      const inSpan = (on: string): boolean => on >= span.from && on <= span.to;
      expect(broken(forms)).toEqual([]);
      const [counted, wanted] = [new Map<string, unknown>(), new Map<string, unknown>()];
      const compare = (form: string, code: string, count: number): void => {
        counted.set(`${form} ${code}`, value(forms, form, code));
        wanted.set(`${form} ${code}`, count);
        expect(entriesOf(pair, 'now', form, code)).toHaveLength(count);
      };
      compare('1-TCTW', 'A', start.length);
      compare('1-TCTW', 'D', end.length);
      compare('1-TCTW', 'B1', raws.filter(({ admitted }) => inSpan(admitted)).length);
      compare('1-TCTW', 'B4', raws.flatMap(({ days }) => days.filter((on, at) => at % 2 === 1 && inSpan(on))).length);
      const struckOff = raws.flatMap(({ days }) => days.filter((on, at) => at % 2 === 0 && inSpan(on))).length;
      compare('1-TCTW', 'C3', struckOff);
      compare('9-TCTW', 'struck-off', struckOff);
      compare('3-TCTW', 'women', end.filter(({ gender }) => gender === 'female').length);
      compare('3-TCTW', 'minority', end.filter(({ ethnicity }) => ethnicity === 'Tày' || ethnicity === 'Nùng').length);
      compare('3-TCTW', 'religious', end.filter(({ religion }) => religion === 'Phật giáo').length);
      compare('3-TCTW', 'age-51', end.filter(({ born }) => 2026 - born >= 51).length);
      compare(
        '6-TCTW',
        'occupation-farming',
        end.filter(({ occupationGroup }) => occupationGroup === 'farming').length,
      );
      expect(counted).toEqual(wanted);
    }),
    { numRuns: 80 },
  );
});

it('a life that is folded once says of any day what folding it anew says', () => {
  fc.assert(
    fc.property(person, fc.array(day, { minLength: 1, maxLength: 20 }), (raw, days) => {
      const story = toPerson(raw);
      const traced = traceLife(story);
      for (const on of days) expect(traced(toPlainDate(on))).toEqual(lifeOn(story, toPlainDate(on)));
    }),
  );
});

const plainRaw = {
  admitted: '2026-02-03',
  days: [],
  gender: 'female',
  ethnicity: 'Tày',
  religion: '',
  born: 1999,
  occupationGroup: 'farming',
} as const;
const eventOf = (id: string, kind: StatEvent['kind'], on: string, more: Partial<StatEvent> = {}): StatEvent => ({
  id,
  kind,
  effectiveOn: toPartialDate(on),
  until: null,
  state: 'decided',
  isPastOnly: false,
  sets: {},
  before: {},
  form: '',
  years: null,
  unitId: null,
  atOffice: '',
  transferId: null,
  ...more,
});

it('each figure has its people behind it', () => {
  const people = [toPerson(plainRaw)];
  expect(entriesOf(pairOf(people), 'now', '2-TCTW', 'women')).toEqual([{ id: people[0]?.id, on: '2026-02-03' }]);
});

it('what happened in another office before somebody came counts there, and coming is a gain here', () => {
  const member: MemberFields = { ...blankMember, admittedOn: toPartialDate('2010-05-19'), state: 'official' };
  const events = [
    eventOf('1', 'rewarded', '2026-01-10', { form: 'certificate', atOffice: 'Đảng uỷ xã khác' }),
    eventOf('2', 'transferred-in', '2026-06-01', { form: 'in-province' }),
    eventOf('3', 'rewarded', '2026-09-02', { form: 'certificate' }),
  ];
  const forms = computeForms(pairOf([{ id: 'a', member, events, madeOn: toPlainDate('2015-01-01') }]));
  const told = ['A', 'B', 'B3', 'B3a', 'B3b', 'B3c', 'D'].map((code) => value(forms, '1-TCTW', code));
  expect([...told, value(forms, '8-TCTW', 'total')]).toEqual([0, 1, 1, 1, 0, 0, 1, 1]);
  expect(broken(forms)).toEqual([]);
});

it('what the office keeps nothing of is no nought', () => {
  const forms = computeForms(pairOf([toPerson(plainRaw)]));
  expect(value(forms, '11-TCTW', 'member-card-used')).toBeNull();
  expect(value(forms, '9-TCTW', 'expelled-committee')).toBeNull();
  expect(find(forms, '10-TCTW', 'dossiers').before.value).toBeNull();
  expect(value(forms, '7B-TCTW', 'rated')).toBe(0);
});

it('an expulsion that meets nobody it can expel is a named difference', () => {
  const member: MemberFields = { ...blankMember, admittedOn: toPartialDate('2010-05-19'), state: 'deceased' };
  const events = [
    eventOf('1', 'deceased', '2026-03-01', { before: { state: 'official', candidateStage: null } }),
    eventOf('2', 'expelled', '2026-04-01'),
  ];
  const forms = computeForms(pairOf([{ id: 'a', member, events, madeOn: toPlainDate('2015-01-01') }]));
  expect(broken(forms)).toEqual([{ words: 'Khai trừ = C2 của biểu 1', left: 1, right: 0 }]);
});
