import { parseDocumentSymbol, type DocumentSymbol } from '#shared/domain/document/document-symbol.ts';
import { partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import type { SampleIssuer } from './issuer-table.ts';
import type { Random } from './random.ts';

/** Gives each issuer's papers growing numbers: per year for the State, per term of five years for the Party (domain.md 1.3). */
export function createPaperNumbers(
  random: Random,
): (issuer: SampleIssuer, author: string, typeCode: string, issuedOn: PlainDate) => DocumentSymbol {
  const last = new Map<string, number>();
  return (issuer, author, typeCode, issuedOn) => {
    const { year, month } = partsOf(issuedOn);
    // Provincial terms began in October 2015, 2020 and 2025.
    const term = Math.floor((year * 12 + month - 1 - (2015 * 12 + 9)) / 60);
    const series = issuer.regime === 'party' ? `term ${term}` : `year ${year}`;
    const key = `${author} ${typeCode} ${series}`;
    const share =
      (issuer.types.find(([code]) => code === typeCode)?.[1] ?? 1) /
      issuer.types.reduce((sum, [, weight]) => sum + weight, 0);
    const elapsed =
      issuer.regime === 'party' ? (year * 12 + month - 1 - (2015 * 12 + 9)) / 12 - term * 5 : (month - 1) / 12;
    const start = Math.floor(issuer.pace * share * elapsed);
    const number = Math.max((last.get(key) ?? 0) + random.int(1, 3), start + random.int(1, 4));
    last.set(key, number);
    return parseDocumentSymbol(symbolText(issuer, typeCode, number, random));
  };
}

function symbolText(issuer: SampleIssuer, typeCode: string, number: number, random: Random): string {
  if (issuer.regime === 'party') return `${number}-${typeCode}/${issuer.body}`;
  if (typeCode !== '') return `${number}/${typeCode}-${issuer.body}`;
  return issuer.letterTails === undefined
    ? `${number}/${issuer.body}`
    : `${number}/${issuer.body}-${random.pick(issuer.letterTails)}`;
}
