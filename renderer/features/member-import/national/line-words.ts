import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { memberFieldLabels } from '#renderer/messages/record-fields.ts';
import { valueInWords, type RecordNames } from '#renderer/messages/record-values.ts';
import { problemWords } from '../check/problem-words.ts';

/** What a line is about: its field, or its fault with the place it stands in. */
export function aboutWords({ field, problem, group }: ReportLine): string {
  if (problem !== null && group === 'fault') return problemWords(problem);
  return field === null ? '' : memberFieldLabels[field];
}

/** A side of a line in words; empty where the line has no field. */
export function sideWords(line: ReportLine, side: 'ours' | 'theirs', names: RecordNames): string {
  const { field, way } = line;
  if (field === null || (line.group === 'gone' && side === 'theirs')) return '';
  const value = line[side];
  // The name of a cell we do not know stands as it is in their list.
  if (side === 'theirs' && field === 'unitId' && way === 'none' && typeof value === 'string') return value;
  return valueInWords('member', field, value, names);
}
