import type { Lane } from './relay.ts';
import { TimedQueue } from './timed-queue.ts';

/** How a line is. What is not said is as on a perfect one. */
export type LineShape = {
  /** Bytes a second, each way. */
  readonly bytesPerSecond?: number;
  /** Both ways share this rate, as on a radio link. */
  readonly isShared?: boolean;
  readonly roundTripMs?: number;
  /** Share of the packets, 0–1, that get lost and come with the next try: later, and everything of their connection behind them. */
  readonly loss?: number;
  /** Bytes the modem holds: on their way, so that nothing overtakes them. Whoever sends more waits. */
  readonly queueBytes?: number;
};

/** Half a second of 256 kbit/s. */
const USUAL_QUEUE = 16 * 1024;
const PACKET_BYTES = 1460;
/** TCP's least wait before it sends a lost packet again. */
const RETRANSMIT_MS = 200;

/** What is under way in a lane. `waiting` is still before the modem. */
type Traffic = { readonly waiting: Buffer[]; readonly arrivals: TimedQueue<() => void>; hasEnded: boolean };

type Packet = { readonly lane: Lane; readonly traffic: Traffic; readonly bytes: Buffer };

/** What becomes of a packet that has passed the wire: how many of its bytes arrive, and what happens when they have. */
export type Passed = { readonly arriving: number; readonly afterwards?: () => void };

/**
 * A wire of limited rate: packets of all connections in turn into one short queue, out of it at the wire's rate, and at their end half a round trip
 * later. The order within a connection stays.
 */
export class ShapedWire {
  readonly #shape: Required<LineShape>;
  readonly #notePassed: (lane: Lane, bytes: number) => Passed;
  readonly #random: () => number;
  readonly #traffic = new Map<Lane, Traffic>();
  readonly #queue = new TimedQueue<Packet>((packet) => {
    this.#leave(packet);
  });
  /** Lanes with waiting bytes, in turn. */
  #turns: Lane[] = [];
  #queued = 0;
  #freeAtMs = 0;

  /** `notePassed` hears of every packet; `random`: numbers from 0 up to 1 that choose what gets lost. */
  constructor(shape: LineShape, notePassed: (lane: Lane, bytes: number) => Passed, random: () => number) {
    const perfect = { bytesPerSecond: Infinity, isShared: false, roundTripMs: 0, loss: 0, queueBytes: USUAL_QUEUE };
    this.#shape = { ...perfect, ...shape };
    this.#notePassed = notePassed;
    this.#random = random;
  }

  /** Takes bytes of a lane; its source waits until they have entered the queue. */
  send(lane: Lane, bytes: Buffer): void {
    const traffic = this.#trafficOf(lane);
    traffic.waiting.push(bytes);
    if (!this.#turns.includes(lane)) this.#turns.push(lane);
    this.#fill();
    if (traffic.waiting.length > 0) lane.source.pause();
  }

  /** Ends a lane's target once everything before has arrived. */
  end(lane: Lane): void {
    const traffic = this.#trafficOf(lane);
    traffic.hasEnded = true;
    endIfDone(lane, traffic);
  }

  /** Everything on the wire is lost. */
  clear(): void {
    for (const { arrivals } of this.#traffic.values()) arrivals.clear();
    this.#traffic.clear();
    this.#queue.clear();
    this.#turns = [];
    this.#queued = 0;
    this.#freeAtMs = 0;
  }

  #trafficOf(lane: Lane): Traffic {
    const known = this.#traffic.get(lane);
    if (known !== undefined) return known;
    const arrivals = new TimedQueue<() => void>((arrive) => {
      arrive();
    });
    const traffic: Traffic = { waiting: [], arrivals, hasEnded: false };
    this.#traffic.set(lane, traffic);
    lane.target.on('close', () => this.#traffic.delete(lane));
    return traffic;
  }

  /** Lets packets into the queue while it has room, one of each connection in turn. */
  #fill(): void {
    while (this.#queued < this.#shape.queueBytes) {
      const lane = this.#turns.shift();
      if (lane === undefined) return;
      const traffic = this.#traffic.get(lane);
      const bytes = traffic === undefined ? undefined : takePacket(traffic.waiting);
      if (traffic === undefined || bytes === undefined) continue;
      if (traffic.waiting.length > 0) this.#turns.push(lane);
      else lane.source.resume();
      this.#queued += bytes.length;
      this.#freeAtMs = Math.max(performance.now(), this.#freeAtMs) + (bytes.length * 1000) / this.#shape.bytesPerSecond;
      this.#queue.put(this.#freeAtMs, { lane, traffic, bytes });
    }
  }

  #leave({ lane, traffic, bytes }: Packet): void {
    this.#queued -= bytes.length;
    if (this.#traffic.get(lane) === traffic) {
      const { arriving, afterwards } = this.#notePassed(lane, bytes.length);
      const { roundTripMs, loss } = this.#shape;
      const lateMs = this.#random() < loss ? roundTripMs + RETRANSMIT_MS : 0;
      traffic.arrivals.put(performance.now() + roundTripMs / 2 + lateMs, () => {
        lane.target.write(bytes.subarray(0, arriving), afterwards);
        endIfDone(lane, traffic);
      });
    }
    this.#fill();
  }
}

function takePacket(waiting: Buffer[]): Buffer | undefined {
  const first = waiting[0];
  if (first === undefined || first.length <= PACKET_BYTES) return waiting.shift();
  waiting[0] = first.subarray(PACKET_BYTES);
  return first.subarray(0, PACKET_BYTES);
}

function endIfDone(lane: Lane, { hasEnded, waiting, arrivals }: Traffic): void {
  if (hasEnded && waiting.length === 0 && arrivals.isEmpty) lane.target.end();
}
