import { formatDate } from '#shared/base/partial-date.ts';
import { startOf } from '#shared/domain/member-life/life-event.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { BadgeLine, BadgeState } from '#renderer/data/badges/read-badge-list.ts';
import { badgesText as text } from '#renderer/messages/badges.ts';
import type { ChipTone } from '#renderer/ui/status-chip.tsx';
import { formOf } from './badge-views.ts';

/** Days of a month, for a delay told in months. */
const MONTH = 30.44;

/** How a state is coloured. */
export const stateTones: Readonly<Record<BadgeState, ChipTone>> = {
  due: 'amber',
  overdue: 'red',
  posthumous: 'neutral',
  early: 'blue',
  'early-able': 'neutral',
  proposed: 'blue',
  awarded: 'green',
  'date-needed': 'amber',
  'no-longer': 'red',
};

/** Time in the Party in words; empty when it cannot be told. */
export function ageInWords({ age }: BadgeLine): string {
  if (age === undefined) return '';
  return age.isExact ? text.age(age.years, age.months) : text.ageAtMost(age.years);
}

/** What must be known beside the state. */
export function notesOf(line: BadgeLine, on: PlainDate): readonly string[] {
  const { notes, doubts } = text;
  const { state, doubt, missed, heldUntil, lateDays, event, reached } = line;
  const form = formOf(line);
  const isElsewhere = event?.state === 'proposed' && startOf(event) !== on;
  return [
    state === 'no-longer' ? notes.noLonger : '',
    state === 'proposed' && form === 'early' ? notes.isEarly : '',
    (state === 'proposed' || state === 'awarded') && form === 'posthumous' ? notes.isPosthumous : '',
    state === 'awarded' && form === 'early' ? notes.isEarly : '',
    doubt === null ? '' : doubts[doubt],
    form !== '' && reached !== null && reached.earliest === reached.latest && reached.latest > on
      ? notes.reached(formatDate(reached.latest))
      : '',
    heldUntil === null ? '' : notes.held(formatDate(heldUntil)),
    missed.length === 0 ? '' : notes.missed(missed.join(', ')),
    lateDays === null || lateDays < MONTH ? '' : notes.late(Math.floor(lateDays / MONTH)),
    isElsewhere ? notes.askedFor(formatDate(event.effectiveOn)) : '',
    state === 'awarded' && event !== undefined && event.number !== '' ? notes.number(event.number) : '',
    form === 'early' ? (event?.reason ?? '') : '',
  ].filter((note) => note !== '');
}
