/** Words of the processing slip (phiếu xử lý văn bản) that goes with a paper. */
export const slipText = {
  title: 'PHIẾU XỬ LÝ VĂN BẢN ĐẾN',
  fileTitle: (symbol: string) => `Phiếu xử lý văn bản ${symbol}`,
  fileName: (number: string) => `Phieu xu ly so den ${number.replaceAll(/[^0-9]/gu, '') || 'chua co so'}.pdf`,
  columns: { what: 'Mục', words: 'Nội dung' },
  rows: {
    arrival: 'Số đến, ngày đến',
    symbol: 'Số, ký hiệu, ngày',
    issuer: 'Tác giả',
    abstract: 'Trích yếu',
    urgency: 'Độ khẩn',
    pages: 'Số trang, số bản',
    proposal: 'Đề xuất của Văn phòng',
    directives: 'Ý kiến chỉ đạo',
    lead: 'Đơn vị chủ trì',
    support: 'Đơn vị phối hợp',
    due: 'Thời hạn',
    receipt: 'Người nhận, ký nhận',
    result: 'Kết quả xử lý',
  },
  arrival: (number: string, day: string) => (number === '' ? `Chưa có số, ngày ${day}` : `Số ${number}, ngày ${day}`),
  symbol: (symbol: string, day: string) => (day === '' ? symbol : `${symbol}, ngày ${day}`),
  directive: (name: string, post: string, when: string, words: string) =>
    `${post === '' ? name : `${post} ${name}`} (${when}): ${words}`,
  printedAt: (when: string) => `In từ phần mềm Hồ sơ xã lúc ${when}`,
} as const;
