import type { MovedCommune, StreamAnswer, StreamAsk, SyncRequest } from '#shared/contract/protocol.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import { followMoves, movesOf, outcomeBefore, shiftOf, type StreamMove } from '#shared/sync/moved-stream.ts';
import type { Outcome } from '#shared/sync/op.ts';
import { byKey, type Database, type DatabaseTransaction } from '#server/storage/database.ts';
import { findDevice } from '#server/storage/device-store.ts';
import { getCommune } from '#server/storage/enrolment-store.ts';
import { listCommuneMoves } from '#server/storage/moved-streams.ts';
import type { Caller, Sent } from './sync-push.ts';

/** What a PC says, and what it is told, as its commune's present stream has it. */
export type Door = Sent & {
  /** What is asked of streams that are where they were. */
  readonly streams: readonly StreamAsk[];
  /** An outcome as the asker counts. */
  readonly toAsker: (outcome: Outcome) => Outcome;
  /** What is said of streams that were moved. */
  readonly moved: readonly StreamAnswer[];
  /**
   * Whether the asker holds a copy of another commune's stream for its own: it followed a merger that this province, restored from a backup, does not know yet. Nothing
   * of it may be judged before the merger was told again.
   */
  readonly isElsewhere: boolean;
};

type Said = Pick<SyncRequest, 'ops' | 'streams'>;

/**
 * Opens the door for a request: whoever names a stream that went into the caller's one is taken as naming that one, for ever (docs/adr/0038). A request
 * that names only what is where it was passes as it is.
 */
export async function openDoor(trx: DatabaseTransaction, commune: string, said: Said): Promise<Door> {
  const own = communeStream(commune);
  const isPlain = (name: string): boolean => name === own || name === PROVINCE_STREAM;
  if (said.ops.every(({ stream }) => isPlain(stream)) && said.streams.every(({ id }) => isPlain(id)))
    return { ...said, held: said.streams, toAsker: (outcome) => outcome, moved: [], isElsewhere: false };
  const known = await listCommuneMoves(trx);
  const waysOf = (stream: string): readonly StreamMove[] => {
    const ways = movesOf(stream, known);
    return ways.at(-1)?.to === own ? ways : [];
  };
  const asked = (stream: string): string | undefined => said.streams.find(({ id }) => id === stream)?.epoch;
  const moved = said.ops.map((op) => followMoves(op, asked(op.stream), waysOf(op.stream)));
  const isMoved = ({ id }: StreamAsk): boolean => waysOf(id).length > 0;
  const old = said.streams.find(isMoved)?.id ?? said.ops.find(({ stream }) => waysOf(stream).length > 0)?.stream ?? own;
  const by = shiftOf(waysOf(old));
  const told = await Promise.all(
    said.streams.filter(isMoved).map((ask) => toMovedAnswer(trx, commune, ask, waysOf(ask.id))),
  );
  const streams = said.streams.filter((ask) => !isMoved(ask));
  const life = waysOf(old).at(-1)?.toLife;
  const isAsked = life === undefined || streams.some(({ id }) => id === own);
  return {
    ops: moved.map(({ op }) => op),
    streams,
    held: isAsked ? streams : [...streams, { id: own, epoch: life }],
    toAsker: (outcome) => outcomeBefore(outcome, by),
    moved: told,
    isElsewhere: streams.some(({ id, base }) => !isPlain(id) && base > 0) && !said.streams.some(({ id }) => id === own),
  };
}

/** Nothing new, and that it is elsewhere: a PC of an older build goes on saving and sending, and passes over the rest. */
async function toMovedAnswer(
  trx: DatabaseTransaction,
  commune: string,
  { id, epoch, base }: StreamAsk,
  moves: readonly StreamMove[],
): Promise<StreamAnswer> {
  const moved: MovedCommune = { commune: await getCommune(trx, commune), moves };
  return { id, epoch, rows: [], next: base, more: false, moved };
}

/** The caller in the commune its PC belongs to now, when that is another than its session said; undefined when it is not. */
export async function findMovedCaller(db: Database, { dev, commune }: Caller): Promise<Caller | undefined> {
  const device = await byKey(db, String(dev), (trx) => findDevice(trx, dev));
  return device === undefined || device.commune === commune ? undefined : { dev, commune: device.commune };
}
