import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';

/** Who a paper is signed for: the committee itself, its standing committee, the people's committee. */
export const signBodies = { standing: 'BAN THƯỜNG VỤ', committee: 'ĐẢNG UỶ', people: 'UỶ BAN NHÂN DÂN' } as const;

/** On whose behalf papers of a commune are signed, the commonest first (HD 05-HD/VPTW; NĐ 30/2020, Phụ lục I). Printed words, with uỷ as the Party writes. */
export const signBodyWords: Readonly<Record<DocumentRegime, readonly string[]>> = {
  party: [signBodies.standing, signBodies.committee],
  state: [signBodies.people, 'CHỦ TỊCH'],
};

/** Party papers the committee itself signs: Nghị quyết, Quy chế, Công văn; an id of `document-type-table.ts` each. */
export const committeeSigned: readonly string[] = ['party-resolution', 'party-statute', 'party-letter'];

/** Usual words of phạm vi lưu hành (HD 05-HD/VPTW). */
export const circulationWords: readonly string[] = ['LƯU HÀNH NỘI BỘ', 'TÀI LIỆU HỘI NGHỊ', 'XONG HỘI NGHỊ TRẢ LẠI'];

/** Heads for whom their deputies sign, and the chairman of a State body. */
export const signHeads = {
  board: 'TRƯỞNG BAN',
  inspection: 'CHỦ NHIỆM',
  office: 'CHÁNH VĂN PHÒNG',
  chairman: 'CHỦ TỊCH',
} as const;

/** Letters that number items (a, b, c, d, đ, e …), in the order of NĐ 30/2020 and HD 05-HD/VPTW. */
export const itemLetters = 'abcdđeghiklmnopqrstuvxy';

/** A collective as the tree of bodies calls it, and the committee that issues its papers. */
export const issuerWords = { collective: 'Đảng bộ', committee: 'Đảng uỷ' } as const;
