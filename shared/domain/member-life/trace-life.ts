import type { PlainDate } from '#shared/base/plain-date.ts';
import { inOrder, liveEvents, startOf, type LifeEvent } from './life-event.ts';
import { lifeOf, stepLife, type Life } from './life.ts';
import { beginning, type MemberStory } from './record-on-day.ts';
import { findUntoldRecognition, onProbationUntil } from './untold-recognition.ts';

type Trace = { readonly start: Life; readonly steps: readonly { readonly on: PlainDate; readonly life: Life }[] };

/**
 * A life folded once, to be asked for many days: says the same as `lifeOn`, which folds the events anew for each day. What counts thousands of members
 * over several days asks here; nothing is written by it, so the record's own day of recognition tells of days since the making of the record too.
 */
export function traceLife(story: MemberStory): (day: PlainDate) => Life {
  const recognisedOn = findUntoldRecognition(story);
  const asKnown = (day: PlainDate, life: Life): Life => onProbationUntil(recognisedOn, life, day);
  if (story.events.length === 0) {
    const life = lifeOf(story.member, story.member.officialOn !== null);
    return (day) => asKnown(day, life);
  }
  const live = traceOf(liveEvents(story.events), story);
  const hasPast = story.events.some(({ isPastOnly, state }) => isPastOnly && state === 'decided');
  const past = hasPast ? traceOf(inOrder(story.events), story) : live;
  return (day) => {
    const { start, steps } = day < story.madeOn ? past : live;
    return asKnown(day, steps.findLast(({ on }) => on <= day)?.life ?? start);
  };
}

function traceOf(telling: readonly LifeEvent[], story: MemberStory): Trace {
  const start = beginning(telling, story);
  let life = start;
  const steps = telling.map((event) => {
    life = stepLife(life, event.kind);
    return { on: startOf(event), life };
  });
  return { start, steps };
}
