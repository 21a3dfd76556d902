/** Words of a column that only numbers the lines, or that nobody takes over. */
export const passedHeaderWords: readonly string[] = [
  'stt',
  'tt',
  'so tt',
  'so thu tu',
  'thu tu',
  'no',
  'chu ky',
  'ky ten',
  'ky nhan',
];

/** Words of gender as people write them in lists, searched without marks. */
export const genderWordTable: Readonly<Record<string, 'male' | 'female'>> = {
  nam: 'male',
  male: 'male',
  m: 'male',
  trai: 'male',
  nu: 'female',
  female: 'female',
  f: 'female',
  gai: 'female',
};

/** What counts as a cross in a column of marks. */
export const markWords: ReadonlySet<string> = new Set(['x', '1', 'v', 'co', '+', '✓', '✔', '*']);

/** Words of a member's standing, searched without marks; what stands first is meant. */
export const stateWordTable: readonly (readonly [
  words: string,
  state: 'probationary' | 'official' | 'exempt' | 'temporarily-away' | 'transferred' | 'left' | 'deceased',
])[] = [
  ['tu tran', 'deceased'],
  ['da mat', 'deceased'],
  ['chet', 'deceased'],
  ['khai tru', 'left'],
  ['xoa ten', 'left'],
  ['ra khoi dang', 'left'],
  ['xin ra', 'left'],
  ['chuyen di', 'transferred'],
  ['da chuyen', 'transferred'],
  ['mien sinh hoat', 'exempt'],
  ['mien cong tac', 'exempt'],
  ['duoc mien', 'exempt'],
  ['tam thoi', 'temporarily-away'],
  ['du bi', 'probationary'],
  ['chinh thuc', 'official'],
  ['dang sinh hoat', 'official'],
];

/** How lines begin that name a group of the lines below them, and words after which a list ends. */
export const groupWords: readonly string[] = ['chi bo', 'dang bo', 'to dang', 'chi uy'];
export const closingWords: readonly string[] = [
  'tong cong',
  'tong so',
  'cong',
  'danh sach nay co',
  'danh sach co',
  'nguoi lap',
  'nguoi lap bieu',
  'xac nhan',
  't m',
  'tm',
  'ngay thang nam',
  'bi thu',
];

/** Beginnings that say what kind of body a cell is, not which: `Chi bộ thôn Nà Mẫu` is meant by `Nà Mẫu`. Searched without marks, longest first. */
export const unitPrefixWords: readonly string[] = [
  'chi bo truc thuoc',
  'dang bo bo phan',
  'dang bo co so',
  'chi bo co so',
  'chi bo',
  'dang bo',
  'to dan pho',
  'khu dan cu',
  'khu pho',
  'cb',
  'tdp',
  'thon',
  'ban',
  'xom',
  'ap',
  'lang',
  'khoi',
  'to',
];
