/** Counts attempts by key in windows of fixed length; holds nothing but counters. */
export type RateLimiter = {
  /** Whether this key has used up its attempts in the present window. */
  readonly isOver: (key: string) => boolean;
  readonly count: (key: string) => void;
  /** Counts an attempt; whether it may still be made. */
  readonly take: (key: string) => boolean;
  /** Milliseconds until the next window begins. */
  readonly windowLeftMs: () => number;
};

/** Most keys counted at once: who comes from more addresses than that makes room by beginning a new window. */
const MOST_KEYS = 100_000;

/** Makes a limiter of `most` attempts in `windowMs`. Each server counts for itself. */
export function createRateLimiter(most: number, windowMs: number, now: () => number): RateLimiter {
  let windowStart = now();
  const counts = new Map<string, number>();
  const turn = (): void => {
    const sinceMs = now() - windowStart;
    // A clock set back must not stretch the window.
    if (sinceMs >= 0 && sinceMs < windowMs && counts.size < MOST_KEYS) return;
    windowStart = now();
    counts.clear();
  };
  const isOver = (key: string): boolean => {
    turn();
    return (counts.get(key) ?? 0) >= most;
  };
  const count = (key: string): void => {
    turn();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  return {
    isOver,
    count,
    take(key) {
      if (isOver(key)) return false;
      count(key);
      return true;
    },
    windowLeftMs() {
      turn();
      return windowMs - (now() - windowStart);
    },
  };
}
