import type { AttachmentFields } from '#shared/domain/attachment/attachment-record.ts';
import type { DirectiveFields } from '#shared/domain/directive/directive-record.ts';
import type {
  Book,
  Channel,
  DocumentFields,
  DocumentState,
  Secrecy,
  Urgency,
} from '#shared/domain/document/document-record.ts';
import type { MemberFields, MemberState } from '#shared/domain/member/member-record.ts';
import type { StaffFields } from '#shared/domain/staff/staff-record.ts';
import type { UnitFields, UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { EntityFields, EntityType } from '#shared/entities.ts';
import {
  agencyFieldLabels,
  arrivalFieldLabels,
  delegationFieldLabels,
  dispatchFieldLabels,
  dossierFieldLabels,
  dossierItemFieldLabels,
  draftFieldLabels,
  handoverFieldLabels,
  ledgerEntryFieldLabels,
  numberBlockFieldLabels,
  opinionFieldLabels,
  outgoingFieldLabels,
  registerFieldLabels,
} from './document-office-fields.ts';
import { partyWorkFieldLabels } from './party-work-fields.ts';

/** Names of a document's fields as forms, histories and conflicts show them. */
export const documentFieldLabels: Readonly<Record<keyof DocumentFields, string>> = {
  book: 'Sổ',
  arrivalNumber: 'Số đến',
  receivedOn: 'Ngày đến',
  symbol: 'Số, ký hiệu',
  issuedOn: 'Ngày văn bản',
  issuer: 'Cơ quan ban hành',
  typeId: 'Loại văn bản',
  abstract: 'Trích yếu',
  signer: 'Người ký',
  urgency: 'Độ khẩn',
  secrecy: 'Độ mật',
  channel: 'Nhận qua',
  dueOn: 'Hạn xử lý',
  state: 'Tình trạng',
  holderUnitId: 'Nơi giữ',
  holderStaffId: 'Người giữ',
  result: 'Kết quả xử lý',
  doneOn: 'Ngày xong',
  note: 'Ghi chú',
  registeredBy: 'Người vào sổ',
  registeredAt: 'Lúc vào sổ',
  registeredOffsetMs: 'Đồng hồ máy lệch lúc vào sổ',
  externalId: 'Mã định danh văn bản',
  organId: 'Mã định danh cơ quan ban hành',
  signerPost: 'Chức vụ người ký',
  pages: 'Số trang',
  copies: 'Số bản',
  petitionKind: 'Loại đơn',
  senderAddress: 'Địa chỉ người gửi',
  answeredById: 'Văn bản trả lời',
  withdrawn: 'Thu hồi, thay thế',
};

const directiveFieldLabels: Readonly<Record<keyof DirectiveFields, string>> = {
  documentId: 'Văn bản',
  authorId: 'Người cho ý kiến',
  text: 'Ý kiến',
  leadUnitId: 'Đơn vị chủ trì',
  leadStaffId: 'Người chủ trì',
  supportUnitIds: 'Đơn vị phối hợp',
  dueOn: 'Hạn',
  givenAt: 'Lúc bút phê',
};

const attachmentFieldLabels: Readonly<Record<keyof AttachmentFields, string>> = {
  documentId: 'Văn bản',
  ownerType: 'Thuộc về',
  hash: 'Mã tệp',
  name: 'Tên tệp',
  size: 'Cỡ tệp',
  mime: 'Kiểu tệp',
  pages: 'Số trang',
  addedAt: 'Lúc gắn',
};

/** Names of a member record's fields. */
export const memberFieldLabels: Readonly<Record<keyof MemberFields, string>> = {
  name: 'Họ và tên',
  birthName: 'Họ tên khai sinh',
  gender: 'Giới tính',
  bornOn: 'Ngày sinh',
  birthPlace: 'Nơi sinh',
  nativePlace: 'Quê quán',
  address: 'Nơi thường trú',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  citizenId: 'Số CCCD',
  phone: 'Điện thoại',
  occupation: 'Nghề nghiệp',
  workplace: 'Đơn vị công tác',
  partyPost: 'Chức vụ đảng',
  post: 'Chức vụ chính quyền, đoàn thể',
  education: 'Học vấn phổ thông',
  qualification: 'Chuyên môn',
  politicalTheory: 'Lý luận chính trị',
  joinedUnionOn: 'Ngày vào Đoàn',
  admittedOn: 'Ngày vào Đảng',
  admittedAt: 'Nơi kết nạp',
  officialOn: 'Ngày chính thức',
  officialAt: 'Nơi công nhận chính thức',
  cardNumber: 'Số thẻ đảng viên',
  cardIssuedOn: 'Ngày cấp thẻ',
  fileNumber: 'Số lý lịch',
  unitId: 'Chi bộ',
  state: 'Tình trạng',
  note: 'Ghi chú',
  candidateStage: 'Bước của quần chúng',
  alias: 'Bí danh',
  residence: 'Nơi tạm trú',
  birthPlaceNow: 'Nơi sinh (tên gọi nay)',
  nativePlaceNow: 'Quê quán (tên gọi nay)',
  occupationGroup: 'Nhóm nghề (biểu 6-TCTW)',
  occupationAtAdmission: 'Nghề nghiệp khi vào Đảng',
  isPensioner: 'Đang hưởng lương hưu, mất sức',
  educationLevel: 'Bậc học phổ thông',
  qualificationLevel: 'Bậc chuyên môn',
  theoryLevel: 'Bậc lý luận',
  academicDegree: 'Học vị',
  academicTitle: 'Học hàm',
  foreignLanguages: 'Ngoại ngữ',
  informatics: 'Tin học',
  minorityLanguages: 'Tiếng dân tộc thiểu số',
  introducers: 'Người giới thiệu vào Đảng',
  readmittedOn: 'Ngày kết nạp lại',
  cardIssuedBy: 'Nơi cấp thẻ',
  isUnionMember: 'Là đoàn viên',
  isVeteran: 'Quân nhân xuất ngũ',
  historyNote: 'Đặc điểm lịch sử',
  familyNote: 'Hoàn cảnh gia đình',
  selfReview: 'Tự nhận xét',
  certifiedOn: 'Ngày cấp uỷ chứng nhận',
  certifiedBy: 'Người ký chứng nhận',
  paperPlace: 'Nơi lưu hồ sơ giấy',
  paperState: 'Tình trạng hồ sơ giấy',
  heldPapers: 'Giấy tờ đã có',
  unneededPapers: 'Giấy tờ không cần',
  notSameAs: 'Không trùng với',
  photoHash: 'Ảnh',
  importId: 'Lần nhập từ tệp',
};

const unitFieldLabels: Readonly<Record<keyof UnitFields, string>> = {
  name: 'Tên tổ chức',
  kind: 'Loại tổ chức',
  parentId: 'Trực thuộc',
  order: 'Thứ tự',
  validFrom: 'Có từ ngày',
  validTo: 'Đến ngày',
  sort: 'Loại hình',
  code: 'Mã tổ chức',
  formerNames: 'Tên gọi trước đây',
  successorIds: 'Tổ chức kế tục',
  termFrom: 'Nhiệm kỳ từ ngày',
  termTo: 'Nhiệm kỳ đến ngày',
  importId: 'Lần nhập từ tệp',
};

const staffFieldLabels: Readonly<Record<keyof StaffFields, string>> = {
  name: 'Họ và tên',
  post: 'Chức vụ',
  role: 'Vai trò',
  unitId: 'Tổ chức',
  order: 'Thứ tự',
  active: 'Đang làm việc',
};

/** Names of the fields of a type: all of them, or it does not compile. */
type Labels = { readonly [T in EntityType]: Readonly<Record<keyof EntityFields<T>, string>> };

const labelsByType: Labels = {
  document: documentFieldLabels,
  directive: directiveFieldLabels,
  attachment: attachmentFieldLabels,
  member: memberFieldLabels,
  unit: unitFieldLabels,
  staff: staffFieldLabels,
  register: registerFieldLabels,
  device: {
    number: 'Số máy',
    name: 'Tên máy',
    publicKey: 'Khoá của máy',
    shutOut: 'Đã bị thu hồi',
    formerOffice: 'Mã cơ quan cũ của máy',
  },
  term: { bodyId: 'Cấp uỷ', name: 'Nhiệm kỳ', isCongress: 'Là đại hội', from: 'Từ ngày', to: 'Đến hết ngày' },
  ledgerEntry: ledgerEntryFieldLabels,
  numberBlock: numberBlockFieldLabels,
  outgoing: outgoingFieldLabels,
  draft: draftFieldLabels,
  opinion: opinionFieldLabels,
  handover: handoverFieldLabels,
  delegation: delegationFieldLabels,
  dispatch: dispatchFieldLabels,
  arrival: arrivalFieldLabels,
  agency: agencyFieldLabels,
  dossier: dossierFieldLabels,
  dossierItem: dossierItemFieldLabels,
  ...partyWorkFieldLabels,
  setting: { key: 'Thiết đặt', value: 'Giá trị' },
};

/** Name of a field of any record; the tombstone asks whether the record stays. */
export function fieldLabel(type: EntityType, field: string): string {
  const labels: Readonly<Record<string, string>> = labelsByType[type];
  return field === '!del' ? 'Bỏ hay giữ' : (labels[field] ?? field);
}

export const bookText: Readonly<Record<Book, string>> = {
  incoming: 'Sổ thường',
  'incoming-secret': 'Sổ mật',
  petition: 'Sổ đơn thư',
};

export const urgencyText: Readonly<Record<Urgency, string>> = {
  normal: 'Thường',
  urgent: 'Khẩn',
  'very-urgent': 'Thượng khẩn',
  flash: 'Hoả tốc',
};

export const secrecyText: Readonly<Record<Secrecy, string>> = {
  none: 'Thường',
  secret: 'Mật',
  'top-secret': 'Tối mật',
  'ultra-secret': 'Tuyệt mật',
};

export const channelText: Readonly<Record<Channel, string>> = {
  wan: 'Mạng diện rộng của Đảng',
  exchange: 'Trục liên thông',
  internet: 'Mạng Internet',
  paper: 'Bản giấy',
  fax: 'Fax',
  usb: 'Thẻ USB an toàn',
};

export const documentStateText: Readonly<Record<DocumentState, string>> = {
  'awaiting-directive': 'Chờ bút phê',
  'in-progress': 'Đang xử lý',
  'for-information': 'Để biết',
  done: 'Đã xong',
};

export const memberStateText: Readonly<Record<MemberState, string>> = {
  candidate: 'Quần chúng',
  probationary: 'Đảng viên dự bị',
  official: 'Đảng viên chính thức',
  exempt: 'Miễn công tác và sinh hoạt',
  'temporarily-away': 'Sinh hoạt tạm thời nơi khác',
  guest: 'Sinh hoạt tạm thời tại đây',
  transferred: 'Đã chuyển đi',
  left: 'Đã ra khỏi Đảng',
  deceased: 'Đã từ trần',
};

export const unitKindText: Readonly<Record<UnitKind, string>> = {
  committee: 'Đảng bộ xã',
  'base-committee': 'Đảng bộ cơ sở',
  'section-committee': 'Đảng bộ bộ phận',
  cell: 'Chi bộ',
  office: 'Cơ quan tham mưu',
  'outside-body': 'Cơ quan ngoài Đảng',
};
