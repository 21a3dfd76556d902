import { sql } from 'kysely';
import type { SentFile } from '#shared/domain/exchange/letter.ts';
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

/**
 * Asks the courier to look at these; in the transaction of what it is to look at, and in the commune it belongs to. A task that still waits is not
 * added again: it is held until this transaction ends, so that who takes it then sees what was changed here. One that is being done may have
 * read what was before: beside it a new one is added, and nobody waits.
 */
export async function queueTasks(
  trx: DatabaseTransaction,
  commune: string,
  tasks: readonly Pick<CourierTask, 'kind' | 'id'>[],
): Promise<void> {
  if (tasks.length === 0) return;
  const { rows: waiting } = await sql<Pick<CourierTask, 'kind' | 'id'>>`
    select t.kind, t.id from courier_task as t
    join unnest(${tasks.map(({ kind }) => kind)}::text[], ${tasks.map(({ id }) => id)}::text[]) as asked (kind, id)
      on t.commune = ${commune} and t.kind = asked.kind and t.id = asked.id
    for share of t skip locked`.execute(trx);
  const known = new Set(waiting.map(keyOf));
  const fresh = [...new Map(tasks.map((task) => [keyOf(task), task])).values()].filter(
    (task) => !known.has(keyOf(task)),
  );
  if (fresh.length === 0) return;
  await trx
    .insertInto('courier_task')
    .values(fresh.map(({ kind, id }) => ({ commune, kind, id })))
    .execute();
}

function keyOf({ kind, id }: Pick<CourierTask, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}

/**
 * The next task that is due and that no other courier holds; held until the transaction ends. Communes take turns: the next one after `after`
 * (the commune served last) that has something, so that nobody's heap holds up the others.
 */
export async function claimTask(
  trx: DatabaseTransaction,
  nowMs: number,
  after: string,
): Promise<CourierTask | undefined> {
  const due = trx
    .selectFrom('courier_task')
    .select(['n', 'commune', 'kind', 'id', 'tries'])
    .where('due_at', '<=', nowMs)
    .orderBy('commune')
    .orderBy('due_at')
    .orderBy('n')
    .limit(1)
    .forUpdate()
    .skipLocked();
  return (await due.where('commune', '>', after).executeTakeFirst()) ?? (await due.executeTakeFirst());
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

/** Who may have a file of a commune: the recipient, by the dispatch that took it there. */
type FileShare = { readonly recipient: string; readonly dispatch: string };

/** Files of this commune may be had by another one from now on. */
export async function shareFiles(
  trx: DatabaseTransaction,
  commune: string,
  hashes: readonly string[],
  { recipient, dispatch }: FileShare,
): Promise<void> {
  if (hashes.length === 0) return;
  await trx
    .insertInto('shared_file')
    .values(hashes.map((hash) => ({ commune, hash, recipient, dispatch })))
    .onConflict((conflict) => conflict.columns(['commune', 'hash', 'recipient', 'dispatch']).doNothing())
    .execute();
}

/** To whom a file of this commune was sent. */
export async function listShares(trx: DatabaseTransaction, commune: string, hash: string): Promise<FileShare[]> {
  return trx
    .selectFrom('shared_file')
    .select(['recipient', 'dispatch'])
    .where('commune', '=', commune)
    .where('hash', '=', hash)
    .execute();
}

/** The files that outgoing papers of a stream have, by paper. */
export async function listFilesOfPapers(
  trx: DatabaseTransaction,
  stream: string,
  outgoingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SentFile[]>> {
  const { rows } = await sql<SentFile & { id: string }>`
    select asked.id, r.* from unnest(${outgoingIds}::text[]) as asked (id)
    cross join lateral (
      select data -> 'f' -> 'hash' ->> 0 as hash, data -> 'f' -> 'name' ->> 0 as name,
        (data -> 'f' -> 'size' ->> 0)::bigint as size, data -> 'f' -> 'mime' ->> 0 as mime from record
      where stream = ${stream} and type = 'attachment' and (data -> 'f' -> 'documentId' ->> 0) = asked.id
        and (data -> 'f' -> 'ownerType' ->> 0) = 'outgoing') as r`.execute(trx);
  const files = new Map<string, SentFile[]>(outgoingIds.map((id) => [id, []]));
  for (const { id, ...file } of rows) files.get(id)?.push(file);
  return files;
}
