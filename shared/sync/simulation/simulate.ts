import type { Op } from '../op.ts';
import { chooseAct } from './choose-act.ts';
import type { Design } from './design.ts';
import type { SimAnswer } from './messages.ts';
import {
  checkCopies,
  checkNobodyForges,
  checkNoNeedlessQuestion,
  checkNothingLost,
  checkOutcomes,
  checkOwnWrites,
  PropertyFailure,
  witnessPeers,
  witnessScreen,
  writtenBy,
  type Witnessed,
} from './oracle.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';
import { SimClient, type Act } from './sim-client.ts';
import { SimServer, type ServerState } from './sim-server.ts';

/** Result of one seeded run: how much happened, and the first property that did not hold. */
export type SimReport = {
  readonly seed: number;
  readonly ops: number;
  readonly faults: number;
  readonly failure: string | undefined;
};

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 10, 22);
/** Number of a PC of the office that only ever asks. */
const LURKER = 9;
/** Numbers of PCs that come new while the others work, and start from a snapshot. */
const NEWCOMERS: readonly number[] = [7, 8];

type Message = { readonly at: number; readonly deliver: () => void };

/** Runs an office under faults until it is quiet, and checks P1–P8 and P11–P13. Same seed, same run. */
export function simulate(seed: number, design: Design, steps = 260): SimReport {
  const world = new World(seed, design);
  try {
    for (let step = 0; step < steps; step += 1) world.step();
    world.becomeQuiet();
    world.check();
    return world.report(undefined);
  } catch (error) {
    if (!(error instanceof PropertyFailure)) throw error;
    return world.report(error.message);
  }
}

/** An office that can come to rest does so in the first round in which it may (34); three days of rounds are beyond doubt. */
const REST_ROUNDS = 100;

class World {
  private readonly random: SeededRandom;
  private readonly server: SimServer;
  private readonly clients: SimClient[] = [];
  private readonly witnessed = new Map<string, Witnessed>();
  private readonly shown = new Map<string, Witnessed['seen']>();
  private readonly wallOffsets = new Map<number, number>();
  private inFlight: Message[] = [];
  private now = START_MS;
  private faults = 0;
  private serverLife = 0;
  private backup: ServerState;
  private restores = 0;
  /** Values a surviving PC holds of what a restore took from the server. */
  private readonly held = new Set<string>();
  private readonly burnt = new Set<number>();
  private readonly lossRate: number;
  /** Draws of its own, so that newcomers change nothing of what the others do. */
  private readonly fate: SeededRandom;
  private readonly rights: ReadonlyMap<number, readonly string[]>;
  /** Where the streams stood when the server last began a snapshot. */
  private mark: ReturnType<SimServer['markStreams']> = new Map();

  constructor(
    private readonly seed: number,
    private readonly design: Design,
  ) {
    this.random = createSeededRandom(seed);
    this.fate = createSeededRandom(seed + 1_000_003);
    this.lossRate = this.random.pick([0, 0.1, 0.3, 0.6]);
    const rights = new Map<number, readonly string[]>();
    const office = 2 + this.random.below(4);
    for (let dev = 1; dev <= office; dev += 1) rights.set(dev, ['org:a', 'province']);
    for (let dev = 11; dev <= 12; dev += 1) rights.set(dev, ['org:b', 'province']);
    rights.set(LURKER, ['org:a']);
    for (const dev of NEWCOMERS) rights.set(dev, ['org:a', 'province']);
    this.rights = rights;
    this.server = new SimServer(design, rights, ['org:a', 'org:b', 'province']);
    this.backup = this.server.backup();
    for (const [dev, streams] of [...rights].filter(([each]) => each !== LURKER && !NEWCOMERS.includes(each))) {
      this.wallOffsets.set(dev, this.random.chance(0.4) ? (this.random.next() - 0.5) * 20 * 365 * DAY_MS : 0);
      this.clients.push(new SimClient(dev, streams, design, () => this.now + (this.wallOffsets.get(dev) ?? 0)));
    }
  }

  /** A little time passes, due messages arrive, and somebody does something or something breaks. */
  step(): void {
    this.now += this.random.below(4000);
    this.deliverDue();
    this.moveSnapshots();
    const client = this.random.pick(this.living());
    const dice = this.random.next();
    if (dice < 0.5) this.act(client);
    else if (dice < 0.6) this.meet(client);
    else if (dice < 0.65) this.carry(client);
    else if (dice < 0.93) this.call(client);
    else this.breakSomething(client);
    this.checkScreen(client);
  }

  /** The server begins a snapshot now and then; a new PC comes and starts from the last one; chunks arrive. */
  private moveSnapshots(): void {
    if (this.fate.chance(0.03)) this.mark = this.server.markStreams();
    const next = NEWCOMERS.find((dev) => !this.clients.some((client) => client.dev === dev));
    if (next !== undefined && this.mark.size > 0 && this.fate.chance(0.02)) this.join(next);
    for (const client of this.living()) if (this.fate.chance(0.15)) client.takeChunks();
  }

  private join(dev: number): void {
    const client = new SimClient(dev, this.rights.get(dev) ?? [], this.design, () => this.now);
    for (const stream of client.streams) {
      const snapshot = this.server.snapshotSince(stream, this.mark.get(stream), 1 + this.fate.below(3));
      if (snapshot !== undefined) client.beginLoad(copyOf(snapshot));
    }
    this.clients.push(client);
  }

  /** The line is good again, nobody types, a day passes: all that can be settled is. */
  becomeQuiet(): void {
    this.inFlight = [];
    for (let round = 0; round < REST_ROUNDS; round += 1) {
      if (round % 30 === 3) this.now += DAY_MS + 3_600_000;
      for (const client of this.living()) this.callPerfectly(client);
      // What burnt with a PC and nobody can bring comes no more.
      if (round === 20) for (const dev of this.burnt) this.server.revoke(dev);
      if (round > 33 && this.living().every((client) => client.isSettled())) return;
    }
    throw new PropertyFailure('P2', 'the office never came to rest');
  }

  check(): void {
    checkOutcomes(this.server, this.living());
    checkCopies(this.server, this.living());
    checkNoNeedlessQuestion(this.server, this.witnessed);
    checkNothingLost(this.server, this.witnessed, (op, field) => this.mustSurvive(op, field));
    checkNobodyForges(this.server, this.living(), LURKER, this.now);
  }

  private living(): readonly SimClient[] {
    return this.clients.filter(({ dev }) => !this.burnt.has(dev));
  }

  /**
   * A value that only a burnt PC and the lost days of the server held is nowhere any more; one that the server's present life has refused lies with its
   * values at its own PC.
   */
  private mustSurvive(op: Op, field: string): boolean {
    const author = this.living().find(({ dev }) => dev === op.dev);
    if (author?.store.attention.some((entry) => entry.op.n === op.n) === true) return false;
    return !this.burnt.has(op.dev) || this.held.has(heldKey(op.stream, op, field, op.dev, op.h));
  }

  report(failure: string | undefined): SimReport {
    return { seed: this.seed, ops: this.witnessed.size, faults: this.faults, failure };
  }

  private act(client: SimClient): void {
    const act = chooseAct(client, this.random);
    if (act === undefined) return;
    const seen = this.rememberScreen(client, act);
    const ahead = witnessPeers(client, act);
    const crash = this.random.chance(0.03);
    if (crash) this.faults += 1;
    const op = client.act(act, crash);
    this.rememberWritten(client, op);
    this.witnessed.set(`${String(op.dev)}/${String(op.n)}`, { op, seen, ahead });
  }

  /** All that this PC's screen has shown of a record when somebody there acted on it, now included. */
  private rememberScreen(client: SimClient, act: Act): Witnessed['seen'] {
    const key = `${String(client.dev)}|${act.type}:${act.id}`;
    const before = this.shown.get(key);
    const now = witnessScreen(client, act);
    const fields = new Set([...(before?.keys() ?? []), ...now.keys()]);
    const seen = new Map(
      [...fields].map((field) => [field, [...(before?.get(field) ?? []), ...(now.get(field) ?? [])]]),
    );
    this.shown.set(key, seen);
    return seen;
  }

  /** What somebody has written was on his screen from then on (P5). */
  private rememberWritten(client: SimClient, op: Op): void {
    const key = `${String(client.dev)}|${op.type}:${op.id}`;
    const seen = new Map(this.shown.get(key));
    for (const [field, value] of Object.entries(writtenBy(op))) seen.set(field, [...(seen.get(field) ?? []), value]);
    this.shown.set(key, seen);
  }

  /** Sends a call over the bad line: lost, late, doubled, cut, out of order. */
  private call(client: SimClient): void {
    const request = copyOf(client.ask(1 + this.random.below(6), 1 + this.random.below(5)));
    const life = this.serverLife;
    this.send(() => {
      if (life !== this.serverLife) return;
      const arrived = copyOf(this.server.handle(request, this.now));
      this.send(() => {
        this.receive(client, arrived);
      });
    });
  }

  /** A colleague's PC gets over the office's own network what this one holds ahead of the server. */
  private meet(client: SimClient): void {
    const others = this.living().filter(({ dev, streams }) => dev !== client.dev && streams[0] === client.streams[0]);
    if (others.length === 0) return;
    const other = this.random.pick(others);
    const batches = copyOf(client.handOver());
    this.send(() => {
      other.takeOver(batches);
      this.checkScreen(other);
    });
  }

  /** What this PC holds of others reaches the server by its hand; what becomes of it their own PCs are told when they ask. */
  private carry(client: SimClient): void {
    const batches = copyOf(client.handOver());
    const life = this.serverLife;
    for (const batch of batches)
      this.send(() => {
        if (life === this.serverLife) this.server.carry(batch, this.now);
      });
  }

  private receive(client: SimClient, answer: SimAnswer): void {
    const before = client.streams.map((stream) => client.cookie(stream));
    client.receive(answer);
    client.streams.forEach((stream, i) => {
      const after = client.cookie(stream);
      const isSameLife = after.epoch === before[i]?.epoch;
      if (isSameLife && (after.after < (before[i]?.after ?? 0) || after.base < (before[i]?.base ?? 0)))
        throw new PropertyFailure('P6', `a cookie of PC ${String(client.dev)} went back`);
    });
    this.checkScreen(client);
  }

  private send(deliver: () => void): void {
    if (this.random.chance(this.lossRate)) {
      this.faults += 1;
      return;
    }
    this.inFlight.push({ at: this.now + this.random.below(6000), deliver });
    if (!this.random.chance(0.15)) return;
    this.faults += 1;
    this.inFlight.push({ at: this.now + this.random.below(60_000), deliver });
  }

  private deliverDue(): void {
    const due = this.inFlight.filter(({ at }) => at <= this.now).sort((a, b) => a.at - b.at);
    this.inFlight = this.inFlight.filter(({ at }) => at > this.now);
    for (const { deliver } of due) deliver();
  }

  private breakSomething(client: SimClient): void {
    this.faults += 1;
    const dice = this.random.next();
    if (dice < 0.5) client.restart();
    else if (dice < 0.65) this.serverLife += 1;
    else if (dice < 0.72) this.backup = this.server.backup();
    else if (dice < 0.78 && this.restores < 2) this.restore();
    else this.wallOffsets.set(client.dev, (this.random.next() - 0.5) * 20 * 365 * DAY_MS);
  }

  /** The server's disk is lost and it comes back from its backup; with bad luck a PC of the office burns with it. */
  private restore(): void {
    this.restores += 1;
    this.serverLife += 1;
    const office = this.living().filter(({ dev }) => dev < 10);
    if (office.length > 2 && this.random.chance(0.4)) this.burnt.add(this.random.pick(office).dev);
    this.held.clear();
    for (const client of this.living()) for (const key of heldBy(client)) this.held.add(key);
    this.server.restore(this.backup);
  }

  private callPerfectly(client: SimClient): void {
    for (const batch of copyOf(client.handOver())) this.server.carry(batch, this.now);
    client.takeChunks();
    this.receive(client, copyOf(this.server.handle(copyOf(client.ask(50, 7)), this.now)));
  }

  private checkScreen(client: SimClient): void {
    const base = new Map(client.streams.map((stream) => [stream, client.cookie(stream).base]));
    checkOwnWrites(
      client,
      client.journal.filter((op) => this.isUnconfirmed(client, op, base)),
      this.witnessed,
    );
  }

  /** Not refused, and the PC's complete cookie has not passed the sequence at which the server said it was visible. */
  private isUnconfirmed(client: SimClient, op: Op, base: ReadonlyMap<string, number>): boolean {
    if (op.t === 'sup') return false;
    const outcome = client.learned.get(op.n);
    if (outcome === undefined) return true;
    if (outcome.kind === 'rejected' || outcome.kind === 'parked') return false;
    // What was shown back in a life that is over may be away until it is brought back.
    const isOfThisLife = client.learnedIn.get(op.n) === client.cookie(op.stream).epoch;
    return isOfThisLife && outcome.seq > (base.get(op.stream) ?? 0);
  }
}

/** Every cell a PC has of what the server has shown it, by where it came from. */
function heldBy(client: SimClient): string[] {
  return [...client.store.shadows.values()].flatMap(({ stream, record }) => [
    ...Object.entries(record.f).map(([field, cell]) => heldKey(stream, record, field, cell.d, cell.h)),
    ...Object.entries(record.c).flatMap(([field, set]) =>
      Object.values(set.e).map((cell) => heldKey(stream, record, field, cell.d, cell.h)),
    ),
  ]);
}

function heldKey(stream: string, ref: { readonly type: string; readonly id: string }, ...part: unknown[]): string {
  return JSON.stringify([stream, ref.type, ref.id, ...part]);
}

/** What arrives at the other end shares nothing with what was sent, and is what JSON would carry: no field without a value. */
function copyOf<T>(message: T): T {
  return copyValue(message) as T;
}

function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyValue);
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) if (part !== undefined) copy[key] = copyValue(part);
  return copy;
}
