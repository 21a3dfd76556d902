/** Words of what a cell's secretary sees first. */
export const cellHomeText = {
  next: 'Buổi sinh hoạt sắp tới',
  noNext: 'Chưa có buổi nào được lên lịch.',
  plan: 'Thêm buổi họp',
  open: 'Mở buổi họp',
  today: 'Hôm nay',
  tomorrow: 'Ngày mai',
  unfinished: 'Việc còn dở của chi bộ',
  nothing: 'Không còn việc gì dở.',
  meeting: (title: string) => `Chưa hoàn tất giấy tờ: ${title}`,
  task: (text: string) => `Việc giao quá hạn: ${text}`,
  study: (title: string, people: number) => `Còn ${String(people)} đồng chí chưa học: ${title}`,
  show: 'Mở',
} as const;
