/** How the record writes an ethnic group, and the number the form has for it, looked up by hand; none for what no table knows. */
export const writtenPeoples: readonly {
  readonly written: string;
  readonly code: string | null;
  readonly weight: number;
}[] = [
  { written: 'Kinh', code: '01', weight: 40 },
  { written: 'Việt', code: '01', weight: 2 },
  { written: 'Tày', code: '02', weight: 25 },
  { written: 'Thái', code: '03', weight: 3 },
  { written: 'Nùng', code: '07', weight: 15 },
  { written: "H'Mông", code: '08', weight: 4 },
  { written: 'dao', code: '09', weight: 4 },
  { written: 'Ê Đê', code: '11', weight: 2 },
  { written: '', code: null, weight: 2 },
  { written: 'không rõ', code: null, weight: 1 },
];

/** The same of religions. */
export const writtenReligions: readonly {
  readonly written: string;
  readonly code: string | null;
  readonly weight: number;
}[] = [
  { written: 'Không', code: null, weight: 70 },
  { written: '', code: null, weight: 10 },
  { written: 'Phật giáo', code: 'buddhist', weight: 8 },
  { written: 'Thiên Chúa giáo', code: 'catholic', weight: 5 },
  { written: 'Tin Lành', code: 'protestant', weight: 5 },
  { written: 'đạo tổ tiên', code: 'other', weight: 2 },
];
