import type { SyncAnswer, SyncRequest } from '#shared/contract/protocol.ts';
import { err, ok } from '#shared/base/result.ts';
import { communeStream } from '#shared/entities.ts';
import { turnAfter, type ResupplyTurn } from '#shared/sync/resupply-turn.ts';
import { inCommune, type Database, type DatabaseTransaction } from '#server/storage/database.ts';
import { keepResupplyTurn, listTaken } from '#server/storage/device-store.ts';
import {
  findDeviceStanding,
  readForAnswer,
  type DeviceStanding,
  type StreamStanding,
} from '#server/storage/sync-reader.ts';
import { forgetLateOutcomes } from '#server/storage/sync-writer.ts';
import { noteDeviceCopy } from './device-copy.ts';
import { findMovedCaller, openDoor } from './moved-door.ts';
import { refuse, refuseRevoked, type Answer } from './refusal.ts';
import { pullStreams, readableStreams } from './sync-pull.ts';
import { expireParked, pushOps, type Caller } from './sync-push.ts';

/** Push and pull of one PC in one transaction: either the whole request happened or nothing of it. */
export type SyncService = { readonly exchange: (caller: Caller, request: SyncRequest) => Promise<Answer<SyncAnswer>> };

/**
 * Makes the service. `now`: server time in milliseconds; `onCarry`: called after something was taken that is to be carried to other communes;
 * `onRead`: told of the streams of a commune as an answer found them.
 */
export function createSyncService(
  db: Database,
  now: () => number,
  onCarry: () => void = () => undefined,
  onRead: (commune: string, streams: readonly StreamStanding[]) => void = () => undefined,
): SyncService {
  return {
    async exchange(caller, request) {
      const answer = await exchangeAs(caller, request);
      if (answer.ok || answer.error.code !== 'not-enrolled') return answer;
      // Its session is of before its commune was merged into another one.
      const moved = await findMovedCaller(db, caller);
      return moved === undefined ? answer : exchangeAs(moved, request);
    },
  };

  async function exchangeAs(caller: Caller, request: SyncRequest): Promise<Answer<SyncAnswer>> {
    const done: { isForCourier: boolean; read: readonly StreamStanding[] } = { isForCourier: false, read: [] };
    const answer = await inCommune(db, caller.commune, async (trx): Promise<Answer<SyncAnswer>> => {
      const { ops, seen, gone } = request;
      const found = await findDeviceStanding(trx, caller.dev, ops.length > 0);
      if (found === undefined) return refuse('not-enrolled');
      if (found.isRevoked) return refuseRevoked(found);
      const firstN = ops[0]?.n ?? 0;
      const standing = skipGone(found, firstN, gone);
      if (firstN > standing.lastN + 1) return err({ code: 'counter-gap', expect: standing.lastN + 1 });
      const door = await openDoor(trx, caller.commune, request);
      const { streams, toAsker } = door;
      if (door.isElsewhere) return refuse('office-elsewhere');
      const pushed = ops.length === 0 ? undefined : await pushOps(trx, caller, standing, door, now());
      if (pushed !== undefined && 'forkedAt' in pushed) return err({ code: 'counter-forked', expect: pushed.forkedAt });
      if (pushed === undefined) await expireParked(trx, caller, now());
      done.isForCourier = pushed?.isForCourier === true;
      const stream = communeStream(caller.commune);
      const life = door.held.find(({ id }) => id === stream)?.epoch ?? '';
      await forgetLateOutcomes(trx, caller.dev, seen, { id: stream, epoch: life });
      await noteDeviceCopy(trx, caller.dev, found.copy, request, stream, now());
      // Before the streams are read: what was taken up to then lies at or below their sequences.
      const peers = streams.find(({ id }) => id === stream)?.peers ?? [];
      const taken = peers.length === 0 ? [] : await listTaken(trx, peers);
      const asked = streams.length === 0 ? [] : readableStreams(caller.commune);
      const { streams: readable, late } = await readForAnswer(trx, asked, caller.dev);
      done.read = readable;
      const present = pushed?.before ?? readable.find(({ id }) => id === stream);
      if (present !== undefined) await noteTurn(trx, caller.dev, found.turn, request, present, now());
      return ok({
        acked: pushed?.acked ?? standing.lastN,
        now: now(),
        outcomes: (pushed?.outcomes ?? []).map(toAsker),
        late: late.map(toAsker),
        streams: [...(await pullStreams(trx, caller.commune, readable, streams, pushed, taken)), ...door.moved],
      });
    });
    if (answer.ok && done.isForCourier) onCarry();
    if (answer.ok) onRead(caller.commune, done.read);
    return answer;
  }
}

/** What a request means for the PC's turn to bring back what a restore lost: its first one begins it, and its word ends it. */
async function noteTurn(
  trx: DatabaseTransaction,
  dev: number,
  turn: ResupplyTurn | undefined,
  { streams }: SyncRequest,
  { id, epoch }: StreamStanding,
  nowMs: number,
): Promise<void> {
  const isDone = streams.some((ask) => ask.id === id && ask.epoch === epoch && ask.whole === true);
  const next = turnAfter(turn, epoch, isDone, nowMs);
  if (next !== undefined) await keepResupplyTurn(trx, dev, next);
}

/** A restored province lost ops that the PC's journal no longer holds either: it goes on behind them, their values come back from the copies. */
function skipGone(standing: DeviceStanding, firstN: number, gone: number | undefined): DeviceStanding {
  const isGone = gone !== undefined && firstN > standing.lastN + 1 && gone >= firstN - 1;
  return isGone ? { ...standing, lastN: firstN - 1 } : standing;
}
