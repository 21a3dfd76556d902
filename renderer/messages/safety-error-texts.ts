import type { ErrorCode } from '#shared/base/errors.ts';
import type { ErrorText } from './error-text.ts';

const nothingLost = 'Dữ liệu đã lưu trên máy này vẫn nguyên vẹn.';
const notChanged = 'Chưa có gì bị thay đổi; chữ bạn đã gõ vẫn còn trên màn hình.';
const callProvince = 'Báo bộ phận hỗ trợ của tỉnh, đọc cho họ câu này.';

/** Texts of what goes wrong on this PC: disk, journal, files, keys, rights, backups. */
export const safetyErrorTexts = {
  'disk-full': {
    happened: 'Ổ đĩa sắp đầy nên chưa lưu được',
    safe: notChanged,
    todo: 'Xoá bớt tệp không cần trên ổ đĩa, rồi lưu lại.',
  },
  'print-failed': {
    happened: 'Chưa in được',
    safe: 'Dữ liệu vẫn nguyên.',
    todo: 'Kiểm tra máy in đã bật và đã cài trên máy này, hoặc lưu thành tệp PDF để in ở máy khác.',
  },
  'journal-failed': {
    happened: 'Chưa ghi được xuống ổ đĩa, việc vừa rồi CHƯA lưu',
    safe: notChanged,
    todo: 'Lưu lại lần nữa; nếu vẫn lỗi, kiểm tra ổ đĩa và báo hỗ trợ.',
  },
  'store-failed': {
    happened: 'Chưa ghi được vào kho dữ liệu',
    safe: 'Nếu đã ghi vào sổ ghi thay đổi, chương trình tự dựng lại khi mở lần sau.',
    todo: 'Đóng rồi mở lại chương trình.',
  },
  'untrusted-sender': {
    happened: 'Yêu cầu không đến từ màn hình chính nên bị từ chối',
    safe: nothingLost,
    todo: 'Đóng rồi mở lại chương trình.',
  },
  'bad-input': { happened: 'Nội dung gửi đi chưa đúng', safe: notChanged, todo: 'Xem lại các ô rồi thử lại.' },
  'not-your-role': {
    happened: 'Việc này không thuộc vai trò của bạn',
    safe: notChanged,
    todo: 'Xem Quyền của tôi trong Máy này để biết ai làm được. Nhờ người đó làm trên máy của họ, hoặc khoá chương trình (Ctrl L) để người đó mở bằng tên mình.',
  },
  'not-your-cell': {
    happened: 'Việc này thuộc chi bộ khác, không phải chi bộ của bạn',
    safe: notChanged,
    todo: 'Nhờ bí thư chi bộ ấy hoặc văn phòng Đảng uỷ ghi. Nếu bạn vừa chuyển chi bộ, nhờ lãnh đạo văn phòng sửa tổ chức của bạn ở mục Cán bộ, rồi bấm Gửi lại ở trang Đồng bộ.',
  },
  'person-unknown': {
    happened: 'Máy chủ tỉnh chưa thấy tên người ghi thay đổi này trong danh sách cán bộ',
    safe: 'Thay đổi vẫn còn nguyên trên máy này, chưa bị bỏ.',
    todo: 'Vào Tổ chức đảng, mục Cán bộ, xem người đó còn làm việc không. Nếu bị bỏ nhầm, nhờ lãnh đạo văn phòng hoặc thường trực thêm lại, rồi bấm Gửi lại ở trang Đồng bộ.',
  },
  'resupply-over': {
    happened: 'Máy chủ tỉnh không nhận bù giá trị cũ từ máy này nữa, vì thời gian bù sau lần khôi phục đã hết',
    safe: 'Giá trị ấy vẫn còn nguyên trên máy này, chưa bị bỏ.',
    todo: 'Mở hồ sơ, so với giá trị tỉnh đang có. Nếu giá trị này mới đúng thì gửi lại: nó thành một lần sửa của bạn hôm nay. Nếu không cần nữa thì bấm Bỏ.',
  },
  'writer-unknown': {
    happened: 'Giá trị cũ này mang tên một máy mà tỉnh không biết là của cơ quan',
    safe: 'Giá trị ấy vẫn còn nguyên trên máy này, chưa bị bỏ.',
    todo: 'Mở hồ sơ, so với giá trị tỉnh đang có. Nếu giá trị này mới đúng thì gửi lại: nó thành một lần sửa của bạn hôm nay. Nếu thấy lạ, báo bộ phận hỗ trợ của tỉnh.',
  },
  'batch-damaged': {
    happened: 'Phần dữ liệu mang hộ máy khác bị hỏng hoặc không đọc được',
    safe: 'Máy làm ra dữ liệu ấy vẫn giữ nguyên và tự gửi lại.',
    todo: 'Không cần làm gì. Nếu câu này hiện lại nhiều lần, báo bộ phận hỗ trợ của tỉnh.',
  },
  'batch-foreign': {
    happened: 'Phần dữ liệu này không phải do một máy của cơ quan mình ký',
    safe: 'Không có gì của phần ấy được nhận vào máy này.',
    todo: 'Nếu máy ấy mới được cấp, nối mạng với tỉnh một lần rồi thử lại. Nếu thấy lạ, báo bộ phận hỗ trợ của tỉnh.',
  },
  'batch-of-revoked': {
    happened: 'Phần dữ liệu này của một máy đã bị tỉnh thu hồi',
    safe: 'Không có gì của phần ấy được tỉnh nhận.',
    todo: 'Nếu trong đó có việc cần giữ, nhập lại trên máy đang dùng, rồi báo bộ phận hỗ trợ của tỉnh.',
  },
  'counter-forked': {
    happened: 'Có một bản sao của máy này cũng đang làm việc (chép ổ đĩa hoặc khôi phục bản cũ)',
    safe: nothingLost,
    todo: 'Chương trình tự xin số máy mới và gửi lại phần chưa gửi. Nếu câu này hiện lại, báo bộ phận hỗ trợ của tỉnh.',
  },
  'office-merged': {
    happened: 'Cơ quan của máy này đã nhập vào một xã khác',
    safe: nothingLost,
    todo: 'Chương trình tự chuyển dữ liệu sang cơ quan mới và gửi tiếp phần chưa gửi. Nếu đang đọc USB, đọc lại USB ấy một lần nữa. Nếu câu này hiện lại, báo bộ phận hỗ trợ của tỉnh.',
  },
  'office-elsewhere': {
    happened: 'Máy chủ tỉnh chưa biết cơ quan này đã nhập xã (có thể vừa khôi phục bản cũ)',
    safe: nothingLost,
    todo: 'Báo bộ phận hỗ trợ của tỉnh ghi lại việc nhập xã. Ghi xong, máy tự gửi tiếp; trong lúc chờ vẫn làm việc như thường.',
  },
  'audit-broken': {
    happened: 'Nhật ký của máy này không khớp với phần tỉnh đã ký nhận',
    safe: nothingLost,
    todo: 'Không xoá gì. Mở Nhật ký, bấm Kiểm tra, rồi báo bộ phận hỗ trợ của tỉnh.',
  },
  'disk-read-only': {
    happened: 'Ổ đĩa sắp đầy nên chương trình chỉ cho xem',
    safe: 'Mọi thứ đã lưu vẫn nguyên vẹn; chữ bạn đang gõ được giữ lại.',
    todo: 'Xoá bớt tệp không cần trên ổ đĩa (ngoài chương trình này). Đủ chỗ là tự ghi lại được, không phải mở lại.',
  },
  'store-lost': {
    happened: 'Kho dữ liệu trên máy cần được dựng lại',
    safe: 'Sổ ghi từng thay đổi và các tệp vẫn còn; không có gì đã lưu bị mất.',
    todo: 'Chờ chương trình dựng lại kho từ sổ ghi và máy chủ tỉnh; phần chưa gửi vẫn giữ nguyên.',
  },
  'store-damaged': {
    happened: 'Kho dữ liệu trên máy bị hỏng',
    safe: 'Sổ ghi từng thay đổi và các tệp vẫn còn; kho hỏng được cất riêng, không xoá.',
    todo: 'Bấm Dựng lại kho dữ liệu. Nếu hỏng lần nữa, báo bộ phận hỗ trợ của tỉnh: ổ đĩa có thể sắp hỏng.',
  },
  'profile-newer': {
    happened: 'Dữ liệu trên máy do bản chương trình mới hơn ghi',
    safe: 'Chưa có gì bị đụng tới.',
    todo: 'Cài lại bản mới rồi mở. Đừng dùng bản cũ với dữ liệu này.',
  },
  'journal-foreign': {
    happened: 'Sổ ghi thay đổi không phải của chương trình này hoặc của máy khác',
    safe: 'Tệp lạ được cất riêng, không xoá.',
    todo: callProvince,
  },
  'journal-newer': {
    happened: 'Sổ ghi thay đổi do bản chương trình mới hơn ghi',
    safe: 'Chưa có gì bị đụng tới.',
    todo: 'Cài lại bản mới rồi mở.',
  },
  'journal-damaged': {
    happened: 'Một đoạn sổ ghi thay đổi bị hỏng',
    safe: 'Những đoạn khác đọc được và vẫn dùng; đoạn hỏng được cất riêng, không xoá.',
    todo: 'Đồng bộ ngay khi có mạng, rồi báo bộ phận hỗ trợ của tỉnh: ổ đĩa có thể sắp hỏng.',
  },
  'vault-damaged': {
    happened: 'Tệp này trên máy đã bị thay đổi hoặc hỏng',
    safe: 'Bản hỏng được cất riêng, không xoá; dòng trong sổ không ảnh hưởng.',
    todo: 'Nếu tỉnh có bản gốc, chương trình tự tải lại; nếu không, nạp lại tệp từ bản giấy hoặc bản sao lưu.',
  },
  locked: {
    happened: 'Chương trình đang khoá',
    safe: nothingLost,
    todo: 'Chọn tên mình và gõ câu mật khẩu để mở.',
  },
  'wrong-passphrase': {
    happened: 'Câu mật khẩu không đúng',
    safe: nothingLost,
    todo: 'Gõ lại, để ý phím Caps Lock và bộ gõ tiếng Việt. Quên hẳn thì dùng mã khôi phục.',
  },
  'wrong-recovery-code': {
    happened: 'Mã khôi phục không đúng',
    safe: nothingLost,
    todo: 'Xem lại tờ giấy in mã; chữ O và số 0, chữ I và số 1 được coi là một.',
  },
  'wait-before-next-try': {
    happened: 'Gõ sai nhiều lần nên phải chờ một lúc',
    safe: nothingLost,
    todo: 'Chờ hết thời gian ghi trên màn hình khoá, nhiều nhất 15 phút, rồi gõ lại. Tắt mở chương trình không bỏ được thời gian chờ.',
  },
  'weak-passphrase': {
    happened: 'Câu mật khẩu này dễ đoán',
    safe: notChanged,
    todo: 'Ghép bốn, năm từ không liên quan nhau, ví dụ tên đồ vật trong nhà và một con số bạn tự nghĩ ra.',
  },
  'person-exists': {
    happened: 'Người này đã có câu mật khẩu trên máy này',
    safe: notChanged,
    todo: 'Để người đó tự mở bằng câu mật khẩu của mình.',
  },
  'last-person': {
    happened: 'Đây là người cuối cùng mở được sổ sách trên máy này',
    safe: notChanged,
    todo: 'Thêm một người khác trước, hoặc làm thủ tục Bàn giao máy.',
  },
  'keys-damaged': {
    happened: 'Tệp khoá của máy này bị hỏng',
    safe: 'Dữ liệu vẫn còn ở dạng mã hoá, chưa xoá gì.',
    todo: 'Ở màn hình khoá, thử mở bằng mã khôi phục trước. Không được thì chọn Khôi phục từ bản sao lưu, lấy bản gần nhất của máy này.',
  },
  'keys-newer': {
    happened: 'Tệp khoá do bản chương trình mới hơn ghi',
    safe: 'Chưa có gì bị đụng tới.',
    todo: 'Cài lại bản mới rồi mở.',
  },
  'backup-folder-missing': {
    happened: 'Không thấy nơi để bản sao lưu (USB đã rút hoặc thư mục bị đổi tên)',
    safe: nothingLost,
    todo: 'Cắm lại USB hoặc chọn nơi khác; bản sao lưu sẽ tự làm lại.',
  },
  'backup-missing': {
    happened: 'Nơi này không có bản sao lưu nào của Hồ sơ xã',
    safe: 'Chưa có gì bị thay đổi.',
    todo: 'Chọn đúng thư mục HoSoXa-SaoLuu trên USB hoặc ổ thứ hai.',
  },
  'backup-damaged': {
    happened: 'Bản sao lưu này bị hỏng hoặc thiếu tệp',
    safe: 'Dữ liệu trên máy chưa bị đụng tới; phần đọc được vẫn dùng được.',
    todo: 'Chọn bản khác: trong danh sách, bản tốt gần nhất được đánh dấu.',
  },
  'backup-foreign': {
    happened: 'Bản sao lưu này của máy khác hoặc xã khác',
    safe: 'Chưa có gì bị thay đổi.',
    todo: 'Chọn bản sao lưu của máy này. Muốn chuyển sang máy mới, làm ở lần mở đầu tiên của máy mới.',
  },
  'backup-newer': {
    happened: 'Bản sao lưu do bản chương trình mới hơn ghi',
    safe: 'Chưa có gì bị thay đổi.',
    todo: 'Cài lại bản mới rồi khôi phục.',
  },
  'backup-no-room': {
    happened: 'Nơi để bản sao lưu không đủ chỗ',
    safe: 'Sổ sách trên máy và các bản sao lưu cũ vẫn nguyên.',
    todo: 'Xoá bớt tệp khác trên USB đó hoặc chọn USB lớn hơn, rồi bấm Sao lưu ngay.',
  },
  'only-on-this-pc': {
    happened: 'Còn việc chỉ có trên máy này, chưa lên tỉnh',
    safe: 'Chưa có gì bị xoá.',
    todo: 'Bấm Đồng bộ ngay, chờ tới khi không còn gì chỉ có trên máy này, rồi làm lại. Sao lưu ra USB không thay được việc này.',
  },
  'device-wiped': {
    happened: 'Theo lệnh của tỉnh, máy này đã rời khỏi xã và khoá dữ liệu trên máy đã bị huỷ',
    safe: 'Phần đã gửi vẫn đủ ở tỉnh và các máy khác của xã. Phần chưa gửi chỉ còn trong bản sao lưu, nếu có.',
    todo: 'Gọi người phụ trách ở tỉnh để biết vì sao. Muốn dùng lại máy, xin mã ghi danh mới rồi nhập ở màn hình đầu.',
  },
} as const satisfies Readonly<Partial<Record<ErrorCode, ErrorText>>>;
