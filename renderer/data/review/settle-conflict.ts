import { err, ok, type Result } from '#shared/base/result.ts';
import { isStrictMemberField } from '#shared/domain/member-life/strict-fields.ts';
import { isEntityType, type EntityType } from '#shared/entities.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { Refusal } from '../write/compose-ops.ts';
import { readShadows } from '../replica/record-state.ts';
import type { ShadowRow } from '../rows.ts';

/**
 * A person's choice between concurrent values. Settles exactly what was seen: `seenSeq` is the `seq` of the listed conflict;
 * a value that arrives later asks again. For some fields of a member two people answer: nobody chooses the own value there (`own-proposal`), nor one that
 * is none of them (`second-person-wanted`).
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
    const code =
      type === 'member' && isStrictMemberField(field) ? refuseChoice(office, shadow, field, value) : undefined;
    if (code !== undefined) return err({ code, field });
    return ok([{ t: 'res', stream: shadow.stream, type, id, f: { [field]: value }, seen: seenSeq }]);
  });
}

function refuseChoice(
  { actor }: Office,
  { f, c }: ShadowRow,
  field: string,
  value: FieldValue,
): 'own-proposal' | 'second-person-wanted' | undefined {
  const held = [f[field], ...Object.values(c[field]?.e ?? {})].filter((cell) => cell !== undefined);
  const chosen = held.filter(({ v }) => equalValues(v, value));
  if (chosen.length === 0) return 'second-person-wanted';
  return chosen.some(({ by }) => by !== actor) ? undefined : 'own-proposal';
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
