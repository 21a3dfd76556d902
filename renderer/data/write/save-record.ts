import { err, ok } from '#shared/base/result.ts';
import { entities, isComplete, type EntityType } from '#shared/entities.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from './commit.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** Makes a record with all its fields in the commune's stream. */
export function addRecord(office: Office, type: EntityType, fields: Fields): Promise<WriteResult> {
  return commit(office, () => {
    const id = office.ports.newId();
    if (!isComplete(type, fields)) return Promise.resolve(err({ code: 'bad-value', ...firstBadField(type, fields) }));
    return Promise.resolve(ok([{ t: 'set' as const, stream: office.stream, type, id, f: fields }]));
  });
}

/** Changes fields of a record. `seen`: sequence of the row when the form was opened, so that what arrived since is not overwritten unseen. */
export function saveRecord(
  office: Office,
  type: EntityType,
  id: string,
  changes: Fields,
  seen: number,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row(type, id);
    if (row === undefined) return err({ code: 'record-missing' });
    return ok([{ t: 'set' as const, stream: row.stream, type, id, f: changes, seen }]);
  });
}

/** Removes a record: it leaves the lists and can be brought back. */
export function removeRecord(office: Office, type: EntityType, id: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row(type, id);
    return row === undefined
      ? err({ code: 'record-missing' })
      : ok([{ t: 'del' as const, stream: row.stream, type, id, f: {} }]);
  });
}

/** Brings a removed record back. */
export function restoreRecord(office: Office, type: EntityType, id: string): Promise<WriteResult> {
  return saveRecord(office, type, id, { [REMOVED]: false }, Number.MAX_SAFE_INTEGER);
}

function firstBadField(type: EntityType, fields: Fields): { field?: string } {
  const parsed = entities[type].schema.safeParse(fields);
  const field = parsed.success ? undefined : parsed.error.issues[0]?.path[0];
  return typeof field === 'string' ? { field } : {};
}
