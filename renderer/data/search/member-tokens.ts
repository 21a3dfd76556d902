import type { MemberRow } from '../rows.ts';
import { markedTokens, parseQuery, textTokens } from './search-tokens.ts';

/** Marks of pieces that are found besides names and numbers: of places, and of what only some may look for. No piece of a text begins so. */
const PLACE = '@';
const PRIVATE = '!';

/** A number typed in groups (`86 104 227`, `104.882 LS`) is one number. */
const groupedNumber = /^\d[\d\s.-]{4,}\d\s*\p{L}{0,3}$/u;

/** What a member is found by: names and numbers, places old and new, and what needs the right to private fields. */
export function tokensOfMember(row: MemberRow): readonly string[] {
  const names = `${row.name.full}\n${row.birthName}`;
  return [
    ...textTokens(names),
    ...markedTokens(names),
    ...textTokens(`${row.cardNumber} ${row.fileNumber} ${row.phone}`),
    ...withMark(PLACE, `${row.nativePlace} ${row.nativePlaceNow}`),
    ...withMark(PRIVATE, `${row.citizenId} ${row.alias} ${row.birthPlace} ${row.birthPlaceNow} ${row.address}`),
  ];
}

/** A query for members: each piece with the forms in which it may occur; all pieces must. Empty when nothing is asked for. */
export type MemberQuery = { readonly pieces: readonly (readonly string[])[]; readonly marked: readonly string[] };

/** Takes a query apart. `places`: whether places count too; `isPrivate`: whether private fields do. */
export function parseMemberQuery(text: string, places: boolean, isPrivate: boolean): MemberQuery {
  const compact = groupedNumber.test(text.trim()) ? text.replaceAll(/[\s.-]/g, '') : undefined;
  const { terms, marked } = compact === undefined ? parseQuery(text) : { terms: textTokens(compact), marked: [] };
  const marks = ['', ...(places ? [PLACE] : []), ...(isPrivate ? [PRIVATE] : [])];
  return { pieces: terms.map((term) => marks.map((mark) => mark + term)), marked };
}

function withMark(mark: string, text: string): readonly string[] {
  return textTokens(text).map((token) => mark + token);
}
