import { foldForSearch } from '#shared/base/vietnamese.ts';

/** A religion as form 4-TCTW counts it. Codes never change once released. */
export type Religion = { readonly code: string; readonly name: string; readonly words: readonly string[] };

/** In the order of the form; `none` is no line of it. `words`: what it is recognised by, folded for search. */
export const religionTable: readonly Religion[] = [
  { code: 'none', name: 'Không', words: ['khong', 'luong', 'khong co'] },
  { code: 'catholic', name: 'Công giáo', words: ['cong giao', 'thien chua', 'thien chua giao'] },
  { code: 'protestant', name: 'Tin Lành', words: ['tin lanh'] },
  { code: 'hoa-hao', name: 'Phật giáo Hoà Hảo', words: ['hoa hao'] },
  { code: 'buddhist', name: 'Phật giáo', words: ['phat'] },
  { code: 'cao-dai', name: 'Cao Đài', words: ['cao dai'] },
  { code: 'muslim', name: 'Hồi giáo', words: ['hoi giao', 'dao hoi', 'islam'] },
  { code: 'other', name: 'Tôn giáo khác', words: [] },
];

const other = religionTable.find(({ code }) => code === 'other');

/** The religion a text means; `other` for one the form has no line for, undefined for an empty text. */
export function findReligion(text: string): Religion | undefined {
  const folded = foldForSearch(text);
  if (folded === '') return undefined;
  return religionTable.find(({ words }) => words.some((word) => folded.includes(word))) ?? other;
}
