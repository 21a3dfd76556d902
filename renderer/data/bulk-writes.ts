import { ok } from '#shared/base/result.ts';
import type { EntityType } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from './office.ts';
import { commit, type WriteResult } from './write/commit.ts';

/** A record to be made by import or sample data. With the id of a record that is there, its fields are changed. */
export type RecordDraft = {
  readonly type: EntityType;
  readonly id?: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
};

const GROUP = 500;

/** Writes many records, 500 to one journal append and one transaction. Stops at the first group that is refused. */
export async function saveMany(
  office: Office,
  drafts: readonly RecordDraft[],
  onProgress?: (done: number) => void,
): Promise<WriteResult> {
  let last: WriteResult = ok({ id: '', ops: [], previous: {} });
  for (let from = 0; from < drafts.length; from += GROUP) {
    const group = drafts.slice(from, from + GROUP);
    last = await commit(office, () =>
      Promise.resolve(
        ok(
          group.map(({ type, id, fields }) => ({
            t: 'set' as const,
            stream: office.stream,
            type,
            id: id ?? office.ports.newId(),
            f: fields,
          })),
        ),
      ),
    );
    if (!last.ok) return last;
    onProgress?.(Math.min(from + GROUP, drafts.length));
  }
  return last;
}
