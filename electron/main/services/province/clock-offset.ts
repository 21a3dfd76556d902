/** One reading of the server's clock. All in milliseconds; `localNow` when the answer had come. */
export type ClockReading = { readonly serverNow: number; readonly roundTripMs: number; readonly localNow: number };

/**
 * Server clock minus local clock. The reading bounds it: the answer took between nothing and the whole round trip to come back.
 * A known offset within the bounds is kept, so that a slow line does not make the clock wander.
 */
export function refineOffset(known: number, { serverNow, roundTripMs, localNow }: ClockReading): number {
  const least = serverNow - localNow;
  const most = least + roundTripMs;
  return known >= least && known <= most ? known : Math.round((least + most) / 2);
}
