import ExcelJS from 'exceljs';
import { generateCommune } from '#e2e/sample/commune.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** Heads of a plain list, in the order of `rowOfMember`. */
export const memberHeads = [
  'TT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Số CCCD',
  'Dân tộc',
  'Tôn giáo',
  'Quê quán',
  'Nơi ở hiện nay',
  'Nghề nghiệp',
  'Trình độ văn hoá',
  'Ngày vào Đảng',
  'Ngày chính thức',
  'Số thẻ đảng viên',
  'Số lý lịch',
  'Điện thoại',
  'Chi bộ',
] as const;

/** A member as a line of a list. Numbers are text, dates as people write them. */
export function rowOfMember(at: number, member: MemberFields, unitName: string): readonly (string | number)[] {
  const { name, gender, bornOn, admittedOn, officialOn } = member;
  const day = (date: MemberFields['bornOn']): string => (date === null ? '' : formatDate(date));
  return [
    at,
    name.full,
    gender === 'male' ? 'Nam' : 'Nữ',
    day(bornOn),
    member.citizenId,
    member.ethnicity,
    member.religion,
    member.nativePlace,
    member.address,
    member.occupation,
    member.education,
    day(admittedOn),
    day(officialOn),
    member.cardNumber,
    member.fileNumber,
    member.phone,
    unitName,
  ];
}

/** Invented members for a list, each with numbers of their own and a name of their own. */
export function listMembers(seed: string, count: number, today: PlainDate): readonly MemberFields[] {
  const { members } = generateCommune({ seed, documents: 0, members: count, today, place: samplePlaces[0] });
  return members.map(({ fields }, at) => ({
    ...fields,
    state: 'official',
    officialOn: fields.officialOn ?? fields.admittedOn,
    citizenId: numbered(fields.citizenId, at),
    cardNumber: String(10_000_000 + at),
    fileNumber: `${String(100_000 + at)}LS`,
  }));
}

function numbered(citizenId: string, at: number): string {
  return citizenId.length === 12 ? citizenId.slice(0, 6) + String(at).padStart(6, '0') : '';
}

/** A workbook with one sheet: a title, the heads, a row each. */
export async function memberWorkbook(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(['DANH SÁCH ĐẢNG VIÊN']);
  sheet.addRow([]);
  sheet.addRow([...memberHeads]);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
