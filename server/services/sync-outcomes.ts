import type { Outcome } from '#shared/sync/op.ts';
import { communeStream } from '#shared/entities.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listKeptOutcomes, readForAnswer } from '#server/storage/sync-reader.ts';
import type { Caller } from './sync-push.ts';

/**
 * What became of ops a device has sent, from counter `first` to `last`, all of them taken: what was not plain success was kept, and for the rest the sequence
 * the stream has reached stands in.
 */
export async function listOutcomes(
  trx: DatabaseTransaction,
  { dev, commune }: Caller,
  first: number,
  last: number,
): Promise<Outcome[]> {
  const [standing] = (await readForAnswer(trx, [communeStream(commune)], dev)).streams;
  const kept = await listKeptOutcomes(trx, dev, first, last);
  const byCounter = new Map(kept.map((outcome) => [outcome.n, outcome]));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i): Outcome => {
    const n = first + i;
    return byCounter.get(n) ?? { n, kind: 'ok', seq: standing?.seq ?? 0 };
  });
}
