/** Where a record stands, in a few words. */
export const placeText = {
  'only-here': 'Chỉ có trên máy này',
  'in-office': 'Mới có trong cơ quan, chưa qua tỉnh',
  taken: 'Tỉnh đã nhận, đang chờ xác nhận',
  'at-province': 'Đã có ở tỉnh',
  'never-leaves': 'Mục mật, không rời máy này',
} as const;

/** What is said of where an item is, in its details. */
export const receiptText = {
  since: (when: string) => `từ ${when}`,
  recordsOnlyHere: (count: string) => `${count} mục chưa gửi lên tỉnh`,
  filesOnlyHere: (count: string) => `${count} tệp chưa gửi lên tỉnh`,
  filesElsewhere: (count: string) => `${count} tệp chưa về máy này`,
  details: 'Xem xác nhận của tỉnh',
  hide: 'Ẩn bớt',
  asking: 'Đang hỏi tỉnh…',
  noLine: 'Chưa hỏi được tỉnh lúc này. Dưới đây là điều máy này đã biết.',
  confirmed: (records: string, files: string) =>
    `Tỉnh vừa gửi mã đối chiếu của ${records} mục và ${files} tệp: trùng với bản trên máy này.`,
  differs: (count: string) =>
    `${count} mục ở tỉnh đã khác bản trên máy này, vì máy khác vừa sửa. Bấm Đồng bộ ngay để nhận về.`,
  lacks: (count: string) => `${count} tệp tỉnh chưa có.`,
  takenAt: (when: string) => `Tỉnh nhận lúc ${when}`,
  hash: 'Mã đối chiếu (SHA-256)',
  receivedBy: 'Máy đã nhận',
  thisPc: (name: string) => `${name} (máy này)`,
  receivedAt: (name: string, when: string) => `${name}, đồng bộ lần cuối ${when}`,
  nobodyElse: 'Chưa máy nào khác trong cơ quan nhận được.',
  notYet: 'Máy chưa nhận',
  sentTo: 'Nơi nhận',
} as const;
