import { normalizeText } from '#shared/base/vietnamese.ts';
import type { Secrecy } from './document-record.ts';

/** A secrecy mark found in a text: the degree and the line it stands on (from 0), to show where. */
export type SecrecyMark = { readonly degree: Exclude<Secrecy, 'none'>; readonly line: number; readonly text: string };

type Degree = SecrecyMark['degree'];

// A stamp is in capitals and boxed (Luật Bảo vệ bí mật nhà nước; domain.md 2.6). OCR loses the hat or the dot of Ậ.
const words: readonly (readonly [pattern: RegExp, degree: Degree])[] = [
  [/TUYỆT\s*M[ẬÂẠA]T/u, 'ultra-secret'],
  [/T[ỐÔÓO]I\s*M[ẬÂẠA]T/u, 'top-secret'],
  [/M[ẬÂẠ]T/u, 'secret'],
];
const frame = /[\s[\](){}|*_.,:;"“”•■□-]*/u.source;
const label = /(?:độ|mức độ)\s+mật\s*[:：]\s*/u.source;
/** First halves of words that end in MẬT: "BẢO VỆ BÍ MẬT" is no mark wherever its line breaks. */
const firstHalf = /(?:BÍ|BẢO|CƠ|THÂN|ĐƯỜNG)\s*/u.source;
const endsInFirstHalf = new RegExp(`${firstHalf}$`, 'u');
/** Longer lines are running text; they are not searched for a stamp at their edge. */
const longestStampLine = 400;

const degrees = words.map(([{ source }, degree]) => ({
  degree,
  alone: new RegExp(`^${frame}${source}${frame}$`, 'u'),
  // Text of two columns run together: the stamp stands at either edge, two spaces or a bar from the rest.
  leftEdge: new RegExp(`^\\s*${source}(?:\\s{2,}|\\s*[|\\t])`, 'u'),
  rightEdge: new RegExp(`(?<!${firstHalf})(?:\\s{2,}|[|\\t]\\s*)${source}\\s*$`, 'u'),
  labelled: new RegExp(`${label}${source}(?!\\p{L})`, 'iu'),
}));

/**
 * Finds the mark of a State secret on the first page of a paper: MẬT, TỐI MẬT or TUYỆT MẬT as a stamp (a line of its own,
 * also letter-spaced, or at the edge of a line of two columns), or after "Độ mật:". Ordinary words such as "bí mật nhà nước"
 * are no mark. The highest degree found wins. `text` keeps its line breaks; undefined when there is none.
 */
export function findSecrecyMark(text: string): SecrecyMark | undefined {
  const lines = text.normalize('NFC').split(/\r\n?|\n/u);
  for (const marks of degrees) {
    for (const [line, raw] of lines.entries()) {
      if (isMarkedLine(raw, lines[line - 1] ?? '', marks))
        return { degree: marks.degree, line, text: normalizeText(raw) };
    }
  }
  return undefined;
}

function isMarkedLine(raw: string, before: string, marks: (typeof degrees)[number]): boolean {
  const joined = joinSpacedLetters(normalizeText(raw));
  if (marks.alone.test(joined)) return !endsInFirstHalf.test(before);
  if (raw.length <= longestStampLine && (marks.leftEdge.test(raw) || marks.rightEdge.test(raw))) return true;
  return marks.labelled.test(joined);
}

/** `M Ậ T` and `T Ố I  M Ậ T` are the words with spaces between their letters. */
function joinSpacedLetters(line: string): string {
  return /^(?:\p{L}\s+)+\p{L}$/u.test(line) ? line.replace(/\s+/gu, '') : line;
}
