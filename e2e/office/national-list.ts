import { listMembers } from './member-workbook.ts';
import type { PlainCell } from './sheet-file.ts';
import { formatDate, toPartialDate, type PartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { ReportGroup } from '#shared/domain/reconcile/reconcile.ts';

/** A cell of the office. */
export type KnownCell = { readonly id: string; readonly name: string };

/** A line the report must have, as its workbook says it. `field` as the record names it; empty for a person as a whole. */
export type ExpectedLine = {
  readonly group: ReportGroup;
  readonly row: number;
  readonly name: string;
  readonly field: keyof MemberFields | '';
  readonly ours: string;
  readonly theirs: string;
};

/** Our members, their list, and what lies between them. `values`: what a record must hold once everything that can be taken over is, by name of field. */
export type NationalCase = {
  readonly members: readonly MemberFields[];
  readonly rows: readonly (readonly PlainCell[])[];
  readonly expected: readonly ExpectedLine[];
  readonly values: ReadonlyMap<number, Partial<MemberFields>>;
  /** Row of the sheet, from 1, of each of our members; 0 for who is not in it. */
  readonly rowOf: (index: number) => number;
};

const heads = [
  ...['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh cá nhân', 'Số thẻ đảng viên', 'Ngày vào Đảng'],
  ...['Ngày chính thức', 'Dân tộc', 'Tôn giáo', 'Quê quán', 'Số điện thoại', 'Chi bộ đang sinh hoạt'],
];

const MISSING = new Set([11, 402, 803, 1204, 1605]);
const GONE = new Set([21, 1221]);
/** Members of whom we know the year of birth and no number: whether they are the one of that name in the other list must be asked. */
const askedNames: ReadonlyMap<number, string> = new Map([
  [31, 'Đèo Văn Hỏi'],
  [1231, 'Đèo Thị Đáp'],
]);
const FAULT = 41;
const NEWCOMERS = 7;

/** A population and an export of the national database with known differences, and everything else written in other shapes. */
export function nationalCase(count: number, today: PlainDate, cells: readonly KnownCell[]): NationalCase {
  const cellOf = (index: number): KnownCell => cells[index % cells.length] ?? { id: '', name: '' };
  const base = listMembers('national', count + NEWCOMERS, today);
  const members = base.slice(0, count).map((member, index): MemberFields => {
    const unitId = cellOf(index).id;
    const plain = { ...member, unitId, phone: `09${String(10_000_000 + index)}`, nativePlaceNow: '' };
    const placed = {
      ...plain,
      nativePlace: `thôn Bản ${String(index)}, xã Hoà Mẫu (cũ), huyện Mẫu Sơn (cũ), tỉnh Bắc Kạn`,
    };
    if (GONE.has(index)) return { ...placed, state: 'transferred' };
    const name = askedNames.get(index);
    if (name !== undefined) {
      const unsure = { bornOn: yearOf(placed.bornOn), citizenId: '', cardNumber: '', fileNumber: '' };
      return { ...placed, ...unsure, name: splitPersonName(name) };
    }
    return index % 173 === 7 ? { ...placed, citizenId: '' } : placed;
  });
  const rows: PlainCell[][] = [[...heads]];
  const expected: ExpectedLine[] = [];
  const values = new Map<number, Partial<MemberFields>>();
  const rowNumbers = new Map<number, number>();
  const append = (member: MemberFields, index: number, theirs: Partial<MemberFields>, cell: string): void => {
    rows.push(rowOf(rows.length, { ...member, ...theirs }, index, cell));
    rowNumbers.set(index, rows.length);
  };
  for (const [index, member] of members.entries()) {
    const name = member.name.full;
    if (MISSING.has(index)) {
      expected.push({ group: 'here', row: 0, name, field: '', ours: '', theirs: '' });
      continue;
    }
    const theirs = GONE.has(index) ? {} : differencesOf(index, member, base[index]);
    const moved = index % 419 === 3;
    append(member, index, theirs, cellOf(moved ? index + 1 : index).name);
    const row = rows.length;
    const say = (group: ReportGroup, field: ExpectedLine['field'], ours: string, said: string): void => {
      const as = group === 'ask' ? shown(name, index) : name;
      expected.push({ group, row, name: as, field, ours, theirs: said });
    };
    if (GONE.has(index)) say('gone', 'state', 'Đã chuyển đi', '');
    else if (askedNames.has(index)) {
      say('ask', '', '', '');
      values.set(index, theirs);
    } else {
      for (const [field, value] of Object.entries(theirs) as [keyof MemberFields, string][])
        say('differs', field, words(member[field]), words(value));
      if (moved) say('differs', 'unitId', cellOf(index).name, cellOf(index + 1).name);
      if (Object.keys(theirs).length > 0) values.set(index, theirs);
    }
  }
  for (const [at, member] of base.slice(count).entries()) {
    const index = count + at;
    const cell = cellOf(index);
    append({ ...member, name: splitPersonName(`${member.name.full} Mới`) }, index, {}, cell.name);
    const name = shown(`${member.name.full} Mới`, index);
    expected.push({ group: 'there', row: rows.length, name, field: '', ours: '', theirs: '' });
  }
  const faulty = rows[(rowNumbers.get(FAULT) ?? 0) - 1];
  if (faulty !== undefined) faulty[7] = '31/04/2001';
  expected.push({
    ...{ group: 'fault', row: rowNumbers.get(FAULT) ?? 0, name: shown(members[FAULT]?.name.full ?? '', FAULT) },
    ...{ field: '', ours: '', theirs: '' },
  });
  return { members, rows, expected, values, rowOf: (index) => rowNumbers.get(index) ?? 0 };
}

/** Our members of whom it is asked, by their place in the list. */
export const asked: readonly number[] = [...askedNames.keys()];

function differencesOf(index: number, member: MemberFields, whole: MemberFields | undefined): Partial<MemberFields> {
  if (askedNames.has(index)) return { bornOn: whole?.bornOn ?? null };
  return {
    ...(index % 97 === 1 && { phone: `03${String(20_000_000 + index)}` }),
    ...(index % 211 === 5 && { bornOn: otherYear(member.bornOn) }),
    ...(index % 173 === 7 && { citizenId: `999070${String(900_000 + index)}` }),
    ...(index % 307 === 9 && { nativePlace: `thôn Bản ${String(index)}, xã Khác Mẫu, tỉnh Thái Nguyên` }),
    ...(index % 263 === 13 && { ethnicity: cased(member.ethnicity === 'Dao' ? 'Nùng' : 'Dao', index) }),
  };
}

/** A row as the national database writes it, in another shape than ours where that says the same. */
function rowOf(at: number, member: MemberFields, index: number, cell: string): PlainCell[] {
  const day = (date: PartialDate | null): string => (date === null ? '' : shape(date, index));
  const isOther = member.nativePlace.includes('Khác');
  const place = isOther ? member.nativePlace : `Thôn Bản ${String(index)}, Xã Hòa Mẫu, Thái Nguyên`;
  return [
    ...[at, shown(member.name.full, index), day(member.bornOn), member.gender === 'male' ? 'NAM' : 'nữ'],
    ...[member.citizenId, spaced(member.cardNumber, index), day(member.admittedOn), day(member.officialOn)],
    ...[cased(member.ethnicity, index), index % 2 === 0 ? '' : 'không'],
    ...[place, index % 3 === 0 ? member.phone : `${member.phone.slice(0, 4)} ${member.phone.slice(4)}`],
    index % 5 === 0 ? cell.toLocaleUpperCase('vi') : cell,
  ];
}

function shown(name: string, index: number): string {
  return index % 3 === 0 ? name.toLocaleUpperCase('vi') : name;
}

function cased(words: string, index: number): string {
  return index % 4 === 0 ? words.toLocaleUpperCase('vi') : words;
}

function spaced(number: string, index: number): string {
  return index % 7 === 0 ? `${number.slice(0, 2)} ${number.slice(2)}` : number;
}

function shape(date: PartialDate, index: number): string {
  const [day = '', month = '', year = ''] = formatDate(date).split('/');
  return index % 2 === 0 || year === '' ? formatDate(date) : `${String(Number(day))}-${String(Number(month))}-${year}`;
}

function yearOf(date: PartialDate | null): PartialDate | null {
  return date === null ? null : toPartialDate(date.slice(0, 4));
}

function otherYear(date: PartialDate | null): PartialDate | null {
  return date === null ? null : toPartialDate(`${String(Number(date.slice(0, 4)) - 1)}${date.slice(4)}`);
}

function words(value: MemberFields[keyof MemberFields]): string {
  if (typeof value !== 'string' || value === '') return 'Để trống';
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? formatDate(toPartialDate(value)) : value;
}
