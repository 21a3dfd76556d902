import { isPrivateEvent, withoutPrivate } from '#shared/domain/member/private-fields.ts';
import type { MemberEventRow, MemberRow } from '../rows.ts';
import type { Office } from '../office.ts';
import { readByIds } from '../books/read-in-slices.ts';
import type { MemberAsk } from './member-list.ts';

/** A member as a printed list shows them, with the decided events of their life. What who asks may not see is blank. */
export type MemberLine = { readonly member: MemberRow; readonly events: readonly MemberEventRow[] };

/** The members of a list in its order, a slice at a time; only those within reach of who asks. */
export async function* readMemberLines(office: Office, ask: MemberAsk): AsyncIterable<readonly MemberLine[]> {
  const { db } = office;
  const { isPrivate } = ask.reach;
  const ids = await office.search.listMembers(ask);
  for await (const members of readByIds<MemberRow>(db.members, (from, to) => ids.slice(from, to))) {
    const events = await db.memberEvents
      .where('memberId')
      .anyOf(members.map(({ id }) => id))
      .toArray();
    const byMember = new Map<string, MemberEventRow[]>();
    for (const event of events) {
      if (event.removed || event.state !== 'decided' || (!isPrivate && isPrivateEvent(event.kind))) continue;
      byMember.set(event.memberId, [...(byMember.get(event.memberId) ?? []), event]);
    }
    yield members.map((member) => ({
      member: isPrivate ? member : withoutPrivate(member),
      events: byMember.get(member.id) ?? [],
    }));
  }
}
