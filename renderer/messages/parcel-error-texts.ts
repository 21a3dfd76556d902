import type { ErrorCode } from '#shared/base/errors.ts';
import type { ErrorText } from './error-text.ts';

const booksUntouched = 'Sổ sách trên máy này không bị động đến.';
const nothingTaken = 'Chưa có gì được nhận vào máy; sổ sách trên máy vẫn nguyên.';

/** Texts of what can go wrong with packages on sticks. */
export const parcelErrorTexts = {
  'parcel-no-room': {
    happened: 'USB không đủ chỗ',
    safe: `${booksUntouched} Những gì có sẵn trên USB vẫn nguyên.`,
    todo: 'Dùng USB lớn hơn, hoặc xoá bớt tệp khác trên USB, rồi ghi lại.',
  },
  'parcel-stick-gone': {
    happened: 'Không thấy USB nữa, hoặc USB không đọc ghi được',
    safe: `${booksUntouched} Gói đang ghi dở không tính; gói đã ghi trước đó trên USB vẫn nguyên.`,
    todo: 'Cắm lại USB rồi làm lại. Làm lại bao nhiêu lần cũng không sinh ra gì trùng.',
  },
  'parcel-read-back': {
    happened: 'Ghi xong đọc lại thì khác: USB này hỏng',
    safe: `${booksUntouched} Gói hỏng đã được bỏ khỏi USB.`,
    todo: 'Dùng USB khác rồi ghi lại.',
  },
  'parcel-none-here': {
    happened: 'Không thấy gói nào ở đó',
    safe: booksUntouched,
    todo: 'Chọn đúng USB; gói nằm trong thư mục HoSoXa-GoiUSB. Nếu nơi gửi chưa ghi xong gói, xin họ ghi lại.',
  },
  'parcel-damaged': {
    happened: 'Gói bị hỏng hoặc bị cắt cụt',
    safe: 'Phần còn nguyên đã được nhận, phần hỏng không được nhận; sổ sách trên máy vẫn đúng.',
    todo: 'Chép lại từ USB gốc rồi đọc lại; hoặc đợi gói sau, gói sau mang lại mọi thứ chưa có biên nhận.',
  },
  'parcel-newer': {
    happened: 'Gói do phiên bản chương trình mới hơn ghi',
    safe: nothingTaken,
    todo: 'Cập nhật chương trình trên máy này rồi đọc lại.',
  },
  'parcel-not-for-here': {
    happened: 'Gói gửi cho nơi khác, không phải cho máy này',
    safe: `${nothingTaken} Không ai ngoài nơi nhận mở được gói này.`,
    todo: 'Mang USB tới đúng nơi ghi ở tên gói.',
  },
  'parcel-wrong-way': {
    happened: 'Gói sai chiều: không dành cho máy của xã',
    safe: nothingTaken,
    todo: 'Gói gửi tỉnh thì chỉ tỉnh đọc được. Xem lại USB, hoặc hỏi nơi đã ghi gói.',
  },
  'parcel-foreign': {
    happened: 'Gói không đúng chữ ký của nơi gửi, hoặc là của xã khác, tỉnh khác',
    safe: nothingTaken,
    todo: 'Đừng dùng gói này. Hỏi lại nơi gửi; nếu họ đúng là đã gửi, báo bộ phận hỗ trợ của tỉnh.',
  },
  'parcel-sender-unknown': {
    happened: 'Máy này chưa biết máy đã ghi gói, hoặc máy đó đã bị tỉnh thu hồi quyền',
    safe: nothingTaken,
    todo: 'Nếu là máy mới cấp: nối mạng, hoặc đọc gói tỉnh trả lời một lần để nhận danh sách máy, rồi đọc lại. Nếu thấy lạ, báo bộ phận hỗ trợ của tỉnh.',
  },
  'parcel-incomplete': {
    happened: 'Gói này thiếu phần',
    safe: 'Các phần có ở đây đã được nhận.',
    todo: 'Tìm USB có các phần còn lại rồi đọc lại; hoặc đợi gói sau.',
  },
  'parcel-gap': {
    happened: 'Gói này nối tiếp từ chỗ mà máy này chưa có',
    safe: nothingTaken,
    todo: 'Đọc các gói cũ hơn của tỉnh trước. Nếu không còn, ghi một gói gửi tỉnh rồi xin tỉnh ghi gói mới.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorText>>;
