import { err, ok, type Result } from '#shared/base/result.ts';
import { isStrictMemberField } from '#shared/domain/member-life/strict-fields.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { tableOfEntity } from '../database.ts';
import type { Office } from '../office.ts';
import { listWaiting, type ImportedType } from '../replica/imported-rows.ts';
import type { ImportLineRow, StoredRow } from '../rows.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { commitDrafts } from './commit-drafts.ts';
import { forgetPlan } from './import-plan.ts';
import { eachGroup, readLines } from './write-lines.ts';

/** What becomes of something that was touched since: it stays, or it is taken back although others changed it. */
export type UndoChoices = ReadonlyMap<string, 'keep' | 'undo'>;

const importedTypes: readonly ImportedType[] = ['member', 'unit'];
type ImportedRow = StoredRow<ImportedType>;

/**
 * Takes an import back as a whole. What is to stay (`choices`: ids of what was touched since, see
 * `findTouched`) is first let go of the import; then the batch is said to be undone, from which moment nothing it made is to be seen, here and elsewhere; then
 * those records are removed and the changed ones get their former values.
 */
export async function undoImport(
  office: Office,
  batchId: string,
  choices: UndoChoices = new Map(),
  tell?: (steps: number) => void,
): Promise<Result<null, Refusal>> {
  const batch = await office.db.importBatches.get(batchId);
  if (batch === undefined) return err({ code: 'record-missing' });
  if (batch.state !== 'undone') {
    const released = await letGo(office, batchId, choices);
    if (!released.ok) return released;
    const forced = [...choices].flatMap(([id, choice]) => (choice === 'undo' ? [id] : []));
    await office.db.localDrafts.put({ key: undoKey(batchId), value: { forced }, savedAtMs: office.nowMs() });
    const { stream, actor } = office;
    const undoneAt = new Date(office.nowMs()).toISOString();
    const f = { state: 'undone', undoneBy: actor === '' ? null : actor, undoneAt };
    const undone = await commitDrafts(office, [{ t: 'set', stream, type: 'importBatch', id: batchId, f }]);
    if (!undone.ok) return undone;
  }
  return finishUndo(office, batchId, tell);
}

/** Goes on with an undo that was cut off; harmless when there is nothing left of it. */
export async function finishUndo(
  office: Office,
  batchId: string,
  tell?: (steps: number) => void,
): Promise<Result<null, Refusal>> {
  for (const type of importedTypes) {
    const ids = await listHidden(office, type, batchId);
    const drafts = ids.map((id): OpDraft => ({ t: 'del', stream: office.stream, type, id, f: {} }));
    const removed = await commitDrafts(office, drafts, tell);
    if (!removed.ok) return removed;
  }
  const noted = (await office.db.localDrafts.get(undoKey(batchId)))?.value as
    | { readonly forced: readonly string[] }
    | undefined;
  const forced = new Set(noted?.forced);
  const lines = await readLines(office, batchId, ['waiting', 'written']);
  const reverted = await eachGroup(office, lines, tell, (reader, line) =>
    revertLine(office, reader, line, forced.has(line.id)),
  );
  if (!reverted.ok) return reverted;
  await forgetPlan(office, batchId);
  await office.db.localDrafts.delete(undoKey(batchId));
  return ok(null);
}

/** Imports whose undo was begun on this PC and not finished. */
export async function listBegunUndos({ db }: Office): Promise<readonly string[]> {
  const keys = await db.localDrafts.where('key').startsWith(UNDO).primaryKeys();
  return keys.map((key) => key.slice(UNDO.length));
}

/** Records of an import that are hidden only by its batch: not yet removed themselves. */
export async function listHidden({ db }: Office, type: ImportedType, batchId: string): Promise<readonly string[]> {
  const rows = await db.table<ImportedRow, string>(tableOfEntity[type]).where('importId').equals(batchId).toArray();
  const waiting = (await listWaiting(db, batchId)).filter((record) => record.type === type);
  return [...rows.filter(({ flags }) => flags.includes('hidden')), ...waiting].map(({ id }) => id);
}

const UNDO = 'import-undo:';

function undoKey(batchId: string): string {
  return `${UNDO}${batchId}`;
}

async function letGo(office: Office, batchId: string, choices: UndoChoices): Promise<Result<null, Refusal>> {
  const { db, stream } = office;
  const drafts: OpDraft[] = [];
  for (const type of importedTypes) {
    const ids = await db.table(tableOfEntity[type]).where('importId').equals(batchId).primaryKeys();
    for (const id of ids as readonly string[])
      if (choices.get(id) === 'keep') drafts.push({ t: 'set', stream, type, id, f: { importId: null } });
  }
  for (const { id } of await readLines(office, batchId, ['written']))
    if (choices.get(id) === 'keep') drafts.push({ t: 'set', stream, type: 'importLine', id, f: { state: 'kept' } });
  return commitDrafts(office, drafts);
}

/** Former values where nobody has changed them since (with `forced` also where somebody has), proposals nobody has answered withdrawn. */
async function revertLine(
  office: Office,
  reader: RecordReader,
  line: ImportLineRow,
  forced: boolean,
): Promise<readonly OpDraft[]> {
  const { stream } = office;
  const drafts: OpDraft[] = [];
  if (line.state === 'written') {
    const row = (await reader.row('member', line.memberId)) as Readonly<Record<string, FieldValue>> | undefined;
    const fields = Object.keys(line.to).filter(
      (field) =>
        !line.passed.includes(field) &&
        // What two people answer for goes back only while it is what this import filled in.
        ((forced && !isStrictMemberField(field)) || equalValues(row?.[field] ?? null, line.to[field] ?? null)),
    );
    const f = Object.fromEntries(fields.map((field) => [field, line.was[field] ?? null]));
    if (fields.length > 0) drafts.push({ t: 'set', stream, type: 'member', id: line.memberId, f });
    for (const { changeId } of line.proposals) {
      const change = await reader.row('memberChange', changeId);
      if (change?.state === 'proposed')
        drafts.push({ t: 'set', stream, type: 'memberChange', id: changeId, f: { state: 'withdrawn' } });
    }
  }
  return [...drafts, { t: 'set', stream, type: 'importLine', id: line.id, f: { state: 'undone' } }];
}
