import { compareText } from '#shared/base/collation.ts';

/** Longest code of a dossier (mã hồ sơ), domain.md 4.2. */
const CODE_MAX = 100;
const DOCUMENT_DIGITS = 7;
/** Windows keeps these names for devices, with or without an ending. */
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Whether a text can name a file in a hand-over package on every system: ASCII letters, digits and `. _ -` (domain.md 4.2), neither beginning nor
 * ending with a dot, no name Windows keeps for itself, at most 120 characters.
 */
export function isPackageName(text: string): boolean {
  return (
    /^[A-Za-z0-9_-]([A-Za-z0-9._-]{0,118}[A-Za-z0-9_-])?$/.test(text) && !text.includes('..') && !deviceNames.test(text)
  );
}

/** What is wrong with a dossier's code: none given, unfit for file names, or not of the form `{mã cơ quan}.{năm}.{số hồ sơ}[.{ký hiệu}]`. */
export type CodeProblem = 'code-missing' | 'code-unfit' | 'code-form';

/** The first thing wrong with a code (domain.md 4.2), or undefined. `code-form` is a warning: older fonds are coded otherwise. */
export function findCodeProblem(code: string): CodeProblem | undefined {
  if (code === '') return 'code-missing';
  if (!isPackageName(code) || code.length > CODE_MAX) return 'code-unfit';
  return /^.+\.(19|20|21)\d{2}\.[^.]*\d{2,}[^.]*(\.[^.]+)?$/.test(code) ? undefined : 'code-form';
}

/** A number within its heading with at least two digits: `1` becomes `01`; what is no number stays. */
export function padFileNumber(typed: string): string {
  const text = typed.trim();
  return /^\d+$/.test(text) ? text.padStart(2, '0') : text;
}

/** Mã hồ sơ as TT 05/2025/TT-BNV builds it; empty parts are left out. */
export function buildDossierCode(parts: {
  readonly organId: string;
  readonly year: number;
  readonly fileNumber: string;
  readonly notation?: string;
}): string {
  const { organId, year, fileNumber, notation = '' } = parts;
  return [organId, String(year), padFileNumber(fileNumber), notation].filter((part) => part !== '').join('.');
}

/** Mã văn bản in its dossier: the dossier's code and the place as seven digits. `place` counts from 1. */
export function documentCode(dossierCode: string, place: number): string {
  return `${dossierCode}.${String(place).padStart(DOCUMENT_DIGITS, '0')}`;
}

/** Orders numbers and titles of dossiers as people count: 1, 2, 10. */
export function compareNaturally(a: string, b: string): number {
  const chunks = (text: string): readonly string[] => text.match(/\d+|\D+/g) ?? [];
  const [left, right] = [chunks(a), chunks(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [x = '', y = ''] = [left[i], right[i]];
    const order = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : compareText(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
