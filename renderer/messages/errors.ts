import type { ErrorCode } from '#shared/base/errors.ts';
import type { ErrorText } from './error-text.ts';
import { memberErrorTexts } from './member-error-texts.ts';
import { parcelErrorTexts } from './parcel-error-texts.ts';
import { officeErrorTexts } from './office-error-texts.ts';
import { safetyErrorTexts } from './safety-error-texts.ts';
import { transferErrorTexts } from './transfer-error-texts.ts';

const nothingLost = 'Dữ liệu đã lưu trên máy này vẫn nguyên vẹn.';
const notChanged = 'Chưa có gì bị thay đổi; chữ bạn đã gõ vẫn còn trên màn hình.';
const fileUntouched = 'Tệp gốc không bị động đến, sổ chưa có thay đổi nào.';
const worksOffline = 'Mọi việc trên máy này vẫn làm được; phần chưa gửi sẽ tự gửi sau.';
const callProvince = 'Báo bộ phận hỗ trợ của tỉnh, đọc cho họ câu này.';
const waitForProvince = 'Không phải làm gì ngay. Khi tỉnh đã nâng cấp, bấm Gửi lại.';
const updateApp = 'Cập nhật chương trình lên bản mới rồi đồng bộ lại; nếu vẫn thế, báo bộ phận hỗ trợ của tỉnh.';

/** One text for every code of the catalogue; a code without text does not compile. */
export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  'unknown-entity': {
    happened: 'Máy chủ tỉnh là bản cũ hơn máy này, chưa biết loại hồ sơ này',
    safe: nothingLost,
    todo: waitForProvince,
  },
  'unknown-field': {
    happened: 'Máy chủ tỉnh là bản cũ hơn máy này, chưa biết một ô đã ghi',
    safe: nothingLost,
    todo: waitForProvince,
  },
  'bad-value': { happened: 'Có một ô ghi chưa đúng', safe: notChanged, todo: 'Xem lại ô được đánh dấu rồi lưu lại.' },
  'unknown-command': {
    happened: 'Máy chủ tỉnh là bản cũ hơn máy này, chưa làm được việc này',
    safe: 'Chưa có gì thay đổi: việc chưa được làm, dữ liệu đã lưu vẫn nguyên vẹn.',
    todo: 'Làm theo cách cũ, hoặc chờ tỉnh nâng cấp rồi làm lại.',
  },
  'bad-command': { happened: 'Yêu cầu này không thực hiện được', safe: nothingLost, todo: updateApp },
  'field-is-the-servers': {
    happened: 'Ô này do máy chủ tỉnh ghi, máy xã không sửa được',
    safe: notChanged,
    todo: 'Nếu ô ghi sai, báo tỉnh sửa.',
  },
  'not-your-stream': {
    happened: 'Máy này không có quyền ghi vào phần hồ sơ đó',
    safe: notChanged,
    todo: 'Kiểm tra lại bạn đang làm ở xã nào; nếu đúng xã, báo tỉnh.',
  },
  'read-only-stream': {
    happened: 'Phần này do tỉnh phát hành, chỉ để đọc',
    safe: notChanged,
    todo: 'Muốn đổi, gửi đề nghị lên tỉnh.',
  },
  'record-elsewhere': {
    happened: 'Hồ sơ này thuộc về nơi khác',
    safe: notChanged,
    todo: 'Báo tỉnh kiểm tra xem hồ sơ đang do xã nào quản lý.',
  },
  'record-missing': {
    happened: 'Không còn tìm thấy hồ sơ này',
    safe: nothingLost,
    todo: 'Đồng bộ lại rồi mở lại danh sách; có thể người khác đã xoá nó.',
  },
  'number-taken': {
    happened: 'Số này đã được dùng',
    safe: notChanged,
    todo: 'Để trống ô số để máy cấp số tiếp theo, hoặc chọn số khác.',
  },
  'number-not-leased': {
    happened: 'Máy này không giữ sổ nên không tự cấp số được',
    safe: 'Văn bản vẫn được lưu, chưa có số.',
    todo: 'Máy giữ sổ sẽ cấp số khi đồng bộ.',
  },
  'too-many-numbers': {
    happened: 'Một lần gửi ghi nhận quá nhiều số, máy chủ không nhận phần vượt quá',
    safe: 'Các thay đổi khác vẫn được nhận; phần này vẫn còn trên máy này.',
    todo: 'Ghi lại các số ấy thành nhiều lần, mỗi lần đồng bộ xong rồi mới ghi tiếp.',
  },
  'register-held-elsewhere': {
    happened: 'Sổ đang do một máy khác giữ',
    safe: nothingLost,
    todo: 'Nhờ máy đó trả sổ ở trang Đồng bộ, rồi nhận lại.',
  },
  'secret-stays-home': {
    happened: 'Văn bản mật không được lưu tệp và không gửi đi',
    safe: 'Tệp chưa rời khỏi máy này.',
    todo: 'Giữ bản giấy theo quy định bảo vệ bí mật; chỉ vào sổ mật, không kèm tệp.',
  },
  'parent-never-came': {
    happened: 'Phần này chờ văn bản gốc nhưng văn bản gốc không tới',
    safe: 'Nội dung vẫn còn trong mục Cần xử lý.',
    todo: 'Mở mục đó ở trang Đồng bộ, ghi lại vào văn bản đúng.',
  },
  'not-allowed': {
    happened: 'Bạn không có quyền làm việc này',
    safe: notChanged,
    todo: 'Nhờ người có quyền, hoặc đề nghị lãnh đạo văn phòng cấp quyền.',
  },
  'bad-frame': {
    happened: 'Gói gửi lên tỉnh bị lỗi',
    safe: worksOffline,
    todo: 'Bấm Đồng bộ lại; nếu lặp lại, báo bộ phận hỗ trợ của tỉnh.',
  },
  'frame-too-large': { happened: 'Gói gửi lên tỉnh quá lớn', safe: worksOffline, todo: callProvince },
  'protocol-too-old': {
    happened: 'Chương trình trên máy này đã quá cũ so với máy chủ tỉnh',
    safe: worksOffline,
    todo: 'Cập nhật chương trình rồi đồng bộ lại.',
  },
  'counter-gap': {
    happened: 'Máy chủ tỉnh thiếu một số thay đổi của máy này',
    safe: 'Các thay đổi đó vẫn còn trong sổ ghi thay đổi của máy này.',
    todo: 'Để máy tự gửi bù; nếu sau một giờ vẫn báo, gọi hỗ trợ của tỉnh.',
  },
  'not-enrolled': {
    happened: 'Máy này chưa được ghi danh với tỉnh',
    safe: worksOffline,
    todo: 'Xin tỉnh mã ghi danh rồi nhập ở màn hình đầu.',
  },
  'session-expired': {
    happened: 'Phiên làm việc với tỉnh đã hết hạn',
    safe: worksOffline,
    todo: 'Không phải làm gì: máy tự nối lại.',
  },
  'device-revoked': {
    happened: 'Tỉnh đã thu hồi quyền của máy này',
    safe: nothingLost,
    todo: 'Liên hệ tỉnh để biết lý do và ghi danh lại nếu cần.',
  },
  'bad-signature': {
    happened: 'Tỉnh không nhận ra chữ ký của máy này',
    safe: worksOffline,
    todo: 'Báo tỉnh; có thể máy phải ghi danh lại.',
  },
  'bad-code': {
    happened: 'Mã ghi danh không đúng',
    safe: 'Chưa có gì thay đổi trên máy.',
    todo: 'Gõ lại mã theo giấy tỉnh cấp, ba nhóm năm ký tự.',
  },
  'code-used': {
    happened: 'Mã ghi danh này đã dùng cho một máy khác',
    safe: 'Chưa có gì thay đổi trên máy.',
    todo: 'Xin tỉnh cấp mã mới; mỗi mã chỉ dùng một lần.',
  },
  'code-expired': {
    happened: 'Mã ghi danh đã hết hạn',
    safe: 'Chưa có gì thay đổi trên máy.',
    todo: 'Xin tỉnh cấp mã mới.',
  },
  'too-many-requests': {
    happened: 'Máy chủ tỉnh đang bận, xin chờ',
    safe: worksOffline,
    todo: 'Chờ vài phút; máy tự thử lại.',
  },
  'server-error': {
    happened: 'Máy chủ tỉnh gặp lỗi',
    safe: worksOffline,
    todo: 'Máy tự thử lại; nếu kéo dài cả buổi, báo tỉnh.',
  },
  'not-found': { happened: 'Không tìm thấy ở máy chủ tỉnh', safe: nothingLost, todo: 'Đồng bộ lại rồi thử lần nữa.' },
  offline: {
    happened: 'Chưa liên lạc được với máy chủ tỉnh',
    safe: worksOffline,
    todo: 'Kiểm tra dây mạng hoặc địa chỉ máy chủ rồi thử lại.',
  },
  'bad-answer': {
    happened: 'Máy chủ tỉnh trả lời không đọc được',
    safe: worksOffline,
    todo: 'Kiểm tra địa chỉ máy chủ; nếu đúng, báo tỉnh.',
  },
  'file-not-pdf': {
    happened: 'Tệp này không phải PDF',
    safe: fileUntouched,
    todo: 'Lưu hoặc quét lại thành PDF rồi đưa vào.',
  },
  'file-empty': {
    happened: 'Tệp rỗng, không có nội dung',
    safe: fileUntouched,
    todo: 'Chép hoặc tải lại tệp từ nơi gửi.',
  },
  'file-truncated': {
    happened: 'Tệp bị cụt, thiếu phần cuối',
    safe: fileUntouched,
    todo: 'Chép lại trọn tệp từ nơi gửi rồi đưa vào lần nữa.',
  },
  'file-too-large': {
    happened: 'Tệp quá lớn, mỗi tệp nhiều nhất 200\u00a0MB',
    safe: fileUntouched,
    todo: 'Quét lại ở mức văn phòng (200–300 điểm, đen trắng) hoặc tách thành nhiều tệp.',
  },
  'file-password': {
    happened: 'Tệp có mật khẩu nên không mở được',
    safe: fileUntouched,
    todo: 'Xin nơi gửi bản không đặt mật khẩu.',
  },
  'file-vanished': {
    happened: 'Tệp biến mất trong lúc đang đọc',
    safe: 'Sổ chưa có thay đổi nào.',
    todo: 'Cắm lại thẻ USB hoặc tìm lại tệp rồi đưa vào lần nữa.',
  },
  'file-unreadable': {
    happened: 'Tệp hỏng, không đọc được',
    safe: fileUntouched,
    todo: 'Xin nơi gửi bản khác, hoặc vào sổ không kèm tệp rồi gắn sau.',
  },
  'file-hash-mismatch': {
    happened: 'Tệp nhận về khác với bản gốc',
    safe: 'Bản lỗi đã bị bỏ, bản gốc ở nơi gửi vẫn còn.',
    todo: 'Máy tự tải lại; nếu lặp lại, báo tỉnh.',
  },
  'file-secret-mark': {
    happened: 'Trong tệp có dấu chỉ độ mật nên không được lưu',
    safe: 'Tệp chưa được chép vào máy này.',
    todo: 'Chọn đúng độ mật để ghi vào sổ mật, không kèm tệp; xử lý tệp theo quy định bảo vệ bí mật.',
  },
  'file-missing': {
    happened: 'Không còn tìm thấy tệp',
    safe: 'Dòng trong sổ vẫn nguyên.',
    todo: 'Gắn lại tệp vào văn bản này.',
  },
  'file-not-here-yet': {
    happened: 'Tệp chưa về tới máy này',
    safe: 'Dòng trong sổ đã đủ, tệp đang ở tỉnh hoặc ở máy kia.',
    todo: 'Chờ đồng bộ xong rồi mở lại.',
  },
  ...safetyErrorTexts,
  ...officeErrorTexts,
  ...memberErrorTexts,
  ...transferErrorTexts,
  ...parcelErrorTexts,
  unexpected: {
    happened: 'Có lỗi ngoài dự kiến',
    safe: nothingLost,
    todo: 'Thử lại; nếu lặp lại, đóng mở lại chương trình và báo hỗ trợ.',
  },
};

/** Texts of a code. */
export function describeError(code: ErrorCode): ErrorText {
  return errorTexts[code];
}
