import type { DocumentFields, PetitionKind } from '#shared/domain/document/document-record.ts';
import type { HandoverPurpose, HandoverState } from '#shared/domain/routing/handover-record.ts';
import type { DelegatedDuty } from '#shared/domain/routing/delegation-record.ts';

export const handoverPurposeText: Readonly<Record<HandoverPurpose, string>> = {
  present: 'Trình',
  lead: 'Giao chủ trì',
  support: 'Giao phối hợp',
  inform: 'Gửi để biết',
  return: 'Chuyển trả',
};

export const handoverStateText: Readonly<Record<HandoverState, string>> = {
  sent: 'Chờ ký nhận',
  received: 'Đã ký nhận',
  done: 'Đã giải quyết',
  returned: 'Đã trả lại',
  recalled: 'Đã thu hồi',
};

export const petitionKindText: Readonly<Record<PetitionKind, string>> = {
  proposal: 'Kiến nghị',
  report: 'Phản ánh',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  other: 'Đơn khác',
};

export const withdrawnText: Readonly<Record<DocumentFields['withdrawn'], string>> = {
  no: 'Không',
  recalled: 'Nơi gửi đã thu hồi',
  replaced: 'Nơi gửi đã thay bằng văn bản khác',
};

/** Words of routing: who holds a paper, handing on, signing for, delegations, reminders. */
export const routingText = {
  mapTitle: 'Ai đang giữ',
  mapEmpty: 'Chưa có lượt chuyển nào được ghi.',
  step: (purpose: string, to: string) => `${purpose}: ${to}`,
  from: (name: string, when: string) => `${name} chuyển ${when}`,
  registered: 'Văn thư vào sổ',
  unknown: 'Không rõ',
  signed: (name: string, when: string) => `${name} ký nhận ${when}`,
  resultLine: (result: string, day: string) => (result === '' ? `Xong ngày ${day}` : `Xong ngày ${day}: ${result}`),
  reasonLine: (reason: string) => `Lý do: ${reason}`,

  receive: 'Ký nhận',
  received: 'Đã ký nhận',
  finish: 'Báo kết quả',
  finished: 'Đã báo kết quả',
  finishTitle: 'Báo kết quả xử lý',
  finishResult: 'Kết quả',
  finishHint: 'Ghi vắn tắt việc đã làm, số văn bản trả lời nếu có',
  alsoPaper: 'Việc của cả văn bản đã xong',
  giveBack: 'Trả lại',
  giveBackTitle: 'Trả lại văn bản',
  givenBack: 'Đã trả lại người chuyển',
  takeBack: 'Thu hồi',
  takeBackTitle: 'Thu hồi lượt chuyển',
  takenBack: 'Đã thu hồi lượt chuyển',
  reason: 'Lý do',
  reasonHint: 'Người kia đọc được lý do này',

  handOn: 'Chuyển',
  handOnTitle: 'Chuyển văn bản',
  purpose: 'Chuyển để',
  toUnit: 'Đơn vị',
  toStaff: 'Người',
  toNobody: 'Chọn đơn vị hoặc người nhận',
  note: 'Dặn thêm',
  due: 'Hạn',
  handedOn: 'Đã chuyển văn bản',
  inform: 'Đơn vị để biết',

  suggest: 'Gợi ý đơn vị chủ trì',
  suggestion: (unit: string) => `Gợi ý: ${unit}`,
  suggestWhy: (phrase: string, isAmbiguous: boolean) =>
    isAmbiguous
      ? `Trích yếu có chữ “${phrase}”, nhiều đơn vị cùng có phần việc này. Bấm để chọn.`
      : `Trích yếu có chữ “${phrase}”. Bấm để chọn; không tự điền.`,
  several: 'có thể',
  mistaken: 'Bút phê ghi nhầm, đã hoàn tác',

  slip: 'In phiếu xử lý',
  dossier: 'Hồ sơ',
  answeredBy: 'Văn bản trả lời',
  answerUnknown: 'Văn bản chưa có trên máy này',
  pagesAndCopies: 'Số trang, số bản',
  pagesAndCopiesOf: (pages: number | null, copies: number | null) =>
    [pages === null ? null : `${String(pages)} trang`, copies === null ? null : `${String(copies)} bản`]
      .filter((part) => part !== null)
      .join(', '),

  waitingTitle: 'Chuyển đến bạn và đơn vị bạn',
  waitingMore: (n: number) => `và ${String(n)} lượt nữa`,
  delegations: 'Uỷ quyền',
  delegate: 'Uỷ quyền…',
  delegationTitle: 'Uỷ quyền trong những ngày vắng',
  delegationTo: 'Uỷ quyền cho',
  delegationDuties: 'Được làm thay',
  delegationFrom: 'Từ ngày',
  delegationUntil: 'Đến hết ngày',
  delegationReason: 'Lý do',
  delegationSave: 'Uỷ quyền',
  delegationSaved: 'Đã uỷ quyền',
  delegationNote: 'Hết ngày cuối thì uỷ quyền tự hết; thu lại trước hạn lúc nào cũng được.',
  delegationLine: (from: string, to: string) => `${from} uỷ quyền cho ${to}`,
  delegationDays: (from: string, until: string) => `${from} – ${until}`,
  delegationRevoke: 'Thu lại',
  delegationRevoked: 'Đã thu lại uỷ quyền',
  delegationNone: 'Chưa có uỷ quyền nào.',
  delegationStates: { coming: 'Chưa đến ngày', holds: 'Đang có hiệu lực', ended: 'Đã hết hạn', revoked: 'Đã thu lại' },
  delegationMissing: 'Cần chọn người, việc, ngày và ghi lý do.',
} as const;

export const dutyText: Readonly<Record<DelegatedDuty, string>> = {
  direct: 'Cho ý kiến chỉ đạo, phân công',
  approve: 'Duyệt văn bản đi',
};
