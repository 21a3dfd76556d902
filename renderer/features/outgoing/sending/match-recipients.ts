import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { AgencyRow, UnitRow } from '#renderer/data/rows.ts';

type KnownAgency = Pick<AgencyRow, 'code' | 'name' | 'mergedInto'>;
type KnownUnit = Pick<UnitRow, 'id' | 'name' | 'kind' | 'parentId' | 'validTo'>;

/** Who the lines of Nơi nhận mean; `unclear`: lines that name nobody known, as they stand on the paper. */
export type MatchedRecipients = {
  readonly codes: readonly string[];
  readonly unitIds: readonly string[];
  readonly unclear: readonly string[];
};

/** Finds who is meant by Nơi nhận, one to a line. Only a name written in full and borne by one alone counts: a paper must not go astray by a guess. */
export function matchRecipients(
  words: string,
  agencies: readonly KnownAgency[],
  units: readonly KnownUnit[],
): MatchedRecipients {
  const codes = new Set<string>();
  const unitIds = new Set<string>();
  const unclear: string[] = [];
  const standing = agencies.filter(({ mergedInto }) => mergedInto === null);
  const living = units.filter(({ validTo }) => validTo === null);
  for (const line of linesOf(words)) {
    const key = keyOf(line);
    const [agency, ...others] = standing.filter(({ name }) => keyOf(name) === key);
    const [unit, ...otherUnits] = living.filter(({ name }) => keyOf(name) === key);
    const below = /^các (?:chi bộ|đảng bộ).*trực thuộc/iu.test(line) ? listDirectlyBelow(units) : [];
    for (const id of below) unitIds.add(id);
    if (unit !== undefined && otherUnits.length === 0) unitIds.add(unit.id);
    else if (agency !== undefined && others.length === 0) codes.add(agency.code);
    else if (below.length === 0) unclear.push(line);
  }
  return { codes: [...codes], unitIds: [...unitIds], unclear };
}

/** Ids of chi bộ and đảng bộ right under the commune's committee. */
export function listDirectlyBelow(units: readonly KnownUnit[]): readonly string[] {
  const committees = new Set(units.filter(({ kind }) => kind === 'committee').map(({ id }) => id));
  return units
    .filter(({ kind, validTo }) => validTo === null && (kind === 'cell' || kind === 'base-committee'))
    .filter(({ parentId }) => parentId === null || committees.has(parentId))
    .map(({ id }) => id);
}

/** Lines that name somebody: without dashes, brackets and stops, without “Như trên” and “Lưu …”. */
function linesOf(words: string): readonly string[] {
  return words
    .normalize('NFC')
    .split(/[\n;]/u)
    .map((line) => normalizeLine(line.replace(/\([^)]*\)/gu, ' ').replace(/^[\s\-–+*]+|[\s.,:]+$/gu, '')))
    .filter((line) => line !== '' && !/^(?:như trên|lưu(?: |:|$)|nơi nhận)/iu.test(line));
}

/** One key for `uỷ` and `ủy`, another for `hoà` and `hoá`: the same letters and marks, word by word. */
function keyOf(name: string): string {
  return normalizeLine(name)
    .toLocaleLowerCase('vi')
    .split(' ')
    .map((word) => [...word.normalize('NFD')].sort().join(''))
    .join(' ');
}
