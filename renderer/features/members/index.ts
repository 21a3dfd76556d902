export type { MemberRecordMore } from './member-record-more.ts';
export { memberFieldGroups } from './member-field-groups.ts';
export { MembersScreen } from './members-screen.tsx';
