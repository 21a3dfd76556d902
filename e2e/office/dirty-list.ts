import ExcelJS from 'exceljs';
import type { ProblemKind } from '#shared/domain/import/import-problem.ts';

/** Members the office has before the list comes: what the list collides with. */
export const knownMembers = [
  { name: 'Hoàng Văn Đã', gender: 'male', bornOn: '1950-01-02', state: 'left', cardNumber: '20000001' },
  { name: 'Lý Thị Trùng', gender: 'female', bornOn: '1975', state: 'official', cardNumber: '' },
  { name: 'Vi Văn Thẻ', gender: 'male', bornOn: '1960-05-06', state: 'official', cardNumber: '20000003' },
  { name: 'Nông Thị Có', gender: 'female', bornOn: '1981-07-08', state: 'official', cardNumber: '20000004' },
] as const;

/** A problem of the dirty list as it must be told: the row, the place in it, and what is wrong. */
export type ToldProblem = { readonly row: number; readonly place: string; readonly kind: ProblemKind };

type Value = string | number | Date | ExcelJS.CellFormulaValue | ExcelJS.CellErrorValue | null;

/** First row of the members, as Excel numbers it: below a title, a head of two rows, and the numbers of the columns. */
const FIRST = 6;

const cell = 'CELL';

/** A row of the list: what stands in its cells (`cell`: the name of a cell there is), and what must be said of it. */
type DirtyRow = { readonly values: readonly Value[]; readonly says?: readonly (readonly [string, ProblemKind])[] };

const good = (name: string, gender: string, bornOn: Value, card: string, unit: Value = cell): readonly Value[] => [
  ...[0, name, gender, bornOn, '', new Date(Date.UTC(1999, 1, 3)), '03/02/2000', card, unit, 'Bản Mẫu'],
];

/** Puts another value into a row's column, from 1 as `A`. */
function but(row: readonly Value[], changes: Readonly<Record<string, Value>>): readonly Value[] {
  return row.map((value, at) => {
    const letter = String.fromCharCode(65 + at);
    return Object.hasOwn(changes, letter) ? (changes[letter] ?? null) : value;
  });
}

const rows: readonly DirtyRow[] = [
  // The name of the cell is merged over the first two rows; the second name is the result of a formula.
  { values: good('Bàn Thị Gộp', 'Nữ', '12/05/1970', '30000001') },
  {
    values: but(good('', 'Nam', new Date(Date.UTC(1971, 4, 13)), '30000002', null), {
      B: { formula: 'CONCATENATE("Đặng Văn ","Thức")', result: 'Đặng Văn Thức' },
    }),
  },
  {
    values: but(good('', 'Nam', '01/01/1972', '30000003'), {
      B: { formula: 'A1&B1' },
    }),
    says: [['B', 'formula-without-value']],
  },
  {
    values: but(good('Triệu Văn Lỗi', 'Nam', '02/01/1972', '30000004'), { E: { error: '#REF!' } }),
    says: [['E', 'cell-error']],
  },
  { values: good('Lò Thị Tháng', 'Nữ', '31/02/1980', '30000005'), says: [['D', 'impossible-date']] },
  {
    values: but(good('Quàng Văn Chữ', 'Nam', '02/03/1973', '30000006'), { F: 'không rõ' }),
    says: [['F', 'not-a-date']],
  },
  { values: good('Sùng A Ngày', 'Nam', new Date(Date.UTC(1974, 11, 25)), '30000007') },
  { values: good('Giàng A Số', 'Nam', 27_395, '30000008'), says: [['D', 'serial-number']] },
  {
    values: but(good('Mùa Thị Sau', 'Nữ', '04/05/2001', '30000009'), { F: '03/02/1990', G: '03/02/1991' }),
    says: [['D', 'born-after-admission']],
  },
  { values: good('Tẩn Mìn Xa', 'Nam', '06/07/1976', '30000010', 'Chi bộ Chợ Trời'), says: [['I', 'unit-unknown']] },
  { values: good('Lường Văn Nhất', 'Nam', '07/08/1977', '30000099'), says: [['H', 'number-twice']] },
  { values: good('Lường Văn Nhì', 'Nam', '08/09/1978', '30000099'), says: [['H', 'number-twice']] },
  { values: good('Cà Thị Sinh', 'Nữ', '1979', '') },
  { values: good('Cà Thị Sinh', 'Nữ', '09/10/1979', ''), says: [['B', 'same-person-twice']] },
  { values: good('Hoàng Văn Đã', 'Nam', '02/01/1950', '20000001'), says: [['B', 'member-gone']] },
  { values: good('Lý Thị Trùng', 'Nữ', '10/11/1975', '30000012'), says: [['B', 'same-person']] },
  { values: good('Phàn Văn Khác', 'Nam', '11/12/1982', '20000003'), says: [['B', 'same-person']] },
  { values: good('Chảo Lở Năm', 'Nam', '5/3/72', '30000014'), says: [['D', 'two-digit-year']] },
  {
    values: but(good('Vàng Thị Không', 'Nữ', '12/01/1983', '30000015'), { E: 20_183_012_345 }),
    says: [['E', 'lost-zeros']],
  },
  { values: good('', 'Nam', '13/01/1984', '30000016'), says: [['B', 'name-missing']] },
  { values: good('Ly Seo Phái', 'phải', '14/01/1985', '30000017'), says: [['C', 'gender-word']] },
  {
    values: but(good('Thào A Trước', 'Nam', '15/01/1986', '30000018'), { G: '03/02/1998' }),
    says: [['G', 'official-before-admitted']],
  },
  // A member the office has: a native place that is empty here.
  { values: but(good('Nông Thị Có', 'Nữ', '08/07/1981', '20000004'), { J: 'Bản Có' }) },
];

/** How many rows of members the list has. */
export const dirtyRows = rows.length;

/** Everything that must be told before anything is written. */
export const told: readonly ToldProblem[] = rows.flatMap(({ says = [] }, at) =>
  says.map(([letter, kind]) => ({ row: FIRST + at, place: `${letter}${String(FIRST + at)}`, kind })),
);

/** Row of the list in which a name stands. */
export function rowOf(name: string, nth = 0): number {
  return FIRST + (rows.flatMap(({ values }, at) => (values[1] === name ? [at] : [])).at(nth) ?? -FIRST);
}

/** A list as offices have them: merged cells, formulas, dates of every shape, and every fault that stops an import. `unit`: a cell there is. */
export async function dirtyList(unit: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('DS');
  sheet.addRow(['DANH SÁCH ĐẢNG VIÊN']);
  sheet.mergeCells('A1:J1');
  sheet.addRow([]);
  sheet.addRow([
    ...['TT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD', 'Ngày', '', 'Số thẻ đảng viên', 'Chi bộ', 'Quê quán'],
  ]);
  sheet.addRow(['', '', '', '', '', 'Vào Đảng', 'Chính thức']);
  for (const column of ['A', 'B', 'C', 'D', 'E', 'H', 'I', 'J']) sheet.mergeCells(`${column}3:${column}4`);
  sheet.mergeCells('F3:G3');
  sheet.addRow(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)']);
  for (const [at, { values }] of rows.entries()) {
    const row = sheet.getRow(FIRST + at);
    for (const [column, value] of values.entries()) {
      if (value === '' || value === null) continue;
      const target = row.getCell(column + 1);
      target.value = column === 0 ? at + 1 : value === cell ? unit : value;
      if (value instanceof Date) target.numFmt = 'dd/mm/yyyy';
    }
  }
  sheet.mergeCells(`I${String(FIRST)}:I${String(FIRST + 1)}`);
  sheet.addRow(['', `Tổng cộng: ${String(rows.length)} đảng viên`]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
