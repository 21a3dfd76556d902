export type { MemberRecordMore } from './member-record-more.ts';
export { MembersScreen } from './members-screen.tsx';
