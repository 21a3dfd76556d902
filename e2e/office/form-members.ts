import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { MemberLineFields } from '#shared/domain/member/member-line-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

type PaperKind =
  | 'applicant-life'
  | 'member-life'
  | 'member-card'
  | 'supplement'
  | 'badge-declaration'
  | 'one-page'
  | 'handbook';

/** An invented member, and by hand what must stand on which paper: written here, not computed by the program under test. */
export type FormMember = {
  readonly fields: MemberFields;
  readonly lines: readonly Partial<MemberLineFields>[];
  readonly events: readonly Partial<MemberEventFields>[];
  readonly expected: Readonly<Partial<Record<PaperKind, readonly string[]>>>;
  /** Spellings a careless program would make of the names. */
  readonly neverSaid: readonly string[];
};

const blankLine: Omit<MemberLineFields, 'memberId'> = {
  kind: 'work',
  from: null,
  to: null,
  title: '',
  place: '',
  detail: '',
  relation: '',
  personName: '',
  bornYear: null,
  order: 0,
};

/** The lines of a member, whole. */
export function linesOf({ lines }: FormMember): readonly Omit<MemberLineFields, 'memberId'>[] {
  return lines.map((line, order) => ({ ...blankLine, order, ...line }));
}

const blankEvent: Omit<MemberEventFields, 'memberId'> = {
  kind: 'rewarded',
  effectiveOn: toPartialDate('2020'),
  until: null,
  decision: null,
  decisionId: null,
  state: 'decided',
  voidReason: '',
  sets: {},
  before: {},
  unitId: null,
  form: '',
  number: '',
  years: null,
  amount: null,
  reason: '',
  transferId: null,
  note: '',
  isPastOnly: false,
  place: '',
  atOffice: '',
  proposalId: null,
};

/** The events of a member, whole. */
export function eventsOf({ events }: FormMember): readonly Omit<MemberEventFields, 'memberId'>[] {
  return events.map((event) => ({ ...blankEvent, ...event }));
}

/** Words that stand on a paper, one behind the other. */
const said = (words: string): readonly string[] => words.split(' | ');

const decision = (symbol: string, on: string, issuer: string): MemberEventFields['decision'] => ({
  symbol,
  issuedOn: toPlainDate(on),
  issuer,
  signer: '',
});

/** Members whose names, places and numbers programs like to "correct": old tone places, names of the Ê Đê, one-word parts, dates known to the year. */
export const formMembers: readonly FormMember[] = [
  {
    fields: {
      ...blankMember,
      name: splitPersonName('Nguyễn Thị Thuý Hoà'),
      birthName: 'Nguyễn Thị Hòa',
      gender: 'female',
      alias: 'Út Hoà',
      bornOn: toPartialDate('1958-02-03'),
      birthPlace: 'xã Tân Thuỷ, huyện Lệ Thuỷ cũ',
      birthPlaceNow: 'xã Lệ Thủy',
      nativePlace: 'xã Quỳnh Khuê, huyện Hoà Vang cũ',
      nativePlaceNow: 'xã Hòa Tiến',
      address: 'thôn Nà Pàn, xã Mẫu',
      residence: 'tổ 3, phường Mẫu',
      ethnicity: 'Kinh',
      religion: 'Không',
      citizenId: '999158012345',
      phone: '0301234567',
      occupation: 'Hưu trí',
      workplace: 'Trường Tiểu học Mẫu',
      occupationAtAdmission: 'Giáo viên',
      partyPost: 'Chi uỷ viên',
      post: 'Chi hội trưởng Phụ nữ',
      education: '10/10',
      qualification: 'Cao đẳng Sư phạm',
      politicalTheory: 'Trung cấp',
      foreignLanguages: 'Nga văn B',
      informatics: 'Chứng chỉ A',
      minorityLanguages: 'Tày',
      academicDegree: 'Cử nhân',
      joinedUnionOn: toPartialDate('1974'),
      admittedOn: toPartialDate('1986-05-19'),
      admittedAt: 'Chi bộ Trường Tiểu học Mẫu',
      officialOn: toPartialDate('1987-05-19'),
      officialAt: 'Chi bộ Trường Mẫu cũ',
      cardNumber: '99012345',
      cardIssuedOn: toPlainDate('2003-11-07'),
      cardIssuedBy: 'Tỉnh uỷ Mẫu',
      fileNumber: '990123MAU',
      introducers: [
        { name: 'Hoàng Văn Quý', post: 'Bí thư chi bộ' },
        { name: 'Y Wang Êban', post: 'Hiệu trưởng' },
      ],
      historyNote: 'Tham gia dân công hoả tuyến năm 1979.',
      familyNote: 'Nhà cấp 4, có 2 sào ruộng.',
      selfReview: 'Luôn chấp hành sự phân công của tổ chức.',
      certifiedOn: toPlainDate('2010-01-05'),
      certifiedBy: 'Lò Văn Thuỷ',
      state: 'official',
    },
    lines: [
      {
        kind: 'work',
        from: toPartialDate('1978-09'),
        to: toPartialDate('2013-02'),
        title: 'Giáo viên',
        place: 'Trường Tiểu học Mẫu',
      },
      {
        kind: 'training',
        from: toPartialDate('1999'),
        to: toPartialDate('2000'),
        title: 'Trung cấp lý luận chính trị',
        place: 'Trường Chính trị tỉnh Mẫu',
        detail: 'Bằng tốt nghiệp số 12',
      },
      {
        kind: 'abroad',
        from: toPartialDate('2005-03'),
        to: toPartialDate('2005-04'),
        title: 'Thăm thân',
        place: 'Nước Lào',
      },
      {
        kind: 'family',
        relation: 'Chồng',
        personName: 'Trần Quang Thuỳ',
        bornYear: 1955,
        title: 'Cán bộ hưu trí',
        place: 'thôn Nà Pàn',
        detail: 'Chấp hành tốt chính sách',
      },
    ],
    events: [
      {
        kind: 'admitted',
        effectiveOn: toPartialDate('1986-05-19'),
        decision: decision('45-QĐ/HU', '1986-05-10', 'Huyện uỷ Mẫu'),
      },
      {
        kind: 'badge',
        effectiveOn: toPartialDate('2016-05-19'),
        years: 30,
        number: '3000123',
        decision: decision('12-QĐ/TU', '2016-04-28', 'Tỉnh uỷ Mẫu'),
      },
      {
        kind: 'rewarded',
        effectiveOn: toPartialDate('2012-11-20'),
        form: 'merit-certificate',
        reason: 'thành tích dạy học',
        decision: decision('77-QĐ/UB', '2012-11-10', 'Chủ tịch UBND tỉnh Mẫu'),
      },
      {
        kind: 'disciplined',
        effectiveOn: toPartialDate('1995-06'),
        form: 'reprimand',
        reason: 'vi phạm giờ giấc',
        decision: decision('03-QĐ/CB', '1995-06-01', 'Chi bộ Trường Mẫu'),
      },
    ],
    expected: {
      'member-life': said(
        `NGUYỄN THỊ THUÝ HOÀ | Nguyễn Thị Hòa | Út Hoà | 03/02/1958 | xã Tân Thuỷ, huyện Lệ Thuỷ cũ (nay là xã Lệ Thủy) | xã Quỳnh Khuê, huyện Hoà Vang cũ (nay là xã Hòa Tiến) | thôn Nà Pàn, xã Mẫu | tổ 3, phường Mẫu | Kinh | Không | 999158012345 | Hưu trí | Trường Tiểu học Mẫu | Chi uỷ viên; Chi hội trưởng Phụ nữ | 10/10 | Cao đẳng Sư phạm | Cử nhân | Trung cấp | Nga văn B | Chứng chỉ A | Tày | 1974 | 19/05/1986 | Chi bộ Trường Tiểu học Mẫu | 45-QĐ/HU, 10/05/1986, Huyện uỷ Mẫu | 19/05/1987 | Chi bộ Trường Mẫu cũ | Hoàng Văn Quý | Bí thư chi bộ | Y Wang Êban | Hiệu trưởng | 09/1978 – 02/2013 | Giáo viên | Tham gia dân công hoả tuyến năm 1979. | Trường Chính trị tỉnh Mẫu | Trung cấp lý luận chính trị | 1999 – 2000 | Bằng tốt nghiệp số 12 | 03/2005 – 04/2005 | Thăm thân | Nước Lào | Huy hiệu 30 năm tuổi Đảng | Bằng khen; thành tích dạy học | Chủ tịch UBND tỉnh Mẫu | Khiển trách; vi phạm giờ giấc | 06/1995 | Chồng | Trần Quang Thuỳ | 1955 | Chấp hành tốt chính sách | Nhà cấp 4, có 2 sào ruộng. | Luôn chấp hành sự phân công của tổ chức. | Nguyễn Thị Thuý Hoà | Lò Văn Thuỷ | ngày 05 tháng 01 năm 2010 | 990123MAU | 99012345 | 16. Người giới thiệu vào Đảng | 21. KỶ LUẬT | 22. HOÀN CẢNH GIA ĐÌNH`,
      ),
      'member-card': said(
        `NGUYỄN THỊ THUÝ HOÀ | Nguyễn Thị Hòa | 990123MAU | 99012345 | 07/11/2003 | Tỉnh uỷ Mẫu | 999158012345 | Giáo viên | Hưu trí | 19/05/1986 | 19/05/1987 | Hoàng Văn Quý | Y Wang Êban | 09/1978 – 02/2013 | Huy hiệu 30 năm tuổi Đảng | Khiển trách`,
      ),
      supplement: said(`Nguyễn Thị Thuý Hoà | 990123MAU | 99012345 | Hưu trí | Cao đẳng Sư phạm`),
      'badge-declaration': said(
        `Nguyễn Thị Thuý Hoà | 03/02/1958 | xã Quỳnh Khuê, huyện Hoà Vang cũ (nay là xã Hòa Tiến) | 19/05/1986 | 19/05/1987 | 99012345 | Huy hiệu 30 năm tuổi Đảng, 3000123 | Chi uỷ viên | thôn Nà Pàn, xã Mẫu`,
      ),
      'one-page': said(
        `Nguyễn Thị Thuý Hoà | 03/02/1958 | 99012345 | 990123MAU | 0301234567 | Đảng viên chính thức | 19/05/1986 | Huy hiệu 30 năm tuổi Đảng | Bằng khen; thành tích dạy học | 12-QĐ/TU, 28/04/2016, Tỉnh uỷ Mẫu`,
      ),
      handbook: said(
        `SỔ TAY ĐẢNG VIÊN | Nguyễn Thị Thuý Hoà | 99012345 | QUÁ TRÌNH TRONG ĐẢNG | Huy hiệu 30 năm tuổi Đảng | SINH HOẠT CHI BỘ | HỌC TẬP NGHỊ QUYẾT, CHUYÊN ĐỀ | ĐÁNH GIÁ, XẾP LOẠI | ĐẢNG PHÍ | VIỆC ĐƯỢC GIAO | GHI CHÉP`,
      ),
    },
    neverSaid: ['Thúy Hòa', 'Thuý Hòa', 'Thúy Hoà', 'Trần Quang Thùy', 'Lò Văn Thủy', 'Tân Thủy'],
  },
  {
    fields: {
      ...blankMember,
      name: { full: 'Y Bhiô Êban', family: 'Êban', middle: '', given: 'Y Bhiô' },
      gender: 'male',
      bornOn: toPartialDate('1945'),
      birthPlace: 'buôn Ea Mẫu',
      nativePlace: 'buôn Ea Mẫu, xã Mẫu',
      ethnicity: 'Ê Đê',
      religion: 'Tin Lành',
      admittedOn: toPartialDate('1975-04'),
      cardNumber: '99000001',
      fileNumber: '000001M',
      state: 'exempt',
    },
    lines: [{ kind: 'family', relation: 'Vợ', personName: "H'Bliă Niê", bornYear: 1950 }],
    events: [],
    expected: {
      'member-life': said(
        `Y BHIÔ ÊBAN | 1945 | buôn Ea Mẫu, xã Mẫu | Ê Đê | Tin Lành | 04/1975 | H'Bliă Niê | 1950 | 000001M`,
      ),
      'member-card': said(`Y BHIÔ ÊBAN | 99000001 | 1945`),
      supplement: said(`Y Bhiô Êban`),
      'badge-declaration': said(`Y Bhiô Êban | 04/1975 | Đề nghị tặng Huy hiệu ....... năm tuổi Đảng`),
      'one-page': said(`Y Bhiô Êban | 1945 | Miễn công tác và sinh hoạt`),
      handbook: said(`Y Bhiô Êban | ĐẢNG PHÍ`),
    },
    neverSaid: ['01/01/1945', '01/04/1975', 'Ê-đê', 'Êban Y Bhiô'],
  },
  {
    fields: {
      ...blankMember,
      name: splitPersonName('Giàng A Khoẻ'),
      gender: 'male',
      bornOn: toPartialDate('2001-12-22'),
      birthPlace: 'bản Mẫu',
      nativePlace: 'bản Mẫu, xã Mẫu Thuỷ',
      ethnicity: 'Mông',
      education: '12/12',
      joinedUnionOn: toPartialDate('2016-03-26'),
      selfReview: 'Tôi tự nguyện xin vào Đảng.',
      state: 'candidate',
      candidateStage: 'preparing',
    },
    lines: [{ kind: 'work', from: toPartialDate('2020-01'), title: 'Dân quân thường trực', place: 'xã Mẫu' }],
    events: [],
    expected: {
      'applicant-life': said(
        `LÝ LỊCH CỦA NGƯỜI XIN VÀO ĐẢNG | Mẫu 2-KNĐ | GIÀNG A KHOẺ | Giàng A Khoẻ | 22/12/2001 | bản Mẫu, xã Mẫu Thuỷ | Mông | 12/12 | 26/03/2016 | 01/2020 | Dân quân thường trực; xã Mẫu | Tôi tự nguyện xin vào Đảng. | CAM ĐOAN VÀ KÝ TÊN`,
      ),
    },
    neverSaid: ['Khỏe', 'KHỎE', 'Mẫu Thủy'],
  },
  {
    fields: {
      ...blankMember,
      name: splitPersonName('Hòa Thị Quý Thủy'),
      gender: 'female',
      bornOn: toPartialDate('1999-10-08'),
      birthPlace: 'phường Mẫu',
      nativePlace: 'phường Mẫu, tỉnh Mẫu',
      ethnicity: 'Tày',
      admittedOn: toPartialDate('2026-02-03'),
      admittedAt: 'Chi bộ thôn Nà Pàn',
      fileNumber: '990777MAU',
      state: 'probationary',
    },
    lines: [],
    events: [
      {
        kind: 'admitted',
        effectiveOn: toPartialDate('2026-02-03'),
        decision: decision('21-QĐ/ĐU', '2026-01-28', 'Đảng uỷ xã Mẫu'),
      },
    ],
    expected: {
      'member-life': said(
        `HÒA THỊ QUÝ THỦY | 08/10/1999 | 03/02/2026 | 21-QĐ/ĐU, 28/01/2026, Đảng uỷ xã Mẫu | 990777MAU`,
      ),
      'member-card': said(`HÒA THỊ QUÝ THỦY | 03/02/2026`),
      supplement: said(`Hòa Thị Quý Thủy | Kết nạp vào Đảng | 21-QĐ/ĐU`),
      'badge-declaration': said(`Hòa Thị Quý Thủy | 03/02/2026`),
      'one-page': said(`Hòa Thị Quý Thủy | Đảng viên dự bị`),
      handbook: said(`Hòa Thị Quý Thủy | 03/02/2026`),
    },
    neverSaid: ['Hoà Thị', 'Quý Thuỷ', 'QUÝ THUỶ'],
  },
];
