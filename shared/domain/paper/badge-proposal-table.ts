/** The template of the tờ trình for badges, and the names of its fields, by what fills them in; the template's own words (`party-template-table.ts`). */
export const badgeProposal = {
  templateId: 'party-submission-badges',
  typeId: 'party-submission',
  fields: {
    on: 'đợt trao tặng',
    count: 'số người',
    kinds: 'số người của từng loại huy hiệu',
    sum: 'tổng số tiền thưởng',
  },
} as const;
