import { Dexie } from 'dexie';
import type { Op } from '#shared/sync/op.ts';
import type { OpState } from '#shared/sync/replica.ts';
import type { OfficeDatabase } from '../database.ts';
import type { OutboxRow } from '../rows.ts';

/** Own ops in one state, in counter order. */
export function listOutbox(
  db: OfficeDatabase,
  kind: OpState['kind'],
  limit: number = Number.MAX_SAFE_INTEGER,
): Promise<OutboxRow[]> {
  const rows = db.outbox.where('[kind+n]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]);
  return (limit === Number.MAX_SAFE_INTEGER ? rows : rows.limit(limit)).toArray();
}

/** How many own ops are in one state. */
export function countOutbox(db: OfficeDatabase, kind: OpState['kind']): Promise<number> {
  return db.outbox.where('[kind+n]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).count();
}

/** The row of an op that waits to be sent. */
export function waitingRow(op: Op): OutboxRow {
  return { n: op.n, type: op.type, id: op.id, kind: 'waiting', op, state: { kind: 'waiting' } };
}

/** An outbox row with another state. */
export function withState(row: OutboxRow, state: OpState): OutboxRow {
  return { ...row, kind: state.kind, state };
}

/**
 * The next ops to send: without gap from the first unsent one, at most `maxOps` of them and about `maxBytes` of JSON (one op always goes).
 */
export async function nextOpsToSend(db: OfficeDatabase, maxOps: number, maxBytes: number): Promise<readonly Op[]> {
  const ops: Op[] = [];
  let bytes = 0;
  for (const { op } of await listOutbox(db, 'waiting', maxOps)) {
    const last = ops.at(-1);
    bytes += JSON.stringify(op.f).length + 60;
    if (last !== undefined && (op.n !== last.n + 1 || bytes > maxBytes)) break;
    ops.push(op);
  }
  return ops;
}
