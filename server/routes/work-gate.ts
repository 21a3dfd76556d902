/**
 * How much work is let in at once. `running`: done at the same time, fewer than there are connections to the database, so that short questions
 * (`/health`, sessions) always get one. `runningOfOne`: of these for one key, because the PCs of a commune wait for the same stream anyway and must not
 * hold every place while they do. `inside`: read, waiting and running together. `waitMs`: longest wait for a turn, shorter than a client's patience.
 */
export type GateSize = {
  readonly running: number;
  readonly runningOfOne: number;
  readonly inside: number;
  readonly waitMs: number;
};

/** One piece of work that was let in. */
export type Ticket = {
  /** Waits for its turn among those with other keys; false when it left meanwhile or the wait grew too long. */
  readonly turn: (key: string) => Promise<boolean>;
  /** Done, or its asker is gone. Again is the same. */
  readonly leave: () => void;
};

/** Lets work in as long as it can be done in bearable time, and sends the rest away early instead of taking everybody's time. */
export type WorkGate = {
  /** `undefined`: there is no room. */
  readonly enter: () => Ticket | undefined;
  /** Milliseconds after which there will probably be room, at the pace of late. */
  readonly pauseMs: () => number;
  /** For the province's monitoring. */
  readonly counts: () => { readonly running: number; readonly waiting: number };
};

const SHORTEST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** Share of the newest work in the average time of one. */
const NEWEST = 0.1;

type Waiting = { readonly key: string; readonly begin: () => void };

/** Makes a gate. `now`: milliseconds of a clock that only goes forward. */
export function createWorkGate(size: GateSize, now: () => number = () => performance.now()): WorkGate {
  const running = new Map<string, number>();
  const waiting = new Set<Waiting>();
  let inside = 0;
  let busy = 0;
  let usualMs = 50;

  const mayRun = (key: string): boolean => busy < size.running && (running.get(key) ?? 0) < size.runningOfOne;
  /** Whoever waited longest and whose key has room. */
  const callNext = (): void => {
    for (const next of waiting) {
      if (busy >= size.running) return;
      if (!mayRun(next.key)) continue;
      waiting.delete(next);
      next.begin();
    }
  };
  const begin = (key: string): (() => void) => {
    const since = now();
    busy += 1;
    running.set(key, (running.get(key) ?? 0) + 1);
    return () => {
      usualMs += (now() - since - usualMs) * NEWEST;
      busy -= 1;
      const left = (running.get(key) ?? 1) - 1;
      if (left === 0) running.delete(key);
      else running.set(key, left);
      callNext();
    };
  };

  const createTicket = (): Ticket => {
    let end: (() => void) | undefined;
    let giveUp: () => void = () => undefined;
    let hasLeft = false;
    return {
      turn(key) {
        if (hasLeft) return Promise.resolve(false);
        if (mayRun(key)) {
          end = begin(key);
          return Promise.resolve(true);
        }
        return new Promise((resolve) => {
          const settle = (isIts: boolean): void => {
            clearTimeout(patience);
            waiting.delete(place);
            resolve(isIts);
          };
          const place: Waiting = {
            key,
            begin: () => {
              end = begin(key);
              settle(true);
            },
          };
          const patience = setTimeout(() => settle(false), size.waitMs);
          giveUp = () => settle(false);
          waiting.add(place);
        });
      },
      leave() {
        if (hasLeft) return;
        hasLeft = true;
        inside -= 1;
        giveUp();
        end?.();
      },
    };
  };

  return {
    enter() {
      if (inside >= size.inside) return undefined;
      inside += 1;
      return createTicket();
    },
    pauseMs: () =>
      Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, (usualMs * (inside + 1)) / Math.max(1, size.running))),
    counts: () => ({ running: busy, waiting: waiting.size }),
  };
}
