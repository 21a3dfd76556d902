import { err, ok, type Result } from '#shared/base/result.ts';
import { isEntityType, type EntityType } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { Refusal } from '../write/compose-ops.ts';
import { readShadows } from '../replica/record-state.ts';

/**
 * A person's choice between concurrent values. Settles exactly what was seen: `seenSeq` is the `seq` of the listed conflict;
 * a value that arrives later asks again.
 */
export function settleConflict(
  office: Office,
  type: EntityType,
  id: string,
  field: string,
  value: FieldValue,
  seenSeq: number,
): Promise<WriteResult> {
  return commit(office, async () => {
    const [shadow] = await readShadows(office.db, [{ type, id }]);
    if (shadow === undefined) return err({ code: 'record-missing' });
    return ok([{ t: 'res', stream: shadow.stream, type, id, f: { [field]: value }, seen: seenSeq }]);
  });
}

/** Takes a refused change off the list, after the person has read or copied it. */
export function dismissAttention(office: Office, n: number): Promise<Result<null, Refusal>> {
  return office.queue.run(async () => {
    const row = await office.db.outbox.get(n);
    if (row?.kind !== 'rejected') return err({ code: 'record-missing' });
    await office.db.outbox.delete(n);
    return ok(null);
  });
}

/**
 * Makes a refused change anew, as seen now, with values put right if given; the refused one leaves the list when the new one is saved. What was not
 * settled or brought back becomes an edit of the person who sends it again.
 */
export async function retryRefused(
  office: Office,
  n: number,
  repaired?: Readonly<Record<string, FieldValue>>,
): Promise<WriteResult> {
  const saved = await commit(office, async () => {
    const row = await office.db.outbox.get(n);
    if (row?.kind !== 'rejected' || !isEntityType(row.type)) return err({ code: 'record-missing' });
    const { t, stream, f } = row.op;
    const again = t === 'res' || t === 'sup' ? 'set' : t;
    return ok([{ t: again, stream, type: row.type, id: row.id, f: { ...f, ...repaired } }]);
  });
  if (saved.ok) await dismissAttention(office, n);
  return saved;
}
