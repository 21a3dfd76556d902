import type { Action } from '#shared/domain/rights/rights-table.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';

/** Roles as they stand in a sentence. */
export const roleInSentence: Readonly<Record<StaffRole, string>> = {
  clerk: 'văn thư',
  'office-head': 'lãnh đạo văn phòng',
  leader: 'thường trực',
  officer: 'chuyên viên',
  'cell-secretary': 'bí thư chi bộ',
};

/** What a right allows, as a thing one does. */
export const actionWords: Readonly<Record<Action, string>> = {
  'document.register': 'Vào sổ văn bản đến',
  'document.edit': 'Sửa dòng trong sổ văn bản',
  'document.route': 'Chuyển văn bản, đặt hạn xử lý',
  'document.complete': 'Ghi kết quả và kết thúc xử lý văn bản',
  'document.note': 'Ghi chú vào văn bản',
  'document.remove': 'Bỏ văn bản khỏi sổ',
  'directive.give': 'Ghi bút phê',
  'directive.remove': 'Bỏ bút phê',
  'attachment.add': 'Gắn tệp vào văn bản',
  'attachment.remove': 'Bỏ tệp khỏi văn bản',
  'member.read': 'Xem hồ sơ đảng viên',
  'member.edit': 'Lập và sửa hồ sơ đảng viên',
  'member.remove': 'Bỏ hồ sơ đảng viên',
  'member.read-private': 'Xem phần riêng của hồ sơ đảng viên',
  'member.export': 'In, xuất danh sách đảng viên',
  'member.propose': 'Đề nghị sửa họ tên, ngày sinh, số thẻ, ngày vào Đảng',
  'member.confirm': 'Xác nhận đề nghị sửa hồ sơ',
  'event.record': 'Ghi sự kiện theo quyết định: kết nạp, khen thưởng, kỷ luật…',
  'transfer.send': 'Chuyển sinh hoạt đảng đi',
  'transfer.answer': 'Tiếp nhận đảng viên chuyển đến',
  'stock.note': 'Ghi sổ thẻ, giấy giới thiệu',
  'member.import': 'Nhập đảng viên từ tệp, đối chiếu',
  'fee.basis': 'Đặt mức đảng phí',
  'fee.collect': 'Thu đảng phí',
  'fee.hand-up': 'Nộp đảng phí lên cấp trên',
  'rating.propose': 'Lập phiếu, đề nghị xếp loại',
  'rating.decide': 'Ghi mức xếp loại được quyết định',
  'meeting.hold': 'Chuẩn bị và ghi buổi sinh hoạt',
  'meeting.remove': 'Bỏ buổi sinh hoạt',
  'study.edit': 'Lập tài liệu học tập',
  'study.note': 'Ghi việc học tài liệu',
  'unit.edit': 'Thêm và sửa tổ chức',
  'unit.remove': 'Bỏ tổ chức',
  'unit.reorganise': 'Thành lập, đổi tên, sáp nhập, chia tách, giải thể tổ chức',
  'post.appoint': 'Ghi chức vụ, nhiệm kỳ của tổ chức',
  'staff.edit': 'Thêm và sửa cán bộ, đổi vai trò',
  'staff.remove': 'Bỏ cán bộ khỏi danh sách',
  'register.hold': 'Nhận giữ sổ, trả sổ',
  'register.edit': 'Lập và sửa sổ đăng ký',
  'register.term': 'Lập và sửa nhiệm kỳ',
  'ledger.note': 'Giữ số, bỏ trống số, huỷ số, xin dải số',
  'outgoing.draft': 'Soạn văn bản đi',
  'outgoing.opine': 'Góp ý vào dự thảo',
  'outgoing.approve': 'Duyệt văn bản đi',
  'outgoing.number': 'Cấp số, vào sổ văn bản đi',
  'outgoing.send': 'Gửi, thu hồi văn bản đi',
  'outgoing.remove': 'Bỏ văn bản đi khỏi sổ',
  'arrival.handle': 'Tiếp nhận văn bản liên thông',
  'handover.make': 'Chuyển giao văn bản',
  'handover.receive': 'Ký nhận văn bản',
  'handover.remove': 'Bỏ lượt chuyển giao',
  'delegation.give': 'Uỷ quyền cho người khác',
  'dossier.edit': 'Lập và sửa hồ sơ công việc',
  'dossier.submit': 'Nộp lưu hồ sơ',
  'dossier.remove': 'Bỏ hồ sơ công việc',
  'setting.edit': 'Đổi thiết đặt của cơ quan',
  'pc.manage': 'Quản lý máy này: người dùng, khoá, sao lưu',
  'parcel.carry': 'Ghi và đọc gói USB gửi tỉnh',
  'audit.read': 'Xem nhật ký của máy',
};

/** Words of rights on screens. */
export const rightsText = {
  notYours: 'Việc này không thuộc quyền của bạn',
  hiddenFields: (roles: readonly StaffRole[]) =>
    `Có phần riêng của hồ sơ đảng viên không hiện với vai trò của bạn. Người xem được: ${roles.map((role) => roleInSentence[role]).join(', ')}.`,
  rolesInWords: (roles: readonly StaffRole[]) => roles.map((role) => roleInSentence[role]).join(', '),
  whoMay: (roles: readonly StaffRole[]) =>
    roles.length === 0
      ? 'Chưa ai được giao việc này.'
      : `Người làm được: ${roles.map((role) => roleInSentence[role]).join(', ')}.`,
  howTo: 'Nhờ người đó làm trên máy của họ, hoặc khoá chương trình (Ctrl L) để người đó mở bằng câu mật khẩu của mình.',
  mine: 'Bạn được làm',
  notMine: 'Bạn không được làm',
  of: (name: string, role: StaffRole) => `${name}, ${roleInSentence[role]}`,
  askRoles: (roles: readonly StaffRole[]) => `việc của ${roles.map((role) => roleInSentence[role]).join(', ')}`,
} as const;
