import { comparePersonNames } from '#shared/base/person-name.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { findBoardPlace, type BoardPlace } from '#shared/domain/member-life/candidate-board.ts';
import { findDueThings, type DueThing } from '#shared/domain/member-life/due-things.ts';
import { startOf } from '#shared/domain/member-life/life-event.ts';
import type { Office } from '../office.ts';
import type { MemberChangeRow, MemberEventRow, MemberRow } from '../rows.ts';
import { storyOf } from './member-story.ts';

/** Whose something is. */
export type OfMember<T> = T & { readonly member: MemberRow };

/** What happens in the lives of all members: events (the newest first), wishes that wait for a second person, what is due, and who is on the way into the Party. */
export type LifeBoard = {
  readonly events: readonly OfMember<{ readonly event: MemberEventRow }>[];
  readonly changes: readonly OfMember<{ readonly change: MemberChangeRow }>[];
  readonly due: readonly OfMember<DueThing>[];
  readonly people: readonly OfMember<BoardPlace>[];
};

/** Reads the board from the records and events on this PC; events that only tell the past of a record are left out. */
export async function readLifeBoard({ db }: Office, today: PlainDate, rules: MemberRules): Promise<LifeBoard> {
  const [members, events, changes] = await Promise.all([
    db.members.filter(({ removed }) => !removed).toArray(),
    db.memberEvents.filter(({ removed }) => !removed).toArray(),
    db.memberChanges.filter(({ removed, state }) => !removed && state === 'proposed').toArray(),
  ]);
  const byId = new Map(members.map((member) => [member.id, member]));
  const eventsOf = new Map<string, MemberEventRow[]>();
  for (const event of events) {
    const own = eventsOf.get(event.memberId);
    if (own === undefined) eventsOf.set(event.memberId, [event]);
    else own.push(event);
  }
  const due: OfMember<DueThing>[] = [];
  const people: OfMember<BoardPlace>[] = [];
  for (const member of members) {
    const story = storyOf(member, eventsOf.get(member.id) ?? []);
    for (const thing of findDueThings(story, today, rules)) due.push({ ...thing, member });
    const place = findBoardPlace(story, today, rules);
    if (place !== undefined) people.push({ ...place, member });
  }
  const withMember = <T extends { readonly memberId: string }, R>(
    rows: readonly T[],
    make: (row: T) => R,
  ): OfMember<R>[] =>
    rows.flatMap((row) => {
      const member = byId.get(row.memberId);
      return member === undefined ? [] : [{ ...make(row), member }];
    });
  return {
    events: withMember(
      events.filter(({ isPastOnly }) => !isPastOnly),
      (event) => ({ event }),
    ).sort((a, b) => compare(startOf(b.event), startOf(a.event)) || compare(b.event.id, a.event.id)),
    changes: withMember(changes, (change) => ({ change })).sort((a, b) =>
      compare(a.change.proposedAt, b.change.proposedAt),
    ),
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
