import { communeStream } from '#shared/entities.ts';
import { movesOf, type StreamMove } from '#shared/sync/moved-stream.ts';
import type { Database, DatabaseTransaction } from './database.ts';

/** A commune that went into another one, with what became of its stream. */
export type CommuneMove = StreamMove & { readonly commune: string; readonly into: string };

/** Every merger there was. There are few: a province merges some dozens of communes in a decade. */
export async function listCommuneMoves(db: Database | DatabaseTransaction): Promise<readonly CommuneMove[]> {
  const rows = await db.selectFrom('moved_stream').selectAll().execute();
  return rows.map(({ commune, into_commune, shift, epoch, into_epoch }) => ({
    commune,
    into: into_commune,
    from: communeStream(commune),
    to: communeStream(into_commune),
    by: shift,
    life: epoch,
    toLife: into_epoch,
  }));
}

/** Moves that end in the stream of this commune: of all communes that were merged into it, by whatever way. */
export async function listMovesInto(trx: DatabaseTransaction, commune: string): Promise<readonly StreamMove[]> {
  const known = await listCommuneMoves(trx);
  return known
    .filter(({ from }) => movesOf(from, known).at(-1)?.to === communeStream(commune))
    .map(({ from, to, by, life, toLife }) => ({ from, to, by, life, toLife }));
}

/** Enters a merger. `at`: server milliseconds. */
export async function insertCommuneMove(
  trx: DatabaseTransaction,
  { commune, into, by, life, toLife }: CommuneMove,
  at: number,
): Promise<void> {
  const row = { commune, into_commune: into, shift: by, epoch: life, into_epoch: toLife, at };
  await trx.insertInto('moved_stream').values(row).execute();
}

/** The commune that has now what this one had: itself, or the last it went into. */
export function communeNow(commune: string, moves: readonly CommuneMove[]): string {
  const made = movesOf(communeStream(commune), moves) as readonly CommuneMove[];
  return made.at(-1)?.into ?? commune;
}

/** The same, asked of the database. */
export async function findCommuneNow(trx: DatabaseTransaction, commune: string): Promise<string> {
  return communeNow(commune, await listCommuneMoves(trx));
}
