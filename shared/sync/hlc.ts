/**
 * Hybrid logical clock, packed into one safe integer: milliseconds since 1970 × 1024 + a counter of 10 bits (docs/adr/0003).
 * Good until the year 2248. It breaks ties between concurrent changes and dates them; nothing else rests on it.
 */
export type Hlc = number;

const COUNTERS = 1024;

/** How far a received stamp may push the local clock ahead of corrected wall time, in milliseconds. */
export const MAX_AHEAD_MS = 60_000;

/** Milliseconds since 1970 of a stamp. */
export function hlcToMs(h: Hlc): number {
  return Math.floor(h / COUNTERS);
}

/** The first stamp of a millisecond. Times before 1970 count as 1970. */
export function hlcFromMs(ms: number): Hlc {
  return Math.max(0, Math.floor(ms)) * COUNTERS;
}

/** Next stamp for a local event: later than every stamp given before, at wall time when the wall clock has moved on. */
export function tick(last: Hlc, correctedNowMs: number): Hlc {
  return Math.max(last + 1, hlcFromMs(correctedNowMs));
}

/** Clock after seeing a stamp from outside: never more than a minute ahead of corrected wall time on its account, never back. */
export function witness(last: Hlc, received: Hlc, correctedNowMs: number): Hlc {
  const ceiling = hlcFromMs(correctedNowMs + MAX_AHEAD_MS);
  return Math.max(last, Math.min(received, ceiling));
}

/** The stamp the server stores: an op from a clock that runs ahead counts as at most a minute ahead of the server. */
export function clampToServer(h: Hlc, serverNowMs: number): Hlc {
  return Math.min(h, hlcFromMs(serverNowMs + MAX_AHEAD_MS));
}
