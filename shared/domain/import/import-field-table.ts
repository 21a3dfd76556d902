/** How a column's cells are read. `name-part`: a piece of a name in several columns. `mark`: a cross, or a birth date that stands in the column of men or women. */
export type ImportKind =
  | 'name'
  | 'name-part'
  | 'text'
  | 'gender'
  | 'mark'
  | 'partial-date'
  | 'date'
  | 'citizen-id'
  | 'card-number'
  | 'file-number'
  | 'phone'
  | 'unit'
  | 'state';

type ImportFieldRow = {
  readonly kind: ImportKind;
  /** Longest text the record takes. */
  readonly max?: number;
  /** Words a column of this kind bears, as people search them: lower case, without marks, `|` between them. The first are those of forms. */
  readonly words: string;
};

/**
 * What a column of a list of members can be. Names of the record's fields, and beside them: pieces of a name, the columns Nam and Nữ of old lists, and
 * `unit` for the words that name a cell. Words gathered from 7-HSĐV, 1-HSĐV and the profile of the national handbook (domain.md 5.2, 5.3, 6.1).
 */
export const importFieldTable = {
  name: {
    kind: 'name',
    max: 120,
    words:
      'ho va ten|ho ten|ho va ten dang dung|ho ten dang vien|ten dang vien|ho va ten dang vien|h va t|hoten|full name',
  },
  familyMiddle: {
    kind: 'name-part',
    max: 100,
    words: 'ho va dem|ho dem|ho va ten dem|ho ten dem|ho lot|ho va chu dem',
  },
  family: { kind: 'name-part', max: 60, words: 'ho' },
  middle: { kind: 'name-part', max: 60, words: 'dem|ten dem|chu dem|lot' },
  given: { kind: 'name-part', max: 60, words: 'ten|ten goi' },
  birthName: { kind: 'text', max: 120, words: 'ho va ten khai sinh|ho ten khai sinh|ten khai sinh' },
  alias: { kind: 'text', max: 120, words: 'bi danh|ten goi khac|ten khac' },
  gender: { kind: 'gender', words: 'gioi tinh|nam nu|phai|gt|g tinh|gioi' },
  isMale: { kind: 'mark', words: 'nam' },
  isFemale: { kind: 'mark', words: 'nu|dang vien nu' },
  bornOn: {
    kind: 'partial-date',
    words:
      'ngay thang nam sinh|ngay sinh|nam sinh|sinh ngay|ngay thang sinh|sinh nam|ns|ngay thang nam sinh d l|date of birth|sinh',
  },
  birthPlace: { kind: 'text', max: 200, words: 'noi sinh|noi khai sinh' },
  nativePlace: { kind: 'text', max: 200, words: 'que quan|q quan|nguyen quan|que|qq' },
  address: {
    kind: 'text',
    max: 200,
    words:
      'noi o hien nay|thuong tru|noi thuong tru|dia chi thuong tru|ho khau thuong tru|hktt|cho o hien nay|noi cu tru|dia chi|noi o|dc|tru quan',
  },
  residence: { kind: 'text', max: 200, words: 'tam tru|noi tam tru|dia chi tam tru' },
  ethnicity: { kind: 'text', max: 40, words: 'dan toc|dt|d toc' },
  religion: { kind: 'text', max: 40, words: 'ton giao|tg|t giao' },
  citizenId: {
    kind: 'citizen-id',
    max: 12,
    words:
      'so dinh danh ca nhan|so cccd|cccd|can cuoc cong dan|so can cuoc|can cuoc|so cmnd|cmnd|cmt|so cmt|so cmtnd|cmnd cccd|so dinh danh|ma dinh danh|so cccd cmnd|so cmnd cccd|so the can cuoc|sddcn',
  },
  phone: {
    kind: 'phone',
    max: 20,
    words: 'so dien thoai|dien thoai|sdt|dt di dong|dien thoai di dong|so dt|dtdd|so di dong|dien thoai lien he',
  },
  occupation: {
    kind: 'text',
    max: 120,
    words:
      'nghe nghiep|nghe nghiep hien nay|nghe nghiep ban than|nghe nghiep ban than hien nay|cong viec|cong viec hien nay|nghe',
  },
  occupationAtAdmission: {
    kind: 'text',
    max: 120,
    words: 'nghe nghiep truoc khi vao dang|nghe nghiep khi vao dang|nghe truoc khi vao dang',
  },
  workplace: {
    kind: 'text',
    max: 200,
    words: 'don vi cong tac|noi cong tac|co quan cong tac|don vi|noi lam viec|co quan don vi|co quan',
  },
  partyPost: {
    kind: 'text',
    max: 120,
    words: 'chuc vu dang|chuc vu trong dang|cv dang|chuc danh trong dang',
  },
  post: {
    kind: 'text',
    max: 120,
    words: 'chuc vu|chuc vu chinh quyen|chuc vu hien nay|chuc danh|chuc vu chinh quyen doan the|cv|cv chinh quyen',
  },
  education: {
    kind: 'text',
    max: 60,
    words:
      'trinh do van hoa|van hoa|giao duc pho thong|tdvh|trinh do hoc van|hoc van|trinh do gdpt|gdpt|td van hoa|pho thong',
  },
  qualification: {
    kind: 'text',
    max: 120,
    words: 'chuyen mon nghiep vu|trinh do chuyen mon|chuyen mon|cmnv|trinh do chuyen mon nghiep vu|tdcm|td chuyen mon',
  },
  politicalTheory: {
    kind: 'text',
    max: 60,
    words: 'ly luan chinh tri|trinh do ly luan chinh tri|llct|trinh do llct|ly luan|chinh tri|td ly luan',
  },
  foreignLanguages: { kind: 'text', max: 120, words: 'ngoai ngu|trinh do ngoai ngu' },
  informatics: { kind: 'text', max: 60, words: 'tin hoc|trinh do tin hoc' },
  joinedUnionOn: { kind: 'partial-date', words: 'ngay vao doan|vao doan|ngay vao doan tncs' },
  admittedOn: {
    kind: 'partial-date',
    words:
      'ngay vao dang|ngay ket nap|vao dang|ngay ket nap dang|ket nap|ngay vao dang du bi|ngay ket nap vao dang|nvd|ngay vd|ngay thang nam vao dang|du bi|ngay du bi|ngay vao dang lan dau',
  },
  admittedAt: {
    kind: 'text',
    max: 200,
    words: 'noi ket nap|noi vao dang|ket nap tai|ket nap tai chi bo|noi ket nap dang',
  },
  officialOn: {
    kind: 'partial-date',
    words:
      'ngay chinh thuc|chinh thuc|ngay cong nhan chinh thuc|ngay vao dang chinh thuc|ngay cong nhan dang vien chinh thuc|nct|ngay ct|ngay dang vien chinh thuc|ngay thang nam chinh thuc|vao dang chinh thuc',
  },
  officialAt: {
    kind: 'text',
    max: 200,
    words: 'noi cong nhan chinh thuc|noi chinh thuc|chinh thuc tai|chinh thuc tai chi bo',
  },
  cardNumber: {
    kind: 'card-number',
    max: 12,
    words: 'so the dang vien|so the dang|so the|the dang|so tdv|the dang vien|so the dv',
  },
  cardIssuedOn: {
    kind: 'date',
    words: 'ngay cap the|ngay phat the|ngay cap the dang|ngay cap the dang vien|ngay phat the dang vien',
  },
  cardIssuedBy: { kind: 'text', max: 200, words: 'noi cap the|noi cap the dang|noi cap the dang vien' },
  fileNumber: {
    kind: 'file-number',
    max: 12,
    words: 'so ly lich|so ly lich dang vien|so ho so|sll|so ll|ly lich|so ly lich dv|ma so dang vien',
  },
  unit: {
    kind: 'unit',
    max: 200,
    words:
      'chi bo|sinh hoat tai chi bo|ten chi bo|chi bo dang sinh hoat|dang sinh hoat tai|noi sinh hoat|to chuc dang|chi bo sinh hoat|chi dang bo|don vi sinh hoat|thuoc chi bo|cb|to chuc dang dang sinh hoat|chi bo truc thuoc',
  },
  state: {
    kind: 'state',
    words:
      'tinh trang|trang thai|tinh trang dang vien|dang vien du bi chinh thuc|loai dang vien|trang thai dang vien|tinh trang sinh hoat',
  },
  note: { kind: 'text', max: 2000, words: 'ghi chu|gc|ghi chep' },
} as const satisfies Readonly<Record<string, ImportFieldRow>>;

/** What a column can be. */
export type ImportField = keyof typeof importFieldTable;

/** In the order people choose from. */
export const importFields = Object.keys(importFieldTable) as readonly ImportField[];

/** What a field's row says; a view of the table that knows what may be absent. */
export function importFieldOf(field: ImportField): ImportFieldRow {
  return importFieldTable[field];
}
