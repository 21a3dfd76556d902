import { openRelay, type Direction, type Lane } from './relay.ts';
import { ShapedWire, type LineShape, type Passed } from './shaped-wire.ts';

export type { Direction } from './relay.ts';
export type { LineShape } from './shaped-wire.ts';

/**
 * What passed since the last reading, in bytes of the sockets. `roundTrips`: how often a client spoke after the server had; `connections`: newly
 * opened; `cuts`: how often the line broke.
 */
export type LineCount = {
  readonly sent: number;
  readonly received: number;
  readonly roundTrips: number;
  readonly connections: number;
  readonly cuts: number;
};

/** 256 kbit/s with 300 ms of round trip: the thin line the product is made for. */
export const THIN_LINE: LineShape = { bytesPerSecond: 32_000, roundTripMs: 300 };

/** A line to a port of this machine, as thin and as bad as told, that counts every byte that passes. */
export type ShapingProxy = {
  readonly url: string;
  readonly take: () => LineCount;
  /** Another shape from now on; what is on its way is lost with its connections. */
  readonly reshape: (shape: LineShape) => void;
  /** Breaks every connection now; for `downMs` none is let through. */
  readonly cut: (downMs?: number) => void;
  /** Breaks everything when so many more bytes have passed: these arrive, and not one more. */
  readonly cutAfter: (bytes: number, direction: Direction, downMs?: number) => void;
  /** Breaks every so often, until told otherwise by another call; 0: no more. */
  readonly cutEvery: (everyMs: number, downMs?: number) => void;
  readonly close: () => Promise<void>;
};

const nothing: LineCount = { sent: 0, received: 0, roundTrips: 0, connections: 0, cuts: 0 };

/** Opens the line in front of a port. `random`: numbers from 0 up to 1, for what gets lost. */
export async function openShapingProxy(
  port: number,
  shape: LineShape = {},
  random: () => number = Math.random,
): Promise<ShapingProxy> {
  let count = nothing;
  let lastSpoke: Direction = 'down';
  let closedUntilMs = 0;
  let planned: { direction: Direction; left: number; downMs: number } | undefined;
  let cutting: NodeJS.Timeout | undefined;

  const cut = (downMs = 0): void => {
    planned = undefined;
    count = { ...count, cuts: count.cuts + 1 };
    closedUntilMs = performance.now() + downMs;
    for (const wire of Object.values(wires)) wire.clear();
    relay.cut();
  };

  const notePassed = ({ direction }: Lane, bytes: number): Passed => {
    const arriving = planned?.direction === direction ? Math.min(bytes, planned.left) : bytes;
    if (direction === 'up') count = { ...count, sent: count.sent + arriving };
    else count = { ...count, received: count.received + arriving };
    if (planned?.direction !== direction) return { arriving };
    const wasDue = planned.left === 0;
    planned.left -= arriving;
    const { left, downMs } = planned;
    if (left > 0 || wasDue) return { arriving };
    return {
      arriving,
      afterwards: () => {
        cut(downMs);
      },
    };
  };

  const lay = (laid: LineShape): Readonly<Record<Direction, ShapedWire>> => {
    const up = new ShapedWire(laid, notePassed, random);
    return { up, down: laid.isShared === true ? up : new ShapedWire(laid, notePassed, random) };
  };
  let wires = lay(shape);

  const relay = await openRelay(port, {
    admits: () => performance.now() >= closedUntilMs,
    carry(lane, bytes) {
      if (lane.direction === 'up' && lastSpoke === 'down') count = { ...count, roundTrips: count.roundTrips + 1 };
      lastSpoke = lane.direction;
      wires[lane.direction].send(lane, bytes);
    },
    end(lane) {
      wires[lane.direction].end(lane);
    },
    onOpened() {
      count = { ...count, connections: count.connections + 1 };
    },
  });

  return {
    url: relay.url,
    take() {
      const taken = count;
      count = nothing;
      return taken;
    },
    reshape(next) {
      relay.cut();
      wires = lay(next);
    },
    cut,
    cutAfter(bytes, direction, downMs = 0) {
      planned = { direction, left: bytes, downMs };
    },
    cutEvery(everyMs, downMs = 0) {
      clearInterval(cutting);
      if (everyMs > 0) cutting = setInterval(cut, everyMs, downMs);
    },
    close() {
      clearInterval(cutting);
      return relay.close();
    },
  };
}
