/** Reasons the program itself writes into the ledger. */
export const numberReasons = {
  late: 'Đăng ký khi không có mạng, cấp số khi đồng bộ',
  block: 'Số trong dải cấp riêng cho máy này',
  secret: 'Văn bản mật, chỉ ghi số',
} as const;
