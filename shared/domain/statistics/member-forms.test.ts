import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { admissionForm, movementForm, occupationForm, peoplesForm, rosterForm } from './member-forms-table.ts';
import { viewPopulation, type StatPerson } from './population.ts';
import type { StatForm } from './stat-form.ts';

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
  const event = (kind: LifeEvent['kind'], on: string, at: number): LifeEvent => ({
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
  return { id, story: { member, events, madeOn: toPlainDate('2020-01-01') } };
}

const value = (form: StatForm, code: string): number => form.lines.find((line) => line.code === code)?.value ?? -1;

it('every figure equals a count by hand, and the identities hold', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (raws) => {
      const views = viewPopulation(raws.map(toPerson), span);
      const isIn = (raw: (typeof raws)[number], on: PlainDate): boolean =>
        raw.admitted <= on && raw.days.filter((each) => each <= on).length % 2 === 0;
      const end = raws.filter((raw) => isIn(raw, span.to));
      const start = raws.filter((raw) => isIn(raw, toPlainDate('2025-12-31')));
      const inSpan = (on: string): boolean => on >= span.from && on <= span.to;
      const form = movementForm(views);
      expect(form.problems).toEqual([]);
      expect([value(form, 'A'), value(form, 'D')]).toEqual([start.length, end.length]);
      expect(value(form, 'B1')).toBe(raws.filter(({ admitted }) => inSpan(admitted)).length);
      expect(value(form, 'B4')).toBe(
        raws.flatMap(({ days }) => days.filter((on, at) => at % 2 === 1 && inSpan(on))).length,
      );
      expect(value(form, 'C3')).toBe(
        raws.flatMap(({ days }) => days.filter((on, at) => at % 2 === 0 && inSpan(on))).length,
      );
      const roster = rosterForm(views);
      expect(value(roster, 'women')).toBe(end.filter(({ gender }) => gender === 'female').length);
      expect(value(roster, 'minority')).toBe(
        end.filter(({ ethnicity }) => ethnicity === 'Tày' || ethnicity === 'Nùng').length,
      );
      expect(value(roster, 'religious')).toBe(end.filter(({ religion }) => religion === 'Phật giáo').length);
      expect(value(roster, 'age-51')).toBe(end.filter(({ born }) => 2026 - born >= 51).length);
      const jobs = occupationForm(views);
      expect(value(jobs, 'occupation-farming')).toBe(
        end.filter(({ occupationGroup }) => occupationGroup === 'farming').length,
      );
      for (const each of [roster, jobs, peoplesForm(views), admissionForm(views)]) expect(each.problems).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('each figure has its people behind it', () => {
  const people = [
    toPerson({
      admitted: '2026-02-03',
      days: [],
      gender: 'female',
      ethnicity: 'Tày',
      religion: '',
      born: 1999,
      occupationGroup: 'farming',
    }),
  ];
  const line = admissionForm(viewPopulation(people, span)).lines.find(({ code }) => code === 'women');
  expect(line).toMatchObject({ value: 1, ids: [people[0]?.id] });
});
