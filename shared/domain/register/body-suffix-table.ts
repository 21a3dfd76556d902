/**
 * What stands for a body of a commune in the symbols of its papers (domain.md 1.3), told by words of its name. `ĐU` and `ĐH` are stated by HD 05-HD/VPTW;
 * those of the committee's own bodies follow the province's (`VPTU`, `UBKTTU`) and are a proposal only: where a province decides otherwise, the book
 * is made with its suffix.
 */
export const bodySuffixes: readonly { readonly words: string; readonly suffix: string }[] = [
  { words: 'văn phòng', suffix: 'VPĐU' },
  { words: 'kiểm tra', suffix: 'UBKTĐU' },
  { words: 'xây dựng đảng', suffix: 'BXDĐ' },
];

/** Suffix of the committee itself (BCH, Ban Thường vụ, Thường trực alike). */
export const COMMITTEE_SUFFIX = 'ĐU';

/** Suffix of a congress. */
export const CONGRESS_SUFFIX = 'ĐH';

/** Suffixes of the people's committee and the people's council (NĐ 30/2020). */
export const PEOPLES_COMMITTEE_SUFFIX = 'UBND';
export const PEOPLES_COUNCIL_SUFFIX = 'HĐND';
