import { madeOnOf } from '#shared/base/ids.ts';
import type { MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import { memberRulesWith, type MemberRules } from '#shared/domain/member/member-rules.ts';
import type { Office } from '../office.ts';
import type { MemberEventRow, MemberRow } from '../rows.ts';
import { readSetting } from '../settings/use-setting.ts';
import { memberFieldsOf } from './member-fields.ts';

/** A member's events on this PC, those voided too. */
export async function readMemberEvents({ db }: Office, memberId: string): Promise<readonly MemberEventRow[]> {
  return db.memberEvents
    .where('memberId')
    .equals(memberId)
    .filter(({ removed }) => !removed)
    .toArray();
}

/** The record of a member with its events, as the rules of a member's life look at it. */
export function storyOf(row: MemberRow, events: readonly MemberEventRow[]): MemberStory {
  return { member: memberFieldsOf(row), events, madeOn: madeOnOf(row.id) };
}

/** The record and its events as they are on this PC. */
export async function readStory(office: Office, row: MemberRow): Promise<MemberStory> {
  return storyOf(row, await readMemberEvents(office, row.id));
}

/** The rules this office goes by. */
export async function readMemberRules(office: Office): Promise<MemberRules> {
  return memberRulesWith(await readSetting(office, 'member-rules'));
}
