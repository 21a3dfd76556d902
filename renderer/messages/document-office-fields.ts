import type { AgencyFields } from '#shared/domain/exchange/agency-record.ts';
import type { ArrivalFields } from '#shared/domain/exchange/arrival-record.ts';
import type { DelegationFields } from '#shared/domain/routing/delegation-record.ts';
import type { DispatchFields } from '#shared/domain/exchange/dispatch-record.ts';
import type { DossierFields } from '#shared/domain/dossier/dossier-record.ts';
import type { DossierItemFields } from '#shared/domain/dossier/dossier-item-record.ts';
import type { DraftFields } from '#shared/domain/outgoing/draft-record.ts';
import type { HandoverFields } from '#shared/domain/routing/handover-record.ts';
import type { LedgerEntryFields } from '#shared/domain/register/ledger-entry-record.ts';
import type { NumberBlockFields } from '#shared/domain/register/number-block-record.ts';
import type { OpinionFields } from '#shared/domain/outgoing/opinion-record.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { RegisterFields } from '#shared/domain/register/register-record.ts';

/* Names of the fields of what the document office keeps, as forms, histories and conflicts show them. */

export const registerFieldLabels: Readonly<Record<keyof RegisterFields, string>> = {
  book: 'Sổ',
  name: 'Tên sổ',
  holderDevice: 'Máy giữ sổ',
  bodyId: 'Cơ quan ban hành',
  regime: 'Thể thức',
  suffix: 'Ký hiệu cơ quan',
  counting: 'Cách đánh số',
  closedOn: 'Khoá sổ ngày',
  origin: 'Từ đơn vị cũ',
  formerOffice: 'Mã đơn vị cũ',
};

export const ledgerEntryFieldLabels: Readonly<Record<keyof LedgerEntryFields, string>> = {
  registerId: 'Sổ',
  series: 'Dãy số',
  from: 'Từ số',
  to: 'Đến số',
  kind: 'Loại',
  reason: 'Lý do',
  on: 'Ngày',
  notedBy: 'Người ghi',
  notedAt: 'Lúc ghi',
  isReleased: 'Đã thôi giữ',
};

export const numberBlockFieldLabels: Readonly<Record<keyof NumberBlockFields, string>> = {
  registerId: 'Sổ',
  series: 'Dãy số',
  forDevice: 'Máy được dùng',
  count: 'Bao nhiêu số',
  from: 'Từ số',
  to: 'Đến số',
  askedAt: 'Lúc xin',
  askedBy: 'Người xin',
  returnedAt: 'Lúc trả',
  usedTo: 'Đã dùng tới số',
};

export const outgoingFieldLabels: Readonly<Record<keyof OutgoingFields, string>> = {
  regime: 'Thể thức',
  bodyId: 'Cơ quan ban hành',
  typeId: 'Loại văn bản',
  abstract: 'Trích yếu',
  registerId: 'Sổ',
  series: 'Dãy số',
  number: 'Số',
  symbol: 'Số, ký hiệu',
  issuedOn: 'Ngày văn bản',
  numberReason: 'Lý do về số',
  numberedBy: 'Người cấp số',
  numberedAt: 'Lúc cấp số',
  place: 'Địa danh',
  signMode: 'Quyền hạn ký',
  signBody: 'Thay mặt, theo lệnh của',
  signPost: 'Chức vụ người ký',
  signer: 'Người ký',
  signerId: 'Người ký (cán bộ)',
  urgency: 'Độ khẩn',
  secrecy: 'Độ mật',
  circulation: 'Phạm vi lưu hành',
  recipients: 'Nơi nhận',
  archiveKeeper: 'Nơi giữ bản lưu',
  copies: 'Số bản',
  pages: 'Số trang',
  dueOn: 'Hạn trả lời',
  replyToId: 'Trả lời văn bản',
  replacesId: 'Thay thế văn bản',
  state: 'Tình trạng',
  reason: 'Lý do thu hồi, huỷ',
  note: 'Ghi chú',
  drafterId: 'Người soạn',
  createdAt: 'Lúc soạn',
};

export const draftFieldLabels: Readonly<Record<keyof DraftFields, string>> = {
  outgoingId: 'Văn bản đi',
  version: 'Lần dự thảo',
  content: 'Nội dung',
  note: 'Đã sửa gì',
  authorId: 'Người soạn',
  writtenAt: 'Lúc soạn',
};

export const opinionFieldLabels: Readonly<Record<keyof OpinionFields, string>> = {
  outgoingId: 'Văn bản đi',
  version: 'Lần dự thảo',
  kind: 'Loại ý kiến',
  staffId: 'Người có ý kiến',
  blockIndex: 'Về đoạn',
  text: 'Ý kiến',
  onBehalfOf: 'Thay cho',
  givenAt: 'Lúc',
};

export const handoverFieldLabels: Readonly<Record<keyof HandoverFields, string>> = {
  documentId: 'Văn bản',
  purpose: 'Để làm gì',
  fromStaffId: 'Người chuyển',
  toUnitId: 'Đơn vị nhận',
  toStaffId: 'Người nhận',
  directiveId: 'Theo bút phê',
  note: 'Lời dặn',
  dueOn: 'Hạn',
  handedAt: 'Lúc chuyển',
  state: 'Tình trạng',
  receivedBy: 'Người ký nhận',
  receivedAt: 'Lúc ký nhận',
  result: 'Kết quả',
  doneOn: 'Ngày xong',
  reason: 'Lý do trả lại, thu hồi',
};

export const delegationFieldLabels: Readonly<Record<keyof DelegationFields, string>> = {
  fromStaffId: 'Người uỷ quyền',
  toStaffId: 'Người được uỷ quyền',
  duties: 'Việc được uỷ quyền',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  reason: 'Lý do',
  revokedOn: 'Thôi uỷ quyền ngày',
};

export const dispatchFieldLabels: Readonly<Record<keyof DispatchFields, string>> = {
  outgoingId: 'Văn bản đi',
  recipientKind: 'Kiểu nơi nhận',
  recipient: 'Mã nơi nhận',
  recipientName: 'Nơi nhận',
  channel: 'Gửi qua',
  kind: 'Gửi mới hay thay thế',
  replacesId: 'Thay cho lượt gửi',
  letter: 'Thông tin văn bản',
  files: 'Tệp',
  revision: 'Lần cập nhật',
  revisionNote: 'Đã cập nhật gì',
  sentAt: 'Lúc gửi',
  sentBy: 'Người gửi',
  recallAt: 'Lúc xin lấy lại',
  recallReason: 'Lý do lấy lại',
  status: 'Nơi nhận báo',
  statusNote: 'Lời nơi nhận',
  statusAt: 'Lúc báo',
  recallStatus: 'Trả lời việc lấy lại',
  recallNote: 'Lời về việc lấy lại',
  recallAnsweredFor: 'Trả lời cho lần xin lúc',
  deliveredTo: 'Đã chuyển tới',
};

export const arrivalFieldLabels: Readonly<Record<keyof ArrivalFields, string>> = {
  origin: 'Đến bằng',
  from: 'Mã nơi gửi',
  fromName: 'Nơi gửi',
  kind: 'Mới hay thay thế',
  replacesId: 'Thay cho',
  letter: 'Thông tin văn bản',
  files: 'Tệp',
  revision: 'Lần cập nhật',
  revisionNote: 'Đã cập nhật gì',
  sentAt: 'Lúc gửi',
  recallAt: 'Lúc xin lấy lại',
  recallReason: 'Lý do lấy lại',
  addressedTo: 'Gửi cho đơn vị cũ',
  status: 'Tình trạng',
  statusNote: 'Ghi chú',
  statusAt: 'Lúc báo',
  statusBy: 'Người xử lý',
  acceptedRevision: 'Đã nhận lần cập nhật',
  recallStatus: 'Trả lời việc lấy lại',
  recallNote: 'Lời về việc lấy lại',
  recallAnsweredFor: 'Trả lời cho lần xin lúc',
  documentId: 'Văn bản đã vào sổ',
};

export const agencyFieldLabels: Readonly<Record<keyof AgencyFields, string>> = {
  code: 'Mã',
  name: 'Tên cơ quan',
  kind: 'Cấp',
  organId: 'Mã định danh',
  mergedInto: 'Đã nhập vào',
  validTo: 'Đến hết ngày',
};

export const dossierFieldLabels: Readonly<Record<keyof DossierFields, string>> = {
  year: 'Năm',
  fileNumber: 'Số hồ sơ',
  heading: 'Đề mục',
  code: 'Mã hồ sơ',
  title: 'Tiêu đề hồ sơ',
  retentionYears: 'Thời hạn bảo quản',
  access: 'Mức độ tiếp cận',
  holderStaffId: 'Người lập',
  unitId: 'Đơn vị lập',
  keywords: 'Từ khoá',
  termName: 'Nhiệm kỳ',
  state: 'Tình trạng',
  openedOn: 'Ngày mở',
  closedOn: 'Ngày kết thúc',
  inventoryNumber: 'Mục lục số',
  boxNumber: 'Hộp số',
  fondsCode: 'Mã phông',
  fondsName: 'Tên phông',
  condition: 'Tình trạng vật lý',
  paperCode: 'Mã hồ sơ giấy gốc',
  note: 'Ghi chú',
  packageHash: 'Mã gói nộp lưu',
  submittedAt: 'Lúc nộp lưu',
  receiptNumber: 'Số biên bản giao nhận',
  receivedOn: 'Ngày lưu trữ nhận',
  returnReason: 'Lý do trả lại',
};

export const dossierItemFieldLabels: Readonly<Record<keyof DossierItemFields, string>> = {
  dossierId: 'Hồ sơ',
  ownerType: 'Loại',
  ownerId: 'Văn bản',
  order: 'Thứ tự',
  symbol: 'Số, ký hiệu',
  issuedOn: 'Ngày văn bản',
  issuer: 'Tác giả',
  typeId: 'Loại văn bản',
  abstract: 'Trích yếu',
  signer: 'Người ký',
  firstSheet: 'Tờ số',
  pages: 'Số trang',
  note: 'Ghi chú',
};
