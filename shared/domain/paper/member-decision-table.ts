/** Names of the fields of the templates for decisions on a member, by what fills them in; the templates' own words (`party-template-table.ts`). */
export const memberDecisionFields = {
  name: 'họ và tên',
  bornOn: 'ngày sinh',
  nativePlace: 'quê quán',
  cell: 'chi bộ',
  admittedOn: 'ngày kết nạp',
  officialOn: 'ngày chính thức',
} as const;
