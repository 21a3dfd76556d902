import { foldForSearch, normalizeLine, toUpperVietnamese } from '#shared/base/vietnamese.ts';
import { commonerCodes, documentTypes, type DocumentRegime, type DocumentType } from './document-type-table.ts';
import { doubtfulCode, issuerCodes, neutralCodes } from './issuer-code-table.ts';

/** A number and symbol (số, ký hiệu) taken apart. */
export type DocumentSymbol = {
  /** Whose rules it follows, or `unknown` when nothing tells. */
  readonly regime: DocumentRegime | 'unknown';
  /** The number as digits, padded to two (domain.md 1.3), with a letter if it bears one (`12a`); empty when there is none. */
  readonly number: string;
  /** Year of a legal act (`161/2026/NĐ-CP`), else undefined. */
  readonly year: number | undefined;
  /** Abbreviation of the type as printed, or empty (a State công văn has none). */
  readonly typeCode: string;
  /** Abbreviation of the issuing body and what follows it, e.g. `UBND-VP`. */
  readonly body: string;
  /** The right form for the register: `05-NQ/ĐU`, `15/QĐ-UBND`. What could not be read stays as typed. */
  readonly display: string;
};

/** Joint papers of many bodies have the longest symbols; anything longer was pasted by mistake. */
const longestSymbol = 160;
const nothing = { regime: 'unknown', number: '', year: undefined, typeCode: '', body: '' } as const;

type Pieces = {
  readonly number: string;
  readonly year: number | undefined;
  readonly chunks: readonly string[];
  readonly marks: string;
};

/**
 * Reads a symbol as clerks and misprints write it: `Số: 84 - kh/tu`, `12 nq du`, `01/NQ-TU` (Party, State form),
 * `15-QĐ/UBND` (State, Party form), en-dashes, no marks. Never fails: a text that is no symbol comes back as `display`.
 * Lower-case unknown bodies are upper-cased only when the whole text was typed in lower case.
 */
export function parseDocumentSymbol(input: string): DocumentSymbol {
  const typed = normalizeLine(input);
  if (typed.length > longestSymbol) return { ...nothing, display: typed };
  const text = typed
    .replace(/[‐-―−]/g, '-')
    .replace(/^(?:số|so)(?=[\s:.\d])\s*[:.]?\s*/iu, '')
    .replace(/[\s.,;]+$/u, '');
  const pieces = cut(text);
  const first = pieces.chunks[0] ?? '';
  const typeCode = pieces.chunks.length > 1 || pieces.number !== '' ? findTypeCode(first, pieces) : undefined;
  const isLazy = !/\p{Lu}/u.test(text);
  const bodyChunks = (typeCode === undefined ? pieces.chunks : pieces.chunks.slice(1)).map(
    (chunk) => findBodyCode(chunk) ?? chunk,
  );
  const isKnown = typeCode !== undefined || bodyChunks.some((chunk) => findBodyCode(chunk) !== undefined);
  if (!isKnown || (pieces.number === '' && bodyChunks.length === 0)) return unread(typed, pieces, isLazy);
  const body = (isLazy ? bodyChunks.map(upperUnknown) : bodyChunks).join('-');
  const regime = regimeOf(pieces, bodyChunks, typeCode);
  return finish({ regime, number: pad(pieces.number), year: pieces.year, typeCode: typeCode ?? '', body }, typed);
}

/** The types a symbol can stand for, likeliest first. Party QĐ gives two: Quyết định and Quy định. */
export function suggestDocumentTypes(symbol: DocumentSymbol): readonly DocumentType[] {
  const ofRegime = documentTypes.filter((type) => symbol.regime === 'unknown' || type.regime === symbol.regime);
  if (symbol.typeCode !== '')
    return ofRegime.filter((type) => type.code === symbol.typeCode && isLegal(type) === isLegalForm(symbol, type));
  if (symbol.regime !== 'state' || symbol.number === '') return [];
  const ids = symbol.year === undefined ? ['state-letter'] : ['state-law', 'state-resolution'];
  return documentTypes.filter((type) => ids.includes(type.id));
}

function isLegal(type: DocumentType): boolean {
  return type.kind === 'law';
}

/** A code shared by a legal act and an ordinary paper is told apart by the year; a code of its own is always right. */
function isLegalForm(symbol: DocumentSymbol, type: DocumentType): boolean {
  const rivals = documentTypes.filter((other) => other.regime === type.regime && other.code === type.code);
  const isShared = rivals.some((other) => isLegal(other) !== isLegal(type));
  return isShared ? symbol.year !== undefined : isLegal(type);
}

/** Number, year and the letter groups between separators, with the separators met (`-`, `/` or space) in order. */
function cut(text: string): Pieces {
  const head = /^(\d+(?:[a-zđ](?=[\s/-]))?)?\s*/iu.exec(text);
  const number = head?.[1] ?? '';
  const rest = text.slice(head?.[0].length ?? 0);
  const year = /^\s*[/-]\s*((?:19|20)\d{2})(?=\s*[/-])/u.exec(rest);
  const tail = year === null ? rest : rest.slice(year[0].length);
  const marks = (tail.match(/\s*[/-]\s*|\s+/gu) ?? []).map((mark) => mark.trim() || ' ').join('');
  const chunks = tail.split(/[\s/-]+/u).filter((chunk) => chunk !== '');
  return {
    number,
    year: year === null ? undefined : Number(year[1]),
    chunks,
    marks: number !== '' && /^[^\s/-]/u.test(tail) ? ` ${marks}` : marks,
  };
}

const typeCodes: readonly string[] = [...new Set(documentTypes.map((type) => type.code).filter((code) => code !== ''))];
const bodyCodes: readonly string[] = [...new Set([...issuerCodes.map((issuer) => issuer.code), ...neutralCodes])];
const typeByUpper = mapCodes(typeCodes, toUpperVietnamese);
const typeByFold = new Map([...mapCodes(typeCodes, foldForSearch), ...commonerCodes]);
const bodyByUpper = mapCodes(bodyCodes, toUpperVietnamese);
const bodyByFold = mapCodes(bodyCodes, foldForSearch);

/** Codes by another spelling of theirs; the first of two that share a spelling wins. */
function mapCodes(codes: readonly string[], spell: (code: string) => string): ReadonlyMap<string, string> {
  return new Map(codes.toReversed().map((code) => [spell(code), code]));
}

function findTypeCode(chunk: string, pieces: Pieces): string | undefined {
  if (isBodyFirst(chunk, pieces)) return undefined;
  const upper = toUpperVietnamese(chunk);
  const isExact = typeByUpper.has(upper) && (chunk === upper || typeCodes.includes(chunk) || /[đâêôơưă]/iu.test(chunk));
  return isExact ? typeByUpper.get(upper) : typeByFold.get(foldForSearch(chunk));
}

/** `15/UBND-VP`: the first group is a body when it is one by its whole name and no type. */
function isBodyFirst(chunk: string, pieces: Pieces): boolean {
  return bodyCodes.includes(chunk) && !typeCodes.includes(chunk) && pieces.marks.startsWith('/');
}

function findBodyCode(chunk: string): string | undefined {
  if (bodyCodes.includes(chunk)) return chunk;
  const upper = toUpperVietnamese(chunk);
  // TƯ is written for TW by some and for TU by others: kept as typed.
  if (upper === doubtfulCode) return doubtfulCode;
  const session = /^(ubtvqh|qh)(\d{1,2})$/iu.exec(chunk);
  if (session !== null) return upper;
  const folded = foldForSearch(chunk);
  return bodyByUpper.get(upper) ?? bodyByFold.get(folded);
}

function upperUnknown(chunk: string): string {
  return bodyCodes.includes(chunk) ? chunk : toUpperVietnamese(chunk);
}

function regimeOf(pieces: Pieces, body: readonly string[], typeCode: string | undefined): DocumentRegime | 'unknown' {
  if (pieces.year !== undefined) return 'state';
  const known = regimeOfBody(body[0] ?? '');
  if (known !== undefined) return known;
  if (/^-.*\//u.test(pieces.marks)) return 'party';
  if (pieces.marks.startsWith('/')) return 'state';
  const regimes = new Set(documentTypes.filter((type) => type.code === typeCode).map((type) => type.regime));
  const [only] = regimes;
  return regimes.size === 1 && only !== undefined ? only : 'unknown';
}

function regimeOfBody(chunk: string): DocumentRegime | undefined {
  const known = issuerCodes.find((issuer) => issuer.code === chunk);
  if (known !== undefined) return known.regime;
  if (/^(?:UBTVQH|QH)\d+$/u.test(chunk)) return 'state';
  // Boards, unions and offices of Party committees end in the committee's code: BCĐTW, UBKTĐU, ĐUK.
  return chunk === doubtfulCode || /^\p{Lu}{2,}(?:TW|TU|ĐU)$/u.test(chunk) ? 'party' : undefined;
}

function finish(symbol: Omit<DocumentSymbol, 'display'>, typed: string): DocumentSymbol {
  const { regime, number, year, typeCode, body } = symbol;
  if (regime === 'unknown') return { ...symbol, display: typed };
  const tail = [typeCode, body].filter((part) => part !== '');
  const parts =
    regime === 'party'
      ? [[number, typeCode].filter((part) => part !== '').join('-'), body]
      : [number, year === undefined ? '' : String(year), tail.join('-')];
  return { ...symbol, display: parts.filter((part) => part !== '').join('/') };
}

function unread(typed: string, pieces: Pieces, isLazy: boolean): DocumentSymbol {
  const body = pieces.chunks.join('-');
  const isNumbered = pieces.number !== '' && body !== '' && /^[/-]/u.test(pieces.marks);
  if (!isNumbered) return { ...nothing, display: typed };
  const regime = pieces.year !== undefined || pieces.marks.startsWith('/') ? 'state' : 'unknown';
  return finish(
    {
      regime,
      number: pad(pieces.number),
      year: pieces.year,
      typeCode: '',
      body: isLazy ? toUpperVietnamese(body) : body,
    },
    typed,
  );
}

function pad(number: string): string {
  return number === '' ? '' : number.replace(/^\d+/u, (digits) => digits.padStart(2, '0'));
}
