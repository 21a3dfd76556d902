/** Words about the office's own network. */
export const officeNetworkText = {
  title: 'Mạng trong cơ quan',
  text: 'Khi mất mạng tới tỉnh, các máy của cơ quan trao đổi với nhau qua mạng nội bộ. Chỉ máy tỉnh đã cấp cho cơ quan mình mới nói chuyện được, và nội dung được mã hoá.',
  isOn: 'Cho máy này trao đổi với các máy khác của cơ quan',
  own: 'Địa chỉ của máy này',
  noOwn: 'Chưa có mạng nội bộ',
  off: 'Đang tắt',
  address: 'Địa chỉ một máy khác',
  addressHint: 'Xem ở mục này trên máy kia, ví dụ 192.168.1.12:47815. Chỉ cần nhập một máy, một lần.',
  addressBad: 'Gõ địa chỉ như 192.168.1.12:47815',
  add: 'Thêm máy',
  remove: (address: string) => `Bỏ địa chỉ ${address}`,
  typed: 'Địa chỉ đã nhập',
  nobody: 'Chưa gặp máy nào của cơ quan',
  colleagues: 'Các máy của cơ quan',
  inReach: (when: string) => `đang liên lạc được, trao đổi lúc ${when}`,
  away: (when: string) => `không liên lạc được, lần cuối lúc ${when}`,
} as const;
