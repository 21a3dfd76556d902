import type { StreamEnds } from '#shared/contract/news.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import { asLookout, type Database } from '#server/storage/database.ts';
import { listStreamEnds } from '#server/storage/province-store.ts';
import type { Caller } from './sync-push.ts';

/** How often the ends of the streams are read while somebody waits, milliseconds. */
const LOOK_MS = 500;

/** What the province publishes concerns every PC at once: they are told within this time, milliseconds, not all together. */
const SPREAD_MS = 30_000;

/** Most PCs that wait at one server. */
const WAITING_MAX = 10_000;

/** One PC that waits. */
export type Wait = {
  /** Where the streams end, as soon as that is news to the PC; `undefined` when the time is over. */
  readonly ends: Promise<StreamEnds | undefined>;
  /** Nobody listens any more. */
  readonly leave: () => void;
};

/** Tells PCs that there is something for them, so that they need not come and look. Nothing depends on it: who hears nothing looks as often as before. */
export type NewsService = {
  /** Waits `ms` at most for the streams to end elsewhere than `known`; `undefined` when too many wait. A PC waits once: a second question answers the first. */
  readonly wait: (caller: Caller, known: StreamEnds, ms: number) => Wait | undefined;
  /** The PC has just been told this much by an answer to sync. */
  readonly told: (dev: number, ends: Partial<StreamEnds>) => void;
  readonly count: () => number;
  /** Answers everybody; from then on nobody waits. */
  readonly stop: () => void;
};

type Waiting = {
  readonly caller: Caller;
  known: StreamEnds;
  readonly settle: (ends: StreamEnds | undefined) => void;
  /** Runs while the PC is to be told of what the province published. */
  spread: NodeJS.Timeout | undefined;
};

/**
 * `db`: best a connection of its own. The ends are read twice a second for all who wait together, on every server for itself: `NOTIFY` would make the commits
 * of all communes wait for each other.
 */
export function createNewsService(db: Database, spreadMs = SPREAD_MS): NewsService {
  const waiting = new Map<number, Waiting>();
  let isLooking = false;
  let isStopped = false;

  const look = async (): Promise<void> => {
    if (isLooking || waiting.size === 0) return;
    isLooking = true;
    try {
      const streams = new Set([...waiting.values()].map(({ caller }) => communeStream(caller.commune)));
      const ends = await asLookout(db, (trx) => listStreamEnds(trx, [...streams, PROVINCE_STREAM]));
      for (const each of waiting.values()) compare(each, ends, spreadMs);
    } catch {
      // The database is away: whoever waits is told later, or asks again.
    } finally {
      isLooking = false;
    }
  };
  const looking = setInterval(() => void look(), LOOK_MS);
  looking.unref();

  return {
    wait(caller, known, ms) {
      waiting.get(caller.dev)?.settle(undefined);
      if (isStopped || waiting.size >= WAITING_MAX) return undefined;
      let leave = (): void => undefined;
      const ends = new Promise<StreamEnds | undefined>((resolve) => {
        const settle: Waiting['settle'] = (found) => {
          clearTimeout(patience);
          clearTimeout(place.spread);
          if (waiting.get(caller.dev) === place) waiting.delete(caller.dev);
          resolve(found);
        };
        const place: Waiting = { caller, known, settle, spread: undefined };
        const patience = setTimeout(() => settle(undefined), ms);
        waiting.set(caller.dev, place);
        leave = () => settle(undefined);
      });
      return { ends, leave };
    },
    told(dev, ends) {
      const place = waiting.get(dev);
      if (place !== undefined) place.known = { ...place.known, ...ends };
    },
    count: () => waiting.size,
    stop() {
      isStopped = true;
      clearInterval(looking);
      for (const { settle } of waiting.values()) settle(undefined);
    },
  };
}

/** Answers a PC that has news: at once when its own office has, spread over some time when the province has. */
function compare(place: Waiting, ends: ReadonlyMap<string, number>, spreadMs: number): void {
  const now: StreamEnds = {
    own: ends.get(communeStream(place.caller.commune)) ?? 0,
    province: ends.get(PROVINCE_STREAM) ?? 0,
  };
  if (now.own !== place.known.own) place.settle(now);
  else if (now.province !== place.known.province)
    place.spread ??= setTimeout(() => {
      place.spread = undefined;
      // It may have come and looked meanwhile.
      if (now.province !== place.known.province) place.settle(now);
    }, Math.random() * spreadMs);
}
