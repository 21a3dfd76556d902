import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';

/**
 * Who issues a paper, as far as the right to issue goes: committee of the commune and its standing committee, those of a base organisation, a cell,
 * people's council, people's committee (and its chairman).
 */
export type IssuingBody =
  | 'commune-committee'
  | 'commune-standing'
  | 'base-committee'
  | 'base-standing'
  | 'cell'
  | 'people-council'
  | 'people-committee';

/** Types some body may not issue, from a day on (to another; null while it holds). What no row forbids is not judged. */
export type AuthorityRow = {
  readonly body: IssuingBody;
  /** Types that may not be issued, by id. */
  readonly refused: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

const since399 = toPlainDate('2026-01-09');
const sinceTwoTier = toPlainDate('2025-07-01');
/** Only the centre issues these. */
const central = ['party-platform', 'party-charter', 'party-strategy', 'party-declaration'];

/**
 * Who may not issue what: Quy định 399-QĐ/TW, Điều 11 and 13 (domain.md 1.2). A commune's committee stands over base organisations since 01/7/2025
 * and has wider rights than the matrix gives those; where no source says so, nothing is refused.
 */
export const authorityTable: readonly AuthorityRow[] = [
  { body: 'commune-committee', refused: central, from: since399, to: null },
  { body: 'commune-standing', refused: [...central, 'party-statute'], from: since399, to: null },
  {
    body: 'base-committee',
    refused: [...central, 'party-guidance', 'party-directive', 'party-circular'],
    from: since399,
    to: null,
  },
  {
    body: 'base-standing',
    refused: [...central, 'party-statute', 'party-directive', 'party-circular'],
    from: since399,
    to: null,
  },
  {
    body: 'cell',
    refused: [...central, 'party-regulation', 'party-guidance', 'party-directive', 'party-circular'],
    from: since399,
    to: null,
  },
  { body: 'people-committee', refused: ['state-resolution'], from: sinceTwoTier, to: null },
  { body: 'people-council', refused: ['state-decision', 'state-directive'], from: sinceTwoTier, to: null },
];

/** Whether a body may issue a type on a day: false only where a rule says so. */
export function mayIssue(body: IssuingBody, typeId: string, on: PlainDate): boolean {
  return !authorityTable.some(
    (row) => row.body === body && row.refused.includes(typeId) && row.from <= on && (row.to === null || on <= row.to),
  );
}
