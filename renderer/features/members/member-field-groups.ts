import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { membersText } from '#renderer/messages/members.ts';
import { memberFormGroups } from './member-form-fields.ts';

/** The fields of a record in the groups and the order of the form, for other screens that show it field by field. */
export const memberFieldGroups: readonly {
  readonly title: string;
  readonly fields: readonly (keyof MemberFields)[];
}[] = memberFormGroups.map(({ id, fields }) => ({
  title: membersText.groups[id],
  fields: fields.map(({ field }) => field),
}));
