import { sql } from 'kysely';
import type { DatabaseTransaction } from './database.ts';
import type { Tables } from './schema.ts';

/** What the courier is to do. `id`: of a record, a file's hash, or the commune itself. */
export type CourierTask = {
  readonly n: number;
  readonly commune: string;
  readonly kind: Tables['courier_task']['kind'];
  readonly id: string;
  /** How often it failed. */
  readonly tries: number;
};

/** Asks the courier to look at these; in the transaction of what it is to look at, and in the commune it belongs to. */
export async function queueTasks(
  trx: DatabaseTransaction,
  commune: string,
  tasks: readonly Pick<CourierTask, 'kind' | 'id'>[],
): Promise<void> {
  if (tasks.length === 0) return;
  await trx
    .insertInto('courier_task')
    .values(tasks.map(({ kind, id }) => ({ commune, kind, id })))
    .execute();
}

/** The next task that is due and that no other courier holds; held until the transaction ends. */
export async function claimTask(trx: DatabaseTransaction, nowMs: number): Promise<CourierTask | undefined> {
  return trx
    .selectFrom('courier_task')
    .select(['n', 'commune', 'kind', 'id', 'tries'])
    .where('due_at', '<=', nowMs)
    .orderBy('n')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** The task is done. */
export async function finishTask(trx: DatabaseTransaction, { n }: CourierTask): Promise<void> {
  await trx.deleteFrom('courier_task').where('n', '=', n).execute();
}

/** The task failed: it is tried again at `dueAt` (server milliseconds). */
export async function postponeTask(trx: DatabaseTransaction, { n }: CourierTask, dueAt: number): Promise<void> {
  await trx
    .updateTable('courier_task')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1), due_at: dueAt }))
    .where('n', '=', n)
    .execute();
}

/** A file of this commune may be had by these others from now on. */
export async function shareFiles(
  trx: DatabaseTransaction,
  commune: string,
  hashes: readonly string[],
  recipient: string,
): Promise<void> {
  if (hashes.length === 0) return;
  await trx
    .insertInto('shared_file')
    .values(hashes.map((hash) => ({ commune, hash, recipient })))
    .onConflict((conflict) => conflict.columns(['commune', 'hash', 'recipient']).doNothing())
    .execute();
}

/** Which communes a file of this one was sent to. */
export async function listSharers(trx: DatabaseTransaction, commune: string, hash: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('shared_file')
    .select('recipient')
    .where('commune', '=', commune)
    .where('hash', '=', hash)
    .execute();
  return rows.map(({ recipient }) => recipient);
}

/** Hashes of the files that outgoing papers of a stream have, by paper. */
export async function listFilesOfPapers(
  trx: DatabaseTransaction,
  stream: string,
  outgoingIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ id: string; hash: string }>`
    select asked.id, r.hash from unnest(${outgoingIds}::text[]) as asked (id)
    cross join lateral (
      select data -> 'f' -> 'hash' ->> 0 as hash from record
      where stream = ${stream} and type = 'attachment' and (data -> 'f' -> 'documentId' ->> 0) = asked.id) as r`.execute(
    trx,
  );
  const files = new Map<string, Set<string>>(outgoingIds.map((id) => [id, new Set()]));
  for (const { id, hash } of rows) files.get(id)?.add(hash);
  return files;
}
