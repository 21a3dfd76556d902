import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';
import { findingTable, type FindingCode, type FindingSeverity } from './finding-table.ts';

/** Part of a paper a finding is about. */
export type FindingPart =
  | 'header'
  | 'date'
  | 'type'
  | 'abstract'
  | 'addressees'
  | 'opening'
  | 'bases'
  | 'blocks'
  | 'recipients'
  | 'signature'
  | 'recorder';

/** Something in a paper that is against the rules, or may be. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Where it stands; `index` counts lines or blocks from 0, null for the whole part. */
  readonly where: { readonly part: FindingPart; readonly index: number | null };
  /** Words of the paper the explanation names. */
  readonly values: readonly string[];
  /** Where the rule is written. */
  readonly source: string;
};

/** Makes a finding of the table, with severity and source of the regime. */
export function find(
  regime: DocumentRegime,
  code: FindingCode,
  part: FindingPart,
  index: number | null = null,
  values: readonly string[] = [],
): Finding {
  const { severity, source } = findingTable[code];
  return { code, severity, where: { part, index }, values, source: source[regime] };
}
