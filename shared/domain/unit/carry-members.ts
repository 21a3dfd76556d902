import { laterId } from '#shared/base/ids.ts';
import { derivedId } from '#shared/base/derived-id.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import { liveEvents, startOf, type LifeEvent } from '#shared/domain/member-life/life-event.ts';
import { lifeOn, type MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import type { Decision } from '#shared/domain/member/decision.ts';
import { heirOf, type Succession, type UnitEnd } from './unit-succession.ts';

/** A member goes from an organisation to another because of a change of the tree. `id`: of the event that says so. */
export type MemberMove = {
  readonly id: string;
  readonly unitEventId: string;
  readonly on: PlainDate;
  readonly from: string;
  readonly to: string;
};

/** A time in which a member was in one organisation: from `start` until the day before `until`. `putBy`: what put them there. */
type Stay = {
  readonly unitId: string;
  readonly start: PlainDate;
  readonly until: PlainDate | null;
  readonly putBy: string;
};

/**
 * Moves a member's story still lacks so that on no day up to today they are in an organisation that had ended: those of the change itself, and those of
 * what was written into the ended organisation later, on a PC that had not heard of it. The same story gives the same moves everywhere, and a story that
 * has them lacks none. Who is no member or candidate on that day stays where the papers say.
 */
export function planMoves(
  memberId: string,
  story: MemberStory,
  succession: Succession,
  today: PlainDate,
): readonly MemberMove[] {
  const moves: MemberMove[] = [];
  // Each move ends one stay for good; a damaged story must not go on for ever.
  const most = succession.ends.size + succession.parts.size + story.events.length + 1;
  let known: MemberStory = story;
  for (let move = nextMove(memberId, known, succession, today); move !== undefined && moves.length < most;) {
    moves.push(move);
    known = { ...known, events: [...known.events, eventOf(move)] };
    move = nextMove(memberId, known, succession, today);
  }
  return moves;
}

/** Whether an event of a member is a move that a change of the tree brought about. `events`: all of the member's. */
export function isMoveBy(
  unitEventId: string,
  memberId: string,
  event: Pick<LifeEvent, 'id' | 'kind'>,
  events: readonly Pick<LifeEvent, 'id'>[],
): boolean {
  if (event.kind !== 'moved') return false;
  return [memberId, ...events.map(({ id }) => id)].some(
    (putBy) => moveId({ eventId: unitEventId, isUndone: false }, memberId, putBy) === event.id,
  );
}

/** The move as the form of an event says it. */
export function draftOf({ on, to }: MemberMove, decision: Decision | null): EventDraft {
  return {
    kind: 'moved',
    effectiveOn: toPartialDate(on),
    until: null,
    decision,
    decisionId: null,
    isPastOnly: false,
    unitId: to,
    place: '',
    form: '',
    number: '',
    years: null,
    amount: null,
    reason: '',
    note: '',
  };
}

function nextMove(
  memberId: string,
  story: MemberStory,
  { ends, parts }: Succession,
  today: PlainDate,
): MemberMove | undefined {
  for (const { unitId, start, until, putBy } of staysOf(memberId, story)) {
    const part = parts
      .get(unitId)
      ?.find(
        ({ on, eventId, memberUnits }) => Object.hasOwn(memberUnits, memberId) && isBefore(start, putBy, on, eventId),
      );
    const end = ends.get(unitId);
    const options = [
      ...(part === undefined ? [] : [{ ...part, isUndone: false, to: part.memberUnits[memberId] ?? unitId }]),
      ...(end === undefined ? [] : [{ ...end, to: heirOf(end, memberId) }]),
    ].sort((a, b) => (a.on < b.on ? -1 : 1));
    for (const { eventId, isUndone, on: endedOn, to } of options) {
      const on = endedOn > start ? endedOn : start;
      if (to === unitId || on > today || (until !== null && until <= on)) continue;
      if (!mayMove(story, on)) continue;
      return { id: moveId({ eventId, isUndone }, memberId, putBy), unitEventId: eventId, on, from: unitId, to };
    }
  }
  return undefined;
}

function staysOf(memberId: string, { member, events, madeOn }: MemberStory): readonly Stay[] {
  const telling = liveEvents(events).filter(({ sets }) => Object.hasOwn(sets, 'unitId'));
  const points = [
    { unitId: telling.length === 0 ? member.unitId : telling[0]?.before['unitId'], start: madeOn, putBy: memberId },
    ...telling.map((event) => ({ unitId: event.sets['unitId'], start: startOf(event), putBy: event.id })),
  ];
  return points.flatMap(({ unitId, start, putBy }, at): Stay[] => {
    const until = points[at + 1]?.start ?? null;
    return typeof unitId === 'string' ? [{ unitId, start, until, putBy }] : [];
  });
}

/** Whether a stay had begun when a change came: on the day itself by the order of making. */
function isBefore(start: PlainDate, putBy: string, on: PlainDate, eventId: string): boolean {
  return start < on || (start === on && putBy < eventId);
}

function mayMove(story: MemberStory, day: PlainDate): boolean {
  const { standing } = lifeOn(story, day);
  return standing === 'candidate' || standing === 'probationary' || standing === 'official' || standing === 'guest';
}

/**
 * On one day events count in the order of their making: the move comes after what put the member there. The way back out of what was never founded is not
 * the way in, which may be known as voided.
 */
function moveId({ eventId, isUndone }: Pick<UnitEnd, 'eventId' | 'isUndone'>, memberId: string, putBy: string): string {
  const way = isUndone ? 'carried-back' : 'carried';
  return derivedId(laterId(eventId > putBy ? eventId : putBy), way, eventId, memberId, putBy);
}

function eventOf({ id, on, from, to }: MemberMove): LifeEvent {
  return {
    ...{ id, kind: 'moved', effectiveOn: toPartialDate(on), until: null, state: 'decided', isPastOnly: false },
    ...{ sets: { unitId: to }, before: { unitId: from }, form: '', years: null, unitId: to },
  };
}
