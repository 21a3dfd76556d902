/** What can be printed of one member. */
export const memberPaperKinds = [
  'one-page',
  'member-life',
  'member-card',
  'supplement',
  'applicant-life',
  'badge-declaration',
  'handbook',
] as const;
export type MemberPaperKind = (typeof memberPaperKinds)[number];
