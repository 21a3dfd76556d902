import { foldForSearch } from '#shared/base/vietnamese.ts';

/** An ethnic group (dân tộc) as form 4-TCTW counts it. `code`: number in the form (01 Kinh … 54, 55 of foreign origin, 56 others). */
export type Ethnicity = { readonly code: string; readonly name: string; readonly alsoWritten: readonly string[] };

const names: readonly (readonly [name: string, ...alsoWritten: string[]])[] = [
  ['Kinh', 'Việt'],
  ['Tày', 'Thổ (Tày)'],
  ['Thái'],
  ['Hoa', 'Hán'],
  ['Khmer', 'Khơ Me', 'Khơ-me'],
  ['Mường'],
  ['Nùng'],
  ['Mông', "H'Mông", 'HMông', 'Hmông', 'Mèo'],
  ['Dao', 'Mán'],
  ['Gia Rai', 'Gia-rai', 'Jrai'],
  ['Ê Đê', 'Ê-đê', 'Rhadê'],
  ['Ngái'],
  ['Ba Na', 'Ba-na', 'Bahnar'],
  ['Xơ Đăng', 'Xơ-đăng', 'Sê Đăng'],
  ['Sán Chay', 'Cao Lan', 'Sán Chỉ', 'Cao Lan - Sán Chỉ'],
  ['Cơ Ho', 'Cơ-ho', 'Kơ Ho'],
  ['Chăm', 'Chàm'],
  ['Sán Dìu'],
  ['Hrê', 'HRê'],
  ['Mnông', "M'Nông", 'M.Nông'],
  ['Ra Glai', 'Raglai', 'Ra-glai'],
  ['Xtiêng', "X'Tiêng", 'Stiêng'],
  ['Bru - Vân Kiều', 'Bru Vân Kiều', 'Vân Kiều', 'Bru'],
  ['Thổ'],
  ['Giáy', 'Nhắng'],
  ['Cơ Tu', 'Cơ-tu', 'Ka Tu'],
  ['Gié Triêng', 'Giẻ Triêng', 'Giẻ-Triêng'],
  ['Mạ', 'Châu Mạ'],
  ['Khơ Mú', 'Khơ-mú', 'Kơ Mú'],
  ['Co', 'Cor', 'Kor'],
  ['Tà Ôi', 'Tà-ôi', 'Pa Cô'],
  ['Chơ Ro', 'Chơ-ro', 'Chrau'],
  ['Kháng'],
  ['Xinh Mun', 'Xinh-mun'],
  ['Hà Nhì'],
  ['Chu Ru', 'Chu-ru'],
  ['Lào'],
  ['La Chí'],
  ['La Ha'],
  ['Phù Lá'],
  ['La Hủ'],
  ['Lự'],
  ['Lô Lô'],
  ['Chứt'],
  ['Mảng'],
  ['Pà Thẻn', 'Phà Thẻn'],
  ['Cờ Lao', 'Cơ Lao'],
  ['Cống'],
  ['Bố Y'],
  ['Si La'],
  ['Pu Péo'],
  ['Brâu', 'B-râu'],
  ['Ơ Đu'],
  ['Rơ Măm', 'Rơ-măm'],
  ['Gốc nước ngoài', 'Quốc tịch gốc nước ngoài'],
  ['Dân tộc khác', 'Khác'],
];

/** The 54 groups, members of foreign origin, and others, in the order of form 4-TCTW (domain.md 5.10). */
export const ethnicityTable: readonly Ethnicity[] = names.map(([name, ...alsoWritten], at) => ({
  code: String(at + 1).padStart(2, '0'),
  name,
  alsoWritten,
}));

/** Letters and marks only: `H'Mông`, `H’mông` and `HMÔNG` are written alike. */
const keyOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}]/gu, '');

const byKey = new Map(
  ethnicityTable.flatMap((group) => [group.name, ...group.alsoWritten].map((name) => [keyOf(name), group] as const)),
);
const byFoldedKey = new Map<string, Ethnicity | null>();
for (const [key, group] of byKey) {
  const folded = foldForSearch(key);
  byFoldedKey.set(folded, byFoldedKey.has(folded) && byFoldedKey.get(folded) !== group ? null : group);
}

/**
 * The group a text means, in any of its spellings; undefined for what the table does not know. Without marks it is recognised where that is no other
 * group's name. The text itself is kept as the paper has it.
 */
export function findEthnicity(text: string): Ethnicity | undefined {
  const key = keyOf(text);
  return byKey.get(key) ?? byFoldedKey.get(foldForSearch(key)) ?? undefined;
}
