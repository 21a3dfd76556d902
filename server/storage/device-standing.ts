import { sql } from 'kysely';
import type { DatabaseTransaction } from './database.ts';

/** What a PC last said of itself. `pulledSeq`: its copy of the commune's stream was complete up to here, in the life `pulledEpoch`. */
export type DeviceCopy = {
  readonly seenAt: Date | null;
  readonly pulledSeq: number;
  readonly pulledEpoch: string | null;
  readonly pulledAt: Date | null;
};

/** Columns of it. */
export const copyColumns = ['seen_at', 'pulled_seq', 'pulled_epoch', 'pulled_at'] as const;

/** It from its columns. */
export function toDeviceCopy(row: {
  readonly seen_at: Date | null;
  readonly pulled_seq: number;
  readonly pulled_epoch: string | null;
  readonly pulled_at: Date | null;
}): DeviceCopy {
  return {
    seenAt: row.seen_at,
    pulledSeq: row.pulled_seq,
    pulledEpoch: row.pulled_epoch,
    pulledAt: row.pulled_at,
  };
}

/**
 * Keeps what a PC says of itself. It is only told to people: losing the last seconds of it in a crash harms nothing, so a look that brings nothing else need
 * not wait for the disk.
 */
export async function keepDeviceCopy(
  trx: DatabaseTransaction,
  dev: number,
  said: { readonly at: Date; readonly seq: number; readonly epoch: string } | { readonly at: Date },
  isAlone: boolean,
): Promise<void> {
  if (isAlone) await sql`set local synchronous_commit = off`.execute(trx);
  const pulled = 'seq' in said ? { pulled_seq: said.seq, pulled_epoch: said.epoch, pulled_at: said.at } : {};
  await trx
    .updateTable('device')
    .set({ seen_at: said.at, ...pulled })
    .where('id', '=', dev)
    .execute();
}

/** What each PC of the transaction's commune that is still in last said of itself. */
export async function listDeviceCopies(trx: DatabaseTransaction): Promise<(DeviceCopy & { readonly dev: number })[]> {
  const rows = await trx
    .selectFrom('device')
    .select(['id', ...copyColumns])
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ dev: row.id, ...toDeviceCopy(row) }));
}
