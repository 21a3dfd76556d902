/** Words of the notices above a screen: what happened, what is safe, what to do. */
export const bannersText = {
  label: 'Thông báo của máy',
  more: (n: number) => `Còn ${String(n)} thông báo`,
  next: 'Xem thông báo khác',
  understood: 'Đã rõ',
  openThisPc: 'Xem tình trạng máy',
  chooseBackup: 'Chọn nơi sao lưu',
  openBackups: 'Mở mục Sao lưu',

  closedTitle: 'Cần mở lại sổ sách',
  closedText:
    'Hệ điều hành vừa đóng kho dữ liệu, thường vì ổ đĩa đầy. Mọi thứ đã báo “đã lưu” vẫn nằm trong sổ ghi thay đổi, không mất; chữ đang gõ nằm trong bản nháp. Bấm Mở lại rồi gõ câu mật khẩu, chương trình tự dựng phần thiếu.',
  reopen: 'Mở lại',

  revokedTitle: 'Tỉnh đã thu hồi máy này',
  revokedText:
    'Máy không trao đổi với tỉnh nữa. Sổ sách trên máy vẫn nguyên, vẫn xem và in được; việc ghi thêm từ giờ chỉ nằm trên máy này. Gọi người phụ trách ở tỉnh để biết vì sao và xin ghi danh lại nếu cần.',

  readOnlyTitle: (free: string) => `Ổ đĩa chỉ còn ${free}: chương trình tạm thời chỉ cho xem`,
  readOnlyTitleUnknown: 'Ổ đĩa sắp đầy: chương trình tạm thời chỉ cho xem',
  readOnlyText:
    'Mọi thứ đã lưu vẫn nguyên; chữ đang gõ được giữ lại. Xoá bớt tệp không cần trên ổ đĩa, ngoài chương trình này. Khi trống trên 550 MB, chương trình tự cho ghi lại, không phải mở lại.',
  readOnlyReason: 'Ổ đĩa sắp đầy: tạm thời chỉ xem được',
  lowTitle: (free: string) => `Ổ đĩa còn ít chỗ: ${free}`,
  lowText: 'Vẫn ghi được. Tệp mới chưa tải về máy này. Nên xoá bớt tệp không cần trên ổ đĩa.',

  damagedTitle: (n: string) => `${n} dòng trong kho dữ liệu không đọc được`,
  damagedText:
    'Sổ ghi thay đổi và các tệp vẫn còn nguyên. Bấm Dựng lại kho dữ liệu: chương trình khởi động lại, kho hỏng được cất riêng, không xoá.',
  rebuild: 'Dựng lại kho dữ liệu',

  rebuildingTitle: 'Đang dựng lại kho dữ liệu từ tỉnh',
  rebuildingText: (rows: string) =>
    `Đã nhận ${rows} mục. Vẫn làm việc được; phần chưa gửi của máy này đã có đủ từ sổ ghi thay đổi.`,
  rebuildingWork: 'Vẫn làm việc được; phần chưa gửi của máy này đã có đủ từ sổ ghi thay đổi.',
  rebuildingOffline: 'Đang chờ đường truyền. Vẫn làm việc được; phần chưa gửi của máy này đã có đủ từ sổ ghi thay đổi.',
  rebuiltTitle: 'Đã dựng lại xong kho dữ liệu trên máy',
  rebuiltText:
    'Không mất việc nào đã lưu: kho được dựng từ sổ ghi thay đổi, bản sao lưu và máy chủ tỉnh. Nếu chuyện này lặp lại, báo bộ phận hỗ trợ của tỉnh: ổ đĩa có thể sắp hỏng.',

  journalTitle: 'Một đoạn sổ ghi thay đổi bị hỏng',
  journalText: (size: string, files: number) =>
    `${size} không đọc được${files > 0 ? `, ${String(files)} tệp được cất riêng` : ''}, không xoá gì. Đồng bộ ngay khi có mạng rồi báo bộ phận hỗ trợ của tỉnh.`,
  vaultTitle: (changed: number, missing: number) =>
    changed > 0
      ? `${String(changed)} tệp trên máy đã bị thay đổi hoặc hỏng`
      : `${String(missing)} tệp không còn trên máy`,
  vaultText: 'Dòng trong sổ không ảnh hưởng. Tệp nào tỉnh có thì tự tải lại; xem báo cáo trong Máy này.',

  clockAhead: (words: string) => `Đồng hồ máy chạy nhanh ${words} so với tỉnh`,
  clockBehind: (words: string) => `Đồng hồ máy chạy chậm ${words} so với tỉnh`,
  clockText:
    'Vẫn làm việc bình thường: ngày giờ trên sổ đã được chỉnh theo tỉnh. Nên đặt lại đồng hồ của máy tính cho đúng.',

  backupFailedTitle: (when: string) => `Lần sao lưu ${when} không thành`,
  backupOverdueTitle: (days: number) => `Đã ${String(days)} ngày chưa có bản sao lưu mới`,
  backupOverdueText: 'Cắm USB dùng để sao lưu; chương trình tự làm. Sổ sách trên máy vẫn nguyên.',
  backupShortTitle: (when: string, n: string) => `Bản sao lưu ${when} thiếu ${n} tệp vì nơi để không đủ chỗ`,
  backupNoneTitle: 'Máy này chưa có nơi để bản sao lưu',
  backupNoneText: 'Chọn một USB hoặc thư mục ở ổ khác; mỗi ngày chương trình tự sao lưu, có mã hoá.',

  renumberedTitle: (dev: number, before: number) =>
    `Máy này đã nhận số mới: ${String(dev)} (trước là ${String(before)})`,
  renumberedText:
    'Tỉnh cấp số riêng vì có một bản sao của máy cũng đang làm việc (chép ổ đĩa, khôi phục bản cũ), hoặc vì máy vừa ghi danh lại. Phần chưa gửi được gửi lại dưới số mới, không mất.',
  lateWorkTitle: (n: string) => `${n} mục ghi muộn vào tổ chức đã kết thúc đã được chuyển sang tổ chức kế tiếp`,
  lateWorkText: 'Máy khác ghi khi chưa biết tổ chức đã sáp nhập, chia tách. Không mất gì; mở ra xem rồi bấm Đã xem.',
  openUnits: 'Xem ở Tổ chức',
  auditTitle: 'Nhật ký của máy không khớp với phần tỉnh đã ký nhận',
} as const;
