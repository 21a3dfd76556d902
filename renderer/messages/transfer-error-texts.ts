import type { ErrorText } from './error-text.ts';

const notChanged = 'Chưa có gì bị thay đổi; chữ bạn đã gõ vẫn còn trên màn hình.';

/** Errors of members who go from one office to another. */
export const transferErrorTexts = {
  'transfer-open': {
    happened: 'Đảng viên này đang có một lượt chuyển sinh hoạt chưa xong',
    safe: 'Đảng viên vẫn được tính ở đây; lượt chuyển trước không bị động đến.',
    todo: 'Mở trang Chuyển sinh hoạt, chờ nơi nhận trả lời hoặc rút lượt trước, rồi lập lượt mới. Giấy giới thiệu đã in cho lượt này thì thu lại và huỷ số.',
  },
  'transfer-settled': {
    happened: 'Lượt chuyển sinh hoạt này đã được giải quyết trước khi thay đổi của bạn tới tỉnh',
    safe: 'Kết quả ở tỉnh giữ nguyên; đảng viên vẫn chỉ được tính ở một nơi.',
    todo: 'Đồng bộ rồi mở lượt chuyển ấy để xem kết quả: đã tiếp nhận, bị từ chối, hay nơi gửi đã rút.',
  },
  'member-not-here': {
    happened: 'Đảng viên này hiện không ở tình trạng chuyển đi được',
    safe: notChanged,
    todo: 'Chỉ chuyển được đảng viên dự bị, chính thức hoặc được miễn sinh hoạt đang tính ở đây. Người đang sinh hoạt tạm thời nơi khác thì kết thúc lượt tạm thời trước.',
  },
  'member-elsewhere': {
    happened: 'Đảng viên này đã được đơn vị khác tiếp nhận nên hồ sơ ở đây không sửa được nữa',
    safe: 'Hồ sơ đã chuyển đi giữ nguyên; nội dung bạn ghi còn trong mục Cần xử lý.',
    todo: 'Gửi nội dung cần sửa cho nơi đang quản lý đảng viên, rồi bỏ thay đổi này ở trang Đồng bộ.',
  },
  'guest-kept-elsewhere': {
    happened: 'Đảng viên này chỉ sinh hoạt tạm thời ở đây, vẫn tính ở đơn vị gửi',
    safe: notChanged,
    todo: 'Muốn nhận về chính thức, đề nghị đơn vị gửi kết thúc lượt tạm thời và chuyển chính thức.',
  },
  'values-unsettled': {
    happened: 'Hồ sơ còn chỗ hai người ghi khác nhau chưa chọn',
    safe: notChanged,
    todo: 'Mở trang Đồng bộ, chọn giá trị đúng cho từng chỗ, rồi làm lại.',
  },
  'introduction-book-missing': {
    happened: 'Chưa có Sổ giới thiệu sinh hoạt đảng nên chưa cấp số được',
    safe: notChanged,
    todo: 'Nhờ chánh văn phòng mở sổ ở trang Chuyển sinh hoạt, mục Ấn phẩm, rồi cấp giấy lại.',
  },
  'introduction-unnumbered': {
    happened: 'Giấy giới thiệu chưa có số trong sổ, hoặc số trên giấy không phải số của sổ',
    safe: 'Lượt chuyển vẫn còn, đảng viên vẫn được tính ở đây.',
    todo: 'Chờ máy giữ sổ cấp số khi đồng bộ, rồi giao giấy. Giấy đã in số khác thì thu lại.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
