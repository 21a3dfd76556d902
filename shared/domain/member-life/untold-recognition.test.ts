import { expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { LifeEvent } from './life-event.ts';
import { changesByEvents, lifeOn, recordOn, type MemberStory } from './record-on-day.ts';
import { traceLife } from './trace-life.ts';

const madeOn = toPlainDate('2026-11-20');

/** Somebody out of a list that was taken in: days of admission and recognition, and no event of either. */
function fromList(extra: Partial<MemberFields> = {}, events: readonly LifeEvent[] = []): MemberStory {
  const dates = { admittedOn: toPartialDate('2022-08-16'), officialOn: toPartialDate('2023-08-16') };
  return { member: { ...blankMember, ...dates, state: 'official', ...extra }, events, madeOn };
}

function event(kind: MemberEventKind, on: string, before: LifeEvent['before']): LifeEvent {
  return {
    ...{
      id: `e-${on}`,
      kind,
      effectiveOn: toPartialDate(on),
      until: null,
      state: 'decided',
      isPastOnly: false,
      sets: {},
    },
    ...{ before, form: '', years: null, unitId: null },
  };
}

function standings(story: MemberStory, days: readonly string[]): readonly string[] {
  const trace = traceLife(story);
  return days.map((each) => {
    const day: PlainDate = toPlainDate(each);
    expect(trace(day)).toEqual(lifeOn(story, day));
    return lifeOn(story, day).standing;
  });
}

it('who was recognised before the record was made was on probation until that day, on every paper of the past', () => {
  const story = fromList();
  expect(standings(story, ['2023-08-15', '2023-08-16', '2026-11-20'])).toEqual([
    'probationary',
    'official',
    'official',
  ]);
  const then = recordOn(story, [], toPlainDate('2023-01-01'));
  expect(then.values.state).toBe('probationary');
  expect(then.unsure.has('state')).toBe(true);
  expect(recordOn(story, [], toPlainDate('2023-08-16')).values.state).toBe('official');
});

it('who is exempt, or has left since, was on probation then too; exits after it stand', () => {
  expect(standings(fromList({ state: 'exempt' }), ['2023-01-01', '2024-01-01'])).toEqual(['probationary', 'official']);
  const left = fromList({ state: 'left' }, [event('resigned', '2025-05-05', { state: 'official' })]);
  expect(standings(left, ['2023-01-01', '2024-01-01', '2025-06-01'])).toEqual(['probationary', 'official', 'left']);
});

it('of a recognition an event tells, and of somebody admitted again, it says nothing; nothing is written by it', () => {
  const told = fromList({}, [event('recognised', '2024-01-10', { state: 'probationary', officialOn: null })]);
  expect(standings(told, ['2023-12-01', '2024-01-10'])).toEqual(['probationary', 'official']);
  const again = fromList({ readmittedOn: toPartialDate('2010') });
  expect(standings(again, ['2023-01-01'])).toEqual(['official']);
  const ahead = fromList({ officialOn: toPartialDate('2027-01-01') }, [
    event('exempted', '2026-11-20', { state: 'official' }),
  ]);
  expect(lifeOn(ahead, madeOn)).toMatchObject({ standing: 'official', isExempt: true });
  expect(changesByEvents(ahead, madeOn)).toEqual({ state: 'exempt' });
});
