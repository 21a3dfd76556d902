import { ok, type Result } from '#shared/base/result.ts';
import type { ImportLineFields } from '#shared/domain/import/import-line-record.ts';
import { nationalSource } from '#shared/domain/reconcile/source-table.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { ImportLineRow, MemberRow } from '../rows.ts';
import { commit } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { OPS_AT_ONCE } from './commit-drafts.ts';

/** Most lines of one write: a line, its record and a few proposals each stay below what the journal takes at once. */
const LINES_AT_ONCE = 100;

type State = ImportLineFields['state'];

/** Lines of a batch in one of these states. */
export async function readLines({ db }: Office, batchId: string, states: readonly State[]): Promise<ImportLineRow[]> {
  const lines = await db.importLines.where('batchId').equals(batchId).toArray();
  return lines.filter(({ state, removed }) => !removed && states.includes(state));
}

/**
 * Changes the records that a batch's waiting lines name, each with its line in one write. A field that somebody changed since the line was made is left
 * alone and named in `passed`; what two people answer for becomes a proposal.
 */
export async function writeLines(
  office: Office,
  batchId: string,
  tell?: (lines: number) => void,
): Promise<Result<null, Refusal>> {
  const batch = await office.db.importBatches.get(batchId);
  const fileName = batch?.fileName ?? '';
  const reason = batch?.kind === 'national' ? `${nationalSource}: ${fileName}` : fileName;
  return eachGroup(office, await readLines(office, batchId, ['waiting']), tell, async (reader, line) => {
    const row = await reader.row('member', line.memberId);
    return changeByLine(office, line, row, reason);
  });
}

/** Runs through lines in groups, each group one write. `act` says what is to be written for a line, reading inside the write. */
export async function eachGroup(
  office: Office,
  lines: readonly ImportLineRow[],
  tell: ((lines: number) => void) | undefined,
  act: (reader: RecordReader, line: ImportLineRow) => Promise<readonly OpDraft[]>,
): Promise<Result<null, Refusal>> {
  for (let from = 0; from < lines.length;) {
    const group = groupFrom(lines, from);
    const written = await commit(office, async (reader) => {
      await reader.load(group.map(({ memberId }) => ({ type: 'member', id: memberId })));
      const drafts: OpDraft[] = [];
      for (const line of group) drafts.push(...(await act(reader, line)));
      return ok(drafts);
    });
    if (!written.ok) return written;
    tell?.(group.length);
    from += group.length;
  }
  return ok(null);
}

function groupFrom(lines: readonly ImportLineRow[], from: number): readonly ImportLineRow[] {
  const group: ImportLineRow[] = [];
  let ops = 0;
  for (const line of lines.slice(from, from + LINES_AT_ONCE)) {
    ops += 2 + line.proposals.length;
    if (group.length > 0 && ops > OPS_AT_ONCE) break;
    group.push(line);
  }
  return group;
}

function changeByLine(
  office: Office,
  line: ImportLineRow,
  row: MemberRow | undefined,
  reason: string,
): readonly OpDraft[] {
  const { stream, actor } = office;
  const held = (row === undefined || row.removed ? {} : row) as Readonly<Record<string, FieldValue>>;
  const isAsSeen = (field: string, was: FieldValue): boolean => field in held && equalValues(held[field] ?? null, was);
  const fields = Object.keys(line.to);
  const written = fields.filter((field) => isAsSeen(field, line.was[field] ?? null));
  const proposed = line.proposals.filter(({ field, from }) => isAsSeen(field, from));
  const passed = [
    ...fields.filter((field) => !written.includes(field)),
    ...line.proposals.filter((each) => !proposed.includes(each)).map(({ field }) => field),
  ];
  const f = Object.fromEntries(written.map((field) => [field, line.to[field] ?? null]));
  const proposedAt = new Date(office.nowMs()).toISOString();
  return [
    ...(written.length === 0 ? [] : [{ t: 'set', stream, type: 'member', id: line.memberId, f } as const]),
    ...proposed.map(({ changeId, field, from, to }): OpDraft => {
      const change = {
        memberId: line.memberId,
        field,
        from,
        to,
        reason,
        decision: null,
        proposedBy: actor,
        proposedAt,
      };
      const open = { state: 'proposed', decidedBy: null, decidedAt: null, refusal: '' };
      return { t: 'set', stream, type: 'memberChange', id: changeId, f: { ...change, ...open } };
    }),
    { t: 'set', stream, type: 'importLine', id: line.id, f: { passed, state: 'written' } },
  ];
}
