const STEP = 32 * 1024;
const LARGEST = 1024 * 1024;

/**
 * How many bytes to send next: what the line carries in about a second (or so many), in steps of 32 KiB up to 1 MiB,
 * so that records never wait long and a cut repeats little. Starts with the smallest piece: it may be a thin line.
 */
export type PieceMeter = { readonly next: () => number; readonly note: (bytes: number, milliseconds: number) => void };

/** Makes a meter for pieces of so many seconds; each new measurement counts for half. */
export function createPieceMeter(seconds = 1): PieceMeter {
  let bytesPerSecond = STEP;
  return {
    next: () => Math.min(LARGEST, Math.max(STEP, Math.floor((bytesPerSecond * seconds) / STEP) * STEP)),
    note(bytes, milliseconds) {
      const measured = (bytes * 1000) / Math.max(1, milliseconds);
      bytesPerSecond = (bytesPerSecond + measured) / 2;
    },
  };
}
