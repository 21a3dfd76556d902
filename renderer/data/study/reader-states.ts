import type { MemberState } from '#shared/domain/member/member-record.ts';

/** Whose study is counted: official and probationary members; who is exempt need not study (domain.md 5.4). */
export const readerStates: readonly MemberState[] = ['official', 'probationary'];
