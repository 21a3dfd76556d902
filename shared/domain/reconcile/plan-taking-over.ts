import type { NewId } from '#shared/base/ids.ts';
import type { ImportCheck } from '#shared/domain/import/check-import.ts';
import { planRows, type PlannedStep } from '#shared/domain/import/plan-rows.ts';
import type { MemberValue } from '#shared/domain/import/row-changes.ts';
import type { ReportLine } from './reconcile.ts';

/**
 * What would be written for the lines whose keys were chosen: a step for each member whose fields are taken over, a record for each person only they have.
 * Lines that cannot be taken over from here write nothing.
 */
export function planTakingOver(
  check: ImportCheck,
  lines: readonly ReportLine[],
  keys: ReadonlySet<string>,
  newId: NewId,
): readonly PlannedStep[] {
  const chosen = lines.filter(({ key, status }) => keys.has(key) && status === 'open');
  const newRows = new Set(chosen.flatMap(({ way, row }) => (way === 'make' ? [row] : [])));
  const made = planRows(
    { ...check, rows: check.rows.filter(({ row, standing }) => standing === 'make' && newRows.has(row)) },
    newId,
  );
  const byMember = new Map<string, ReportLine[]>();
  for (const line of chosen)
    if (line.memberId !== null && line.field !== null && (line.way === 'write' || line.way === 'propose')) {
      const own = byMember.get(line.memberId);
      if (own === undefined) byMember.set(line.memberId, [line]);
      else own.push(line);
    }
  return [...made, ...[...byMember].map(([memberId, own]) => changeStep(memberId, own, newId))];
}

function changeStep(memberId: string, lines: readonly ReportLine[], newId: NewId): PlannedStep {
  const written = lines.filter(({ way }) => way === 'write');
  const valuesOf = (pick: (line: ReportLine) => MemberValue): Readonly<Record<string, MemberValue>> =>
    Object.fromEntries(written.map((line) => [line.field ?? '', pick(line)]));
  return {
    kind: 'change',
    lineId: newId(),
    memberId,
    row: lines[0]?.row ?? 0,
    was: valuesOf(({ ours }) => ours),
    to: valuesOf(({ theirs }) => theirs),
    proposals: lines
      .filter(({ way }) => way === 'propose')
      .map(({ field, ours, theirs }) => ({ changeId: newId(), field: field ?? '', from: ours, to: theirs })),
  };
}
