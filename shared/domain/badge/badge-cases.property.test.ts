import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { addDays, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import { awardDays } from './award-days.ts';
import { findBadgeCases } from './badge-cases.ts';
import { defaultBadgeRules } from './badge-rules.ts';
import { findReached, partyAgeOn } from './party-time.ts';

const rules = { member: defaultMemberRules, badge: defaultBadgeRules };
const day = (from: string, span: number): fc.Arbitrary<PlainDate> =>
  fc.nat(span).map((days) => addDays(toPlainDate(from), days));
/** Times out of the Party that follow each other. */
const gaps = fc
  .array(fc.tuple(fc.integer({ min: 30, max: 4000 }), fc.nat(1500)), { maxLength: 2 })
  .map((lengths) => (start: PlainDate) => {
    let at = start;
    return lengths.map(([inside, outside]) => {
      const from = addDays(at, inside);
      at = addDays(from, outside);
      return { from: toPartialDate(from), to: toPartialDate(at) };
    });
  });

describe('badges over the years', () => {
  it('come due on exactly one award day each, whoever the member is', () => {
    fc.assert(
      fc.property(day('1930-01-01', 30_000), gaps, (admitted, gapsFrom) => {
        const member = { ...blankMember, state: 'official' as const, admittedOn: toPartialDate(admitted) };
        const events = gapsFrom(admitted).flatMap(({ from, to }, index) => [
          pastEvent(`${String(index)}a`, 'struck-off', from),
          pastEvent(`${String(index)}b`, 'readmitted', to),
        ]);
        const due = new Map<number, number>();
        const story = { member, events, madeOn: toPlainDate('1900-01-01') };
        for (const on of awardDays(rules.member, 1960, 2105)) {
          const found = findBadgeCases(story, on, rules).filter(({ standing }) => standing === 'due');
          for (const { years } of found) due.set(years ?? 0, (due.get(years ?? 0) ?? 0) + 1);
        }
        for (const [years, times] of due) expect([years, times]).toEqual([years, 1]);
        expect(due.size).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 5 },
    );
  });

  it('are full exactly when so many years are counted', () => {
    fc.assert(
      fc.property(
        day('1930-01-01', 30_000),
        gaps,
        day('1960-01-01', 40_000),
        fc.integer({ min: 1, max: 90 }),
        (admitted, gapsFrom, on, years) => {
          const time = { start: toPartialDate(admitted), gaps: gapsFrom(admitted), lateDays: null };
          const age = partyAgeOn(time, on);
          expect((age?.years ?? -1) >= years).toBe(findReached(time, years).latest <= on);
        },
      ),
    );
  });

  it('come no later when less is known, and no earlier either', () => {
    fc.assert(
      fc.property(day('1930-01-01', 30_000), gaps, fc.integer({ min: 1, max: 90 }), (admitted, gapsFrom, years) => {
        const exact = { start: toPartialDate(admitted), gaps: gapsFrom(admitted), lateDays: null };
        const vague = {
          ...exact,
          start: toPartialDate(admitted.slice(0, 4)),
          gaps: exact.gaps.map(({ from, to }) => ({ from: toPartialDate(from.slice(0, 7)), to })),
        };
        const [known, range] = [findReached(exact, years), findReached(vague, years)];
        expect(range.earliest <= known.earliest && known.latest <= range.latest).toBe(true);
      }),
    );
  });
});

function pastEvent(id: string, kind: 'struck-off' | 'readmitted', effectiveOn: LifeEvent['effectiveOn']): LifeEvent {
  const plain = { until: null, sets: {}, before: {}, form: '', years: null, unitId: null };
  return { ...plain, id, kind, effectiveOn, state: 'decided', isPastOnly: true };
}
