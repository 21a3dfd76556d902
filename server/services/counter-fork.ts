import { hlcToMs, MAX_AHEAD_MS } from '#shared/sync/hlc.ts';
import { movesOf } from '#shared/sync/moved-stream.ts';
import type { Op } from '#shared/sync/op.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listCommuneMoves } from '#server/storage/moved-streams.ts';
import { listKeptOutcomes, listTrail, type DeviceStanding, type TrailEntry } from '#server/storage/sync-reader.ts';
import { isAsMarked } from './counter-marks.ts';

/**
 * First counter of these repeats that was used with another content: then two PCs speak under one number, one of them a copy of the other's disk.
 * The ring of marks decides. What it no longer reaches (a store rebuilt from a long journal sends everything again) is decided by the trail
 * of ops taken and by the outcomes kept of the others; nothing of an op to be found there means that another one had its counter. What brings back a
 * value that was there already leaves no trace, so of such an op its absence says nothing.
 */
export async function findFork(
  trx: DatabaseTransaction,
  stream: string,
  dev: number,
  { lastN, marks }: DeviceStanding,
  repeats: readonly Op[],
): Promise<number | undefined> {
  const judged = await judge(trx, stream, { lastN, marks }, repeats);
  const differing = judged.find(({ isSame }) => isSame === false)?.op.n;
  const unknown = judged.filter(({ isSame }) => isSame === undefined).map(({ op }) => op);
  const foreign = unknown.length === 0 ? undefined : await findForeign(trx, stream, dev, unknown);
  const forks = [differing, foreign].filter((n) => n !== undefined);
  return forks.length === 0 ? undefined : Math.min(...forks);
}

type Judged = { readonly op: Op; readonly isSame: boolean | undefined };

/** An op that was taken before the commune was merged bears the mark of its former stream: the same op under another name is no other. */
async function judge(
  trx: DatabaseTransaction,
  stream: string,
  { lastN, marks }: Pick<DeviceStanding, 'lastN' | 'marks'>,
  repeats: readonly Op[],
): Promise<readonly Judged[]> {
  const judged = repeats.map((op): Judged => ({ op, isSame: isAsMarked(marks, lastN, op) }));
  if (judged.every(({ isSame }) => isSame !== false)) return judged;
  const known = await listCommuneMoves(trx);
  const former = known.flatMap(({ from }) => (movesOf(from, known).at(-1)?.to === stream ? [from] : []));
  return judged.map(({ op, isSame }) => ({
    op,
    isSame: isSame === false ? former.some((name) => isAsMarked(marks, lastN, { ...op, stream: name })) : isSame,
  }));
}

async function findForeign(
  trx: DatabaseTransaction,
  stream: string,
  dev: number,
  ops: readonly Op[],
): Promise<number | undefined> {
  const first = ops[0]?.n ?? 0;
  const last = ops.at(-1)?.n ?? 0;
  const kept = new Set((await listKeptOutcomes(trx, dev, first, last)).map(({ n }) => n));
  const trail = new Map((await listTrail(trx, stream, dev, ops)).map((entry) => [entry.n, entry]));
  return ops.find((op) => op.t !== 'sup' && !isTaken(op, trail.get(op.n)) && !kept.has(op.n))?.n;
}

/** Whether the trail shows this op: on its record (that is how it was looked up), of its person, stamped as it is or where the server cut that off. */
function isTaken(op: Op, entry: TrailEntry | undefined): boolean {
  if (entry?.by !== op.by) return false;
  const wasCutOff = hlcToMs(entry.h) > entry.atMs + MAX_AHEAD_MS / 2;
  return entry.h === op.h || (wasCutOff && entry.h < op.h);
}
