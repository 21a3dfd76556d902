import { recordKey } from '#shared/sync/record.ts';
import type { Op } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { OutboxRow } from '../rows.ts';
import { readStates, writeRows, type RecordRef } from './record-state.ts';

/**
 * The server expects an older counter than the first unsent one: it was restored from a backup and lost ops it had taken.
 * They are put back into the outbox from the journal, as having seen nothing of the server's present life. False when the journal no longer has them.
 */
export function resupply(office: Office, expect: number): Promise<boolean> {
  return office.queue.run(async () => {
    const lost: Op[] = [];
    for (let after = expect - 1; ; after = lost.at(-1)?.n ?? after) {
      const read = await office.ports.journal.readSince(after, 'shared');
      if (!read.ok) return false;
      if (read.value.length === 0) break;
      lost.push(...read.value);
    }
    const gap = lost.length === 0 || lost.some((op, i) => op.n !== expect + i);
    await office.db.localMeta.put({ key: 'counter-gap', value: gap ? expect : null });
    if (gap) return false;
    await putBack(office, lost);
    return true;
  });
}

async function putBack({ db, search, copies }: Office, ops: readonly Op[]): Promise<void> {
  for (const { type, id } of ops) copies.noteOwnOp(type, id);
  const changes = await db.transaction('rw', db.tables, async () => {
    const held = await db.outbox.bulkGet(ops.map(({ n }) => n));
    const rows = ops.flatMap((op, i): OutboxRow[] => {
      const row = held[i];
      if (row !== undefined && row.kind !== 'acknowledged') return [];
      return [
        { n: op.n, type: op.type, id: op.id, kind: 'waiting', op: { ...op, base: 0 }, state: { kind: 'waiting' } },
      ];
    });
    await db.outbox.bulkPut(rows);
    const refs = new Map<string, RecordRef>(rows.map(({ type, id }) => [recordKey(type, id), { type, id }]));
    return (await writeRows(db, await readStates(db, [...refs.values()]))).changes;
  });
  search.changed(changes);
}
