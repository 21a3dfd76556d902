import { normalizeText } from '#shared/base/vietnamese.ts';
import type { Secrecy } from './document-record.ts';

/** A secrecy mark found in a text: the degree and the line it stands on (from 0), to show where. */
export type SecrecyMark = { readonly degree: Exclude<Secrecy, 'none'>; readonly line: number; readonly text: string };

type Degree = SecrecyMark['degree'];

// A stamp is in capitals and boxed (Luật Bảo vệ bí mật nhà nước; domain.md 2.6). OCR loses the hat or the dot of Ậ.
const words: readonly (readonly [pattern: string, degree: Degree])[] = [
  ['TUYỆT\\s*M[ẬÂẠA]T', 'ultra-secret'],
  ['T[ỐÔÓO]I\\s*M[ẬÂẠA]T', 'top-secret'],
  ['M[ẬÂẠ]T', 'secret'],
];
const frame = '[\\s\\[\\](){}|*_.,:;"“”•■□-]*';
const alone = words.map(([pattern, degree]) => [new RegExp(`^${frame}${pattern}${frame}$`, 'u'), degree] as const);
// Text of two columns run together: the stamp stands at either edge, two spaces or a bar from the rest.
const atEdge = words.map(([pattern, degree]) => [new RegExp(`^\\s*${pattern}(?:\\s{2,}|\\s*[|\\t])|(?<!(?:BÍ|BẢO|CƠ|THÂN|ĐƯỜNG)\\s*)(?:\\s{2,}|[|\\t]\\s*)${pattern}\\s*$`, 'u'), degree] as const);
const labelled = words.map(([pattern, degree]) => [new RegExp(`(?:độ|mức độ)\\s+mật\\s*[:：]\\s*${pattern}(?!\\p{L})`, 'iu'), degree] as const);

/**
 * Finds the mark of a State secret on the first page of a paper: MẬT, TỐI MẬT or TUYỆT MẬT as a stamp (a line of its own,
 * also letter-spaced, or at the edge of a line of two columns), or after "Độ mật:". Ordinary words such as "bí mật nhà nước"
 * are no mark. The highest degree found wins. `text` keeps its line breaks; undefined when there is none.
 */
export function findSecrecyMark(text: string): SecrecyMark | undefined {
  const lines = text.normalize('NFC').split(/\r\n?|\n/u);
  for (const [index] of words.entries()) {
    for (const [line, raw] of lines.entries()) {
      const degree = degreeOfLine(raw, lines[line - 1] ?? '', index);
      if (degree !== undefined) return { degree, line, text: normalizeText(raw) };
    }
  }
  return undefined;
}

function degreeOfLine(raw: string, before: string, index: number): Degree | undefined {
  const joined = joinSpacedLetters(normalizeText(raw));
  if (alone[index]?.[0].test(joined) === true) return endsInsideWord(before) ? undefined : alone[index][1];
  if (atEdge[index]?.[0].test(raw) === true) return atEdge[index][1];
  return labelled[index]?.[0].test(joined) === true ? labelled[index][1] : undefined;
}

/** `M Ậ T` and `T Ố I  M Ậ T` are the words with spaces between their letters. */
function joinSpacedLetters(line: string): string {
  return /^(?:\p{L}\s+)+\p{L}$/u.test(line) ? line.replace(/\s+/gu, '') : line;
}

/** A heading in capitals broken over two lines: "… BẢO VỆ BÍ" / "MẬT". */
function endsInsideWord(before: string): boolean {
  return /(?:BÍ|BẢO|CƠ|THÂN|ĐƯỜNG)\s*$/u.test(before.normalize('NFC'));
}
