import { madeOnOf } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { memberStateSchema, candidateStageSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import { lifeBefore, lifeOf, standingFieldsOf, stepLife, type Life, type StandingFields } from './life.ts';
import { earliestMade, governs, inOrder, isUnsureOn, liveEvents, startOf, type LifeEvent } from './life-event.ts';
import { findUntoldRecognition, onProbationUntil } from './untold-recognition.ts';

/** JSON of a field, as events keep it. */
type FieldJson = LifeEvent['sets'][string];

/** The record of today with its events. `madeOn`: the day the record was made here; of the days before it only past-only events and the papers tell. */
export type MemberStory = {
  readonly member: MemberFields;
  readonly events: readonly LifeEvent[];
  readonly madeOn: PlainDate;
};

/** What somebody once wrote into a field by hand: `on`, the day of writing. Of one field in the order of writing. */
export type PlainEdit = { readonly field: string; readonly value: FieldJson; readonly on: PlainDate };

/** The record as it stood on a day. `unsure`: fields of which that day is not told for certain. */
export type RecordOnDay = { readonly values: MemberFields; readonly unsure: ReadonlySet<string> };

type Told = { readonly value: FieldJson; readonly isUnsure: boolean };

/**
 * What the events say a field other than the standing was at the end of a day; undefined where no event tells of it. The last event that had set it by then
 * tells; before the first one it is what that one keeps as `before`. Past-only events tell of the days before the record was made.
 */
export function findFieldOn(story: Omit<MemberStory, 'member'>, field: string, day: PlainDate): Told | undefined {
  const telling = eventsTelling(story, day).filter(({ sets }) => Object.hasOwn(sets, field));
  const [first] = telling;
  if (first === undefined) return undefined;
  const last = telling.findLast((event) => startOf(event) <= day);
  if (last === undefined) return { value: first.before[field] ?? null, isUnsure: first.isPastOnly };
  return { value: last.sets[field] ?? null, isUnsure: isUnsureOn(last, day) };
}

/**
 * The event on which a field rests at the end of a day: the last that had set it by then, or, of the standing, the last that changed it; undefined where none
 * had. By it the decision is found that the value goes back to.
 */
export function findTellingEvent(story: MemberStory, field: string, day: PlainDate): LifeEvent | undefined {
  const past = eventsTelling(story, day).filter((event) => startOf(event) <= day);
  if (!isStanding(field)) return past.findLast(({ sets }) => Object.hasOwn(sets, field));
  let life = beginning(eventsTelling(story, day), story);
  let telling: LifeEvent | undefined;
  for (const event of past) {
    const next = stepLife(life, event.kind);
    if (!isSame(standingFieldsOf(next), standingFieldsOf(life))) telling = event;
    life = next;
  }
  return telling;
}

/** The member's standing at the end of a day. Before the record was made its own day of recognition tells too, where no event does. */
export function lifeOn(story: MemberStory, day: PlainDate): Life {
  const telling = eventsTelling(story, day);
  const told = telling
    .filter((event) => startOf(event) <= day)
    .reduce((life, { kind }) => stepLife(life, kind), beginning(telling, story));
  return day < story.madeOn ? onProbationUntil(findUntoldRecognition(story), told, day) : told;
}

/** The standing an event of the story meets: by the events before it. One that tells only the past meets the other past; the rest goes by what counts today. */
export function lifeMetBy(story: MemberStory, met: LifeEvent): Life {
  const telling = met.isPastOnly ? inOrder(story.events) : liveEvents(story.events);
  const at = telling.findIndex(({ id }) => id === met.id);
  return telling.slice(0, at).reduce((life, { kind }) => stepLife(life, kind), beginning(telling, story));
}

/** The standing as the record states it, at the end of a day. */
export function standingOn(story: MemberStory, day: PlainDate): StandingFields {
  return standingFieldsOf(lifeOn(story, day));
}

/** Every standing the record has stated from the making of the record, or of its first event that counts, up to a day. */
export function pastStates(story: MemberStory, day: PlainDate): readonly StandingFields[] {
  const live = liveEvents(story.events);
  const steps = [presentWithoutEvents(story)];
  for (const { kind } of live.filter((event) => startOf(event) <= day)) {
    const last = steps.at(-1);
    if (last !== undefined) steps.push(stepLife(last, kind));
  }
  return steps.map(standingFieldsOf);
}

/** The standing without any event that counts: what those events keep of it, or what the record says. */
export function presentWithoutEvents({ member, events }: MemberStory): Life {
  const kept = liveEvents(events).filter((event) => governs(event, 'state'));
  const first = earliestMade(kept);
  if (first === undefined) return lifeOf(member, member.officialOn !== null);
  const before: StandingFields = {
    state: memberStateSchema.safeParse(first.before['state']).data ?? member.state,
    candidateStage: candidateStageSchema.safeParse(first.before['candidateStage']).data ?? null,
  };
  const recognition = liveEvents(events).find(({ sets }) => Object.hasOwn(sets, 'officialOn'));
  const officialOn = recognition === undefined ? member.officialOn : (recognition.before['officialOn'] ?? null);
  return lifeOf(before, officialOn !== null);
}

/** Fields of the record that differ from what the events make of it on a day: what must be written so that it follows them. */
export function changesByEvents(
  { member, events, madeOn }: MemberStory,
  day: PlainDate,
): Readonly<Record<string, FieldJson>> {
  const story = { member, events: liveEvents(events), madeOn };
  const changes: Record<string, FieldJson> = {};
  const present = member as Readonly<Record<string, unknown>>;
  for (const field of new Set(story.events.flatMap(({ sets }) => Object.keys(sets)))) {
    const told = findFieldOn(story, field, day);
    if (told !== undefined && !isSame(present[field], told.value)) changes[field] = told.value;
  }
  if (story.events.some((event) => governs(event, 'state'))) {
    const { state, candidateStage } = standingOn(story, day);
    if (state !== member.state) changes['state'] = state;
    if (candidateStage !== member.candidateStage) changes['candidateStage'] = candidateStage;
  }
  return changes;
}

/**
 * The record as it stood at the end of a day. Fields that events govern are told by them; the others by what was written by hand, as far as that is known:
 * before the first known writing a field is taken to have been what it was first. On the last known day it is the record itself.
 */
export function recordOn(story: MemberStory, edits: readonly PlainEdit[], day: PlainDate): RecordOnDay {
  const unsure = new Set<string>();
  const values: Record<string, unknown> = { ...story.member };
  const strays = changesByEvents(story, day);
  for (const field of Object.keys(story.member)) {
    const written = edits.filter((edit) => edit.field === field);
    const last = written.at(-1);
    // Written by hand against the events: from that day on the record says so.
    const isByHand =
      last !== undefined && last.on <= day && !isOfVoided(story, field, last.value) && !isOfEvents(story, last);
    if (Object.hasOwn(strays, field) && isByHand && isSame(last.value, values[field])) continue;
    const told = isStanding(field) ? tellStanding(story, field, day) : findFieldOn(story, field, day);
    if (told === undefined) {
      const byHand = withoutVoided(story, field, written);
      const known = byHand.findLast(({ on }) => on <= day);
      const first = known ?? byHand[0];
      if (first !== undefined) values[field] = first.value;
      if (known === undefined && day < story.madeOn) unsure.add(field);
    } else {
      values[field] = told.value;
      if (told.isUnsure) unsure.add(field);
    }
  }
  return { values: values as MemberFields, unsure };
}

/** Whether a value was written because of an event that was voided since: then no hand wrote it. */
function isOfVoided({ events }: MemberStory, field: string, value: FieldJson): boolean {
  return events.some(
    (event) =>
      event.state === 'void' &&
      !event.isPastOnly &&
      governs(event, field) &&
      (isStanding(field) || isSame(event.sets[field] ?? null, value)),
  );
}

/** Whether a value was written because the events said so then; those recorded since may tell otherwise of that day. */
function isOfEvents({ member, events, madeOn }: MemberStory, { field, value, on }: PlainEdit): boolean {
  const known = { member, events: events.filter(({ id }) => madeOnOf(id) <= on), madeOn };
  const told = isStanding(field) ? tellStanding(known, field, on) : findFieldOn(known, field, on);
  return told !== undefined && isSame(told.value, value);
}

/** What was written for the sake of events that were voided since never was: before the last writing the field was what they found. */
function withoutVoided(
  { events, madeOn }: MemberStory,
  field: string,
  written: readonly PlainEdit[],
): readonly PlainEdit[] {
  const voided = events.filter((event) => event.state === 'void' && !event.isPastOnly && governs(event, field));
  const [first, last] = [earliestMade(voided), written.at(-1)];
  return first === undefined || last === undefined
    ? written
    : [{ field, value: first.before[field] ?? null, on: madeOn }, last];
}

function tellStanding(story: MemberStory, field: 'state' | 'candidateStage', day: PlainDate): Told | undefined {
  const telling = eventsTelling(story, day).filter((event) => governs(event, 'state'));
  if (telling.length === 0) {
    const recognisedOn = findUntoldRecognition(story);
    const isTold = recognisedOn !== undefined && day < recognisedOn && day < story.madeOn;
    return isTold ? { value: standingOn(story, day)[field], isUnsure: true } : undefined;
  }
  const last = telling.findLast((event) => startOf(event) <= day);
  return {
    value: standingOn(story, day)[field],
    isUnsure: last === undefined ? day < story.madeOn : isUnsureOn(last, day),
  };
}

function isStanding(field: string): field is 'state' | 'candidateStage' {
  return field === 'state' || field === 'candidateStage';
}

/** Events that tell of a day: from the making of the record on, the past-only ones tell nothing. */
function eventsTelling({ events, madeOn }: Omit<MemberStory, 'member'>, day: PlainDate): readonly LifeEvent[] {
  return day < madeOn ? inOrder(events) : liveEvents(events);
}

/** The standing before the first event: where the past is told, what that first event must have found. */
export function beginning(telling: readonly LifeEvent[], story: MemberStory): Life {
  const present = presentWithoutEvents(story);
  if (!telling.some(({ isPastOnly }) => isPastOnly)) return present;
  const first = telling.find((event) => governs(event, 'state')) ?? telling[0];
  return first === undefined ? present : lifeBefore(first.kind, present);
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
