/** Counts attempts by key in windows of fixed length; holds nothing but counters. */
export type RateLimiter = {
  /** Whether this key has used up its attempts in the present window. */
  readonly isOver: (key: string) => boolean;
  readonly count: (key: string) => void;
};

/** Makes a limiter of `most` attempts in `windowMs`. Each server counts for itself. */
export function createRateLimiter(most: number, windowMs: number, now: () => number): RateLimiter {
  let windowStart = now();
  const counts = new Map<string, number>();
  const turn = (): void => {
    if (now() - windowStart < windowMs) return;
    windowStart = now();
    counts.clear();
  };
  return {
    isOver(key) {
      turn();
      return (counts.get(key) ?? 0) >= most;
    },
    count(key) {
      turn();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  };
}
