import type { PartialDate } from '#shared/base/partial-date.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { parseTypedDate } from '#shared/base/typed-date.ts';
import { parseDocumentSymbol } from '#shared/domain/document/document-symbol.ts';

/** What a file seems to say of itself: offered, marked, never trusted. */
export type Prefill = { readonly symbol?: string; readonly issuedOn?: PartialDate };

const numberLine =
  /(?:^|\n|\s{2,})\s*s\u1ed1\s*[:.]?\s*(\d[\d\s]{0,5}[a-z]?\s*[-–/]\s*[\p{L}\d][\p{L}\d\s/–-]{0,30}?)(?=\n|\s{2,}|$)/iu;
const dateLine = /ng\u00e0y\s+(\d{1,2})\s+th\u00e1ng\s+(\d{1,2})\s+n\u0103m\s+(\d{4})/iu;

/** Number, symbol and date from the first page's text, or the symbol from the file's name. */
export function prefillFromText(firstPage: string, fileName: string, today: PlainDate): Prefill {
  const text = firstPage.normalize('NFC');
  const symbol =
    readSymbol(numberLine.exec(text)?.[1] ?? '') ??
    readSymbol(fileName.replace(/\.(?:pdf|docx|xlsx|png|jpe?g)$/iu, '').replaceAll('_', '-'));
  const [, day = '', month = '', year = ''] = dateLine.exec(text) ?? [];
  const date = year === '' ? undefined : parseTypedDate(`${day}/${month}/${year}`, today);
  return {
    ...(symbol === undefined ? {} : { symbol }),
    ...(date?.ok === true && date.value <= today ? { issuedOn: toPartialDate(date.value) } : {}),
  };
}

/** Only what was really understood: a number, and a body or a type. */
function readSymbol(raw: string): string | undefined {
  const { number, typeCode, body, display, regime } = parseDocumentSymbol(raw);
  const isUnderstood = number !== '' && regime !== 'unknown' && (typeCode !== '' || body !== '');
  return isUnderstood ? display : undefined;
}
