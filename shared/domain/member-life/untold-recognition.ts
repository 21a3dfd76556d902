import { firstDayOf } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { LifeEvent } from './life-event.ts';
import type { Life } from './life.ts';

type Told = { readonly member: MemberFields; readonly events: readonly LifeEvent[] };

/**
 * The day of a recognition that only the record states: of members whose life before the making of their record nobody entered as events (a list that was taken in,
 * a book typed off). Until that day they were on probation. Undefined where an event tells of it, and of whom was admitted again: nothing is known of the time between.
 */
export function findUntoldRecognition({ member, events }: Told): PlainDate | undefined {
  if (member.officialOn === null || member.readmittedOn !== null) return undefined;
  return events.some(tellsRecognition) ? undefined : firstDayOf(member.officialOn);
}

function tellsRecognition({ kind, state }: LifeEvent): boolean {
  return state === 'decided' && (kind === 'recognised' || kind === 'readmitted');
}

/** The life on a day, which lies before that recognition or behind it. */
export function onProbationUntil(recognisedOn: PlainDate | undefined, life: Life, day: PlainDate): Life {
  if (recognisedOn === undefined || day >= recognisedOn || life.standing !== 'official') return life;
  return { ...life, standing: 'probationary', isExempt: false };
}
