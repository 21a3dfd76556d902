/** Words of the dialogue that prints papers of a member. */
export const memberPapersText = {
  action: 'In biểu mẫu',
  title: (name: string) => `In biểu mẫu: ${name}`,
  which: 'In mẫu nào',
  decide: (isCandidate: boolean) => (isCandidate ? 'Soạn quyết định kết nạp' : 'Soạn quyết định công nhận chính thức'),
  saved: 'Đã lưu tệp PDF.',
  fileName: (form: string, name: string) => `${form.replaceAll(/\s*\([^)]*\)/gu, '')} - ${name}`,
} as const;
