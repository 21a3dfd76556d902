import type { ErrorText } from './error-text.ts';

const notChanged = 'Chưa có gì bị thay đổi; chữ bạn đã gõ vẫn còn trên màn hình.';
const fileUntouched = 'Tệp gốc không bị động đến, sổ chưa có thay đổi nào.';
const packageUntouched = 'Gói không bị động đến, hồ sơ trên máy này chưa có thay đổi nào.';

/** Errors of numbering, drafting, exchange and archive. */
export const officeErrorTexts = {
  'delegation-ended': {
    happened: 'Uỷ quyền cho bạn đã hết hạn hoặc đã bị thu lại nên không làm thay được nữa',
    safe: notChanged,
    todo: 'Trình người uỷ quyền tự cho ý kiến, hoặc xin uỷ quyền mới rồi làm lại.',
  },
  'handover-settled': {
    happened: 'Lượt chuyển giao này đã xong, đã trả lại hoặc đã thu hồi',
    safe: notChanged,
    todo: 'Xem lại ai đang giữ văn bản rồi chuyển lượt mới.',
  },
  'meeting-settled': {
    happened: 'Buổi sinh hoạt này đã kết thúc, đã hoãn hoặc đã sang bước khác, có thể do máy khác vừa ghi',
    safe: notChanged,
    todo: 'Xem lại tình trạng buổi sinh hoạt. Cần sửa thì bấm Mở lại để sửa trước.',
  },
  'vote-sums': {
    happened: 'Số phiếu chưa khớp: tán thành, không tán thành và phiếu khác cộng lại phải bằng số người biểu quyết',
    safe: notChanged,
    todo: 'Đếm lại. Người biểu quyết không được nhiều hơn đảng viên chính thức có mặt.',
  },
  'register-closed': {
    happened: 'Sổ này đã khoá nên không cấp số cho ngày ấy được',
    safe: notChanged,
    todo: 'Chọn sổ đang dùng, hoặc ngày còn trong thời gian của sổ.',
  },
  'no-term': {
    happened: 'Ngày văn bản không nằm trong nhiệm kỳ nào của cơ quan ban hành',
    safe: notChanged,
    todo: 'Xem lại ngày văn bản; nếu nhiệm kỳ cũ đã hết thì lập nhiệm kỳ mới ở trang Sổ số.',
  },
  'two-terms': {
    happened: 'Ngày văn bản nằm trong hai nhiệm kỳ của cơ quan ban hành',
    safe: notChanged,
    todo: 'Sửa ngày đầu, ngày cuối của nhiệm kỳ ở trang Sổ số cho khỏi chồng nhau.',
  },
  'block-used-up': {
    happened: 'Dải số của máy này đã dùng hết',
    safe: 'Văn bản vẫn được lưu, chưa có số.',
    todo: 'Đồng bộ rồi xin dải số mới; chưa có mạng thì máy giữ sổ sẽ cấp số khi đồng bộ.',
  },
  'reason-wanted': {
    happened: 'Việc này phải ghi lý do',
    safe: notChanged,
    todo: 'Ghi vắn tắt lý do rồi lưu lại; lý do đi kèm trong sổ số.',
  },
  'type-not-authorised': {
    happened: 'Theo quy định, cơ quan này không ban hành loại văn bản đó',
    safe: notChanged,
    todo: 'Chọn loại khác hoặc cơ quan ban hành khác. Nếu quy chế nơi bạn cho phép, báo lãnh đạo văn phòng.',
  },
  'draft-missing': {
    happened: 'Văn bản này chưa có bản dự thảo nào',
    safe: notChanged,
    todo: 'Soạn và lưu ít nhất một bản dự thảo rồi mới xin ý kiến hoặc duyệt.',
  },
  'draft-outdated': {
    happened: 'Đã có bản dự thảo mới hơn bản bạn đang xem',
    safe: notChanged,
    todo: 'Mở bản mới nhất, xem chỗ đã sửa rồi cho ý kiến lại.',
  },
  'paper-settled': {
    happened: 'Văn bản đã có số hoặc đang chờ số nên không sửa nội dung được nữa',
    safe: notChanged,
    todo: 'Cần sửa thì soạn văn bản thay thế hoặc đính chính; số đã cấp không đổi.',
  },
  'text-secret-mark': {
    happened: 'Trong bản dự thảo có dấu chỉ độ mật nên không được lưu vào chương trình',
    safe: 'Bản dự thảo chưa được lưu và chưa gửi đi đâu.',
    todo: 'Văn bản mật soạn trên máy riêng không nối mạng; ở đây chỉ ghi một dòng trong sổ mật, không có nội dung.',
  },
  'file-not-picture': {
    happened: 'Tệp này không phải ảnh nên không làm ảnh chân dung được',
    safe: fileUntouched,
    todo: 'Chọn tệp ảnh JPG hoặc PNG chụp chân dung. Ảnh nằm trong PDF, Word thì lưu riêng ra tệp ảnh rồi chọn lại.',
  },
  'file-kind-unknown': {
    happened: 'Chương trình không nhận loại tệp này',
    safe: fileUntouched,
    todo: 'Nhận được tệp PDF, ảnh PNG hoặc JPEG, Word (docx), Excel (xlsx). Hãy lưu lại thành một trong các loại ấy. Tệp edXML thì nhận ở trang Chờ tiếp nhận.',
  },
  'file-kind-lies': {
    happened: 'Tệp không đúng loại như đuôi tên của nó',
    safe: fileUntouched,
    todo: 'Hỏi lại nơi gửi; không mở tệp này bằng chương trình khác.',
  },
  'file-bomb': {
    happened: 'Tệp nén bung ra quá lớn, có thể là tệp phá hoại',
    safe: fileUntouched,
    todo: 'Không mở tệp này; hỏi lại nơi gửi và báo bộ phận hỗ trợ của tỉnh.',
  },
  'file-path-trick': {
    happened: 'Tệp nén có tên tệp chỉ ra ngoài thư mục của nó',
    safe: fileUntouched,
    todo: 'Không mở tệp này; hỏi lại nơi gửi và báo bộ phận hỗ trợ của tỉnh.',
  },
  'file-active': {
    happened: 'Trong tệp có phần tự chạy, hoặc tự tải thêm từ nơi khác',
    safe: fileUntouched,
    todo: 'Xin nơi gửi bản PDF; không bật macro của tệp này ở chương trình khác.',
  },
  'sheet-old-format': {
    happened: 'Đây là tệp Excel đời cũ (.xls), máy không đọc được',
    safe: fileUntouched,
    todo: 'Mở tệp bằng Excel, chọn Lưu thành (Save As), loại Excel Workbook (.xlsx), rồi chọn lại tệp mới.',
  },
  'sheet-web-page': {
    happened: 'Tệp này là trang web được đặt đuôi Excel, không phải bảng tính',
    safe: fileUntouched,
    todo: 'Mở tệp bằng Excel, chọn Lưu thành (Save As), loại Excel Workbook (.xlsx), rồi chọn lại tệp mới.',
  },
  'sheet-empty': {
    happened: 'Trang tính này không có dòng nào',
    safe: fileUntouched,
    todo: 'Chọn trang tính khác trong tệp, hoặc kiểm tra lại tệp.',
  },
  'sheet-too-long': {
    happened: 'Bảng dài quá 60.000 dòng hoặc rộng quá 256 cột',
    safe: fileUntouched,
    todo: 'Xoá các dòng, cột thừa ở cuối bảng, hoặc chia danh sách thành nhiều tệp rồi nhập lần lượt.',
  },
  'edxml-unreadable': {
    happened: 'Tệp văn bản liên thông (edXML) không đọc được',
    safe: fileUntouched,
    todo: 'Xin nơi gửi xuất lại tệp; hoặc vào sổ bằng tay với tệp PDF kèm theo.',
  },
  'edxml-incomplete': {
    happened: 'Tệp văn bản liên thông (edXML) thiếu phần bắt buộc',
    safe: fileUntouched,
    todo: 'Xin nơi gửi xuất lại tệp; hoặc vào sổ bằng tay những phần đã đọc được.',
  },
  'recipient-unknown': {
    happened: 'Nơi nhận không có trong danh sách của tỉnh',
    safe: 'Văn bản vẫn ở trong sổ, chưa gửi cho nơi ấy.',
    todo: 'Chọn nơi nhận trong danh sách; nếu cơ quan mới lập, báo tỉnh thêm vào.',
  },
  'package-damaged': {
    happened: 'Gói hồ sơ bị hỏng hoặc đã bị sửa',
    safe: packageUntouched,
    todo: 'Xem các lỗi được liệt kê, rồi xin nơi nộp làm lại gói.',
  },
  'package-foreign': {
    happened: 'Thư mục hoặc tệp này không phải gói hồ sơ nộp lưu',
    safe: packageUntouched,
    todo: 'Chọn đúng thư mục gói, hoặc tệp ZIP của gói.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
