import type { ErrorText } from './error-text.ts';

const notChanged = 'Chưa có gì bị thay đổi; chữ bạn đã gõ vẫn còn trên màn hình.';
const recordAsItWas = 'Hồ sơ đảng viên vẫn như trước; phần bạn ghi không mất.';

/** Errors of members' events and of changes two people answer for. */
export const memberErrorTexts = {
  'event-unfit': {
    happened: 'Sự kiện này không khớp với hồ sơ hoặc với các sự kiện khác',
    safe: notChanged,
    todo: 'Xem lại ngày, loại sự kiện và các ô được đánh dấu. Nếu máy khác vừa ghi thêm, mở lại hồ sơ rồi ghi lại.',
  },
  'event-settled': {
    happened: 'Sự kiện này đã được quyết định hoặc đã huỷ từ trước',
    safe: recordAsItWas,
    todo: 'Mở lại hồ sơ để xem bản mới nhất. Sự kiện ghi sai thì huỷ, nêu lý do, rồi ghi sự kiện khác.',
  },
  'unit-event-unfit': {
    happened: 'Việc này không khớp với cây tổ chức hoặc thiếu quyết định làm căn cứ',
    safe: notChanged,
    todo: 'Xem lại ngày, các tổ chức đã chọn và số, ngày, nơi ban hành quyết định. Nếu máy khác vừa ghi thêm, mở lại màn hình Tổ chức rồi ghi lại.',
  },
  'unit-event-built-on': {
    happened: 'Sau việc này đã có việc khác dựa vào nên không rút lại được',
    safe: 'Cây tổ chức và hồ sơ vẫn như trước.',
    todo: 'Rút lại các việc ghi sau trước, hoặc ghi một quyết định mới (chia tách, sáp nhập) để đưa về như cũ.',
  },
  'by-event-only': {
    happened: 'Ô này đang theo một sự kiện có quyết định nên không sửa tay được',
    safe: notChanged,
    todo: 'Bấm Ghi sự kiện để ghi thay đổi; nếu sự kiện cũ ghi sai thì huỷ sự kiện ấy, hoặc đề nghị sửa để người thứ hai xác nhận.',
  },
  'second-person-wanted': {
    happened: 'Ô này đã có giá trị, muốn đổi phải có người thứ hai xác nhận',
    safe: recordAsItWas,
    todo: 'Bấm Đề nghị sửa, ghi lý do; người khác xem lại ở mục Biến động rồi xác nhận.',
  },
  'own-proposal': {
    happened: 'Không tự xác nhận đề nghị, không tự chọn giá trị do chính mình ghi',
    safe: recordAsItWas,
    todo: 'Nhờ một người khác có quyền mở mục này và xác nhận.',
  },
  'change-settled': {
    happened: 'Đề nghị này đã được xác nhận, bị từ chối hoặc đã rút từ trước',
    safe: recordAsItWas,
    todo: 'Mở lại danh sách để xem kết quả; vẫn cần sửa thì gửi đề nghị mới.',
  },
  'record-moved-on': {
    happened: 'Hồ sơ đã đổi sau khi có đề nghị này, nên giá trị cũ không còn như lúc đề nghị',
    safe: recordAsItWas,
    todo: 'Từ chối đề nghị này; nếu vẫn cần sửa thì gửi đề nghị mới theo hồ sơ hiện nay.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
