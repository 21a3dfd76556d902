/** Words of changes that two people answer for: họ tên, ngày sinh, các số, ngày vào Đảng, ngày chính thức. */
export const memberProposalsText = {
  title: 'Chờ người thứ hai xác nhận',
  change: (field: string, from: string, to: string) => `${field}: đang là “${from}”, đề nghị sửa thành “${to}”.`,
  reason: (reason: string) => `Lý do: ${reason}`,
  by: (person: string, when: string) => `${person} đề nghị ${when}.`,
  settled: (proposer: string, confirmer: string) => `${proposer} đề nghị, ${confirmer} xác nhận`,
  needsAnother: 'Người khác trong văn phòng phải xác nhận; người đề nghị không tự xác nhận được.',
  confirm: 'Xác nhận',
  confirmed: 'Đã xác nhận; hồ sơ đã đổi.',
  refuse: 'Không đồng ý',
  refused: 'Đã ghi không đồng ý; hồ sơ giữ nguyên.',
  withdraw: 'Rút đề nghị',
  withdrawn: 'Đã rút đề nghị.',
  refusal: {
    title: 'Không đồng ý với đề nghị?',
    body: 'Hồ sơ giữ nguyên. Người đề nghị sẽ thấy lý do.',
    label: 'Lý do',
    confirm: 'Không đồng ý',
  },
  ask: {
    title: 'Đề nghị sửa, chờ người thứ hai xác nhận',
    body: 'Họ tên, ngày sinh, các số và ngày vào Đảng, ngày chính thức đã có thì hai người mới sửa được. Các mục khác được lưu ngay; mục này chờ xác nhận.',
    label: 'Lý do, căn cứ sửa',
    confirm: 'Đề nghị sửa',
  },
  proposed: 'Đã gửi đề nghị; hồ sơ đổi khi có người xác nhận.',
} as const;
