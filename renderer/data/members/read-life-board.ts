import { comparePersonNames } from '#shared/base/person-name.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { findBoardPlace, type BoardPlace } from '#shared/domain/member-life/candidate-board.ts';
import { findDueThings, type DueThing } from '#shared/domain/member-life/due-things.ts';
import { startOf } from '#shared/domain/member-life/life-event.ts';
import { eachRow } from '../each-row.ts';
import type { Office } from '../office.ts';
import type { MemberChangeRow, MemberEventRow, MemberRow } from '../rows.ts';
import { storyOf } from './member-story.ts';

/** Whose something is. */
export type OfMember<T> = T & { readonly member: MemberRow };

/** What happens in the lives of all members: events (the newest first), and wishes that wait for a second person. */
export type LifeEvents = {
  readonly events: readonly OfMember<{ readonly event: MemberEventRow }>[];
  readonly changes: readonly OfMember<{ readonly change: MemberChangeRow }>[];
};

/** What is due in these lives, the earliest first, and who is on the way into the Party. */
export type LifeBoard = {
  readonly due: readonly OfMember<DueThing>[];
  readonly people: readonly OfMember<BoardPlace>[];
};

/** Reads events and wishes on this PC, with the members they are of; events that only tell the past of a record are left out. */
export async function readLifeEvents({ db }: Office): Promise<LifeEvents> {
  const [events, changes] = await Promise.all([
    db.memberEvents.filter(({ removed, isPastOnly }) => !removed && !isPastOnly).toArray(),
    db.memberChanges.filter(({ removed, state }) => !removed && state === 'proposed').toArray(),
  ]);
  const ids = [...new Set([...events, ...changes].map(({ memberId }) => memberId))];
  const members = new Map((await db.members.bulkGet(ids)).flatMap((member) => (member ? [[member.id, member]] : [])));
  const withMember = <T extends { readonly memberId: string }, R>(
    rows: readonly T[],
    make: (row: T) => R,
  ): OfMember<R>[] =>
    rows.flatMap((row) => {
      const member = members.get(row.memberId);
      return member === undefined || member.removed ? [] : [{ ...make(row), member }];
    });
  return {
    events: withMember(events, (event) => ({ event })).sort(
      (a, b) => compare(startOf(b.event), startOf(a.event)) || compare(b.event.id, a.event.id),
    ),
    changes: withMember(changes, (change) => ({ change })).sort((a, b) =>
      compare(a.change.proposedAt, b.change.proposedAt),
    ),
  };
}

/** Looks through the records of all members: asked only where the answer is shown. */
export async function readLifeBoard({ db }: Office, today: PlainDate, rules: MemberRules): Promise<LifeBoard> {
  const eventsOf = new Map<string, MemberEventRow[]>();
  await eachRow(db.memberEvents, (event) => {
    if (event.removed) return;
    const own = eventsOf.get(event.memberId);
    if (own === undefined) eventsOf.set(event.memberId, [event]);
    else own.push(event);
  });
  const due: OfMember<DueThing>[] = [];
  const people: OfMember<BoardPlace>[] = [];
  await eachRow(db.members, (member) => {
    if (member.removed) return;
    const story = storyOf(member, eventsOf.get(member.id) ?? []);
    for (const thing of findDueThings(story, today, rules)) due.push({ ...thing, member });
    const place = findBoardPlace(story, today, rules);
    if (place !== undefined) people.push({ ...place, member });
  });
  return {
    due: due.sort((a, b) => compare(a.on, b.on) || comparePersonNames(a.member.name, b.member.name)),
    people: people.sort(
      (a, b) => compare(a.due ?? LAST, b.due ?? LAST) || comparePersonNames(a.member.name, b.member.name),
    ),
  };
}

/** After every day. */
const LAST = '9999';

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
