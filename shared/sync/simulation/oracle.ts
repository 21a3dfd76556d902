import { digestOf, digestRoot } from '../digest.ts';
import { equalValues } from '../equal-values.ts';
import { REMOVED, type FieldValue, type Op, type OpName, type Outcome } from '../op.ts';
import { openConflicts } from '../replica.ts';
import { recordKey, type Cell, type SyncRecord } from '../record.ts';
import { RESUPPLY_MS } from '../resupply-turn.ts';
import type { SimClient } from './sim-client.ts';
import { simPolicyOf, type SimServer, type TakenOp } from './sim-server.ts';

/** A property of reference sync.md section 8 that did not hold. */
export class PropertyFailure extends Error {
  override readonly name = 'PropertyFailure';

  constructor(
    readonly property: string,
    detail: string,
  ) {
    super(`${property}: ${detail}`);
  }
}

/** What the people at a PC really had on the screen up to the making of an op: recorded by the run itself, never taken from the op's own `base`. */
export type Witnessed = {
  readonly op: Op;
  readonly seen: ReadonlyMap<string, readonly FieldValue[]>;
  /** Values that only ops of colleagues put on the screen ahead of the server and that were written over: the ops each may be from. */
  readonly ahead: readonly { readonly field: string; readonly ops: readonly OpName[] }[];
};

function require(holds: boolean, property: string, detail: () => string): void {
  if (!holds) throw new PropertyFailure(property, detail());
}

/** Looks at a PC before an op of it is made: the values its screen shows, and in a conflict card all that wait for a choice. */
export function witnessScreen(
  client: SimClient,
  op: Pick<Op, 't' | 'type' | 'id'>,
): ReadonlyMap<string, readonly FieldValue[]> {
  const view = client.view(op.type, op.id);
  const seen = new Map<string, FieldValue[]>(Object.entries(view.values).map(([field, value]) => [field, [value]]));
  seen.set(REMOVED, [view.removed]);
  if (op.t !== 'res') return seen;
  const shadow = client.shadow(op.type, op.id);
  for (const field of openConflicts(shadow)) {
    const shown = Object.values(shadow?.c[field]?.e ?? {}).map(({ v }) => v);
    const current = shadow?.f[field];
    seen.set(field, [...(seen.get(field) ?? []), ...shown, ...(current === undefined ? [] : [current.v])]);
  }
  return seen;
}

/**
 * P5: a person's own writes are on the screen at once, until the server's stream has shown them back or a colleague who had them on the screen has written
 * over them. `unconfirmed`: own ops in order that the complete cookie has not passed.
 */
export function checkOwnWrites(
  client: SimClient,
  unconfirmed: readonly Op[],
  witnessed: ReadonlyMap<string, Witnessed>,
): void {
  const newest = new Map<string, { readonly op: Op; readonly values: Record<string, FieldValue> }>();
  for (const op of unconfirmed) {
    if (op.t === 'cmd') continue;
    const key = `${op.type}:${op.id}`;
    newest.set(key, { op, values: { ...newest.get(key)?.values, ...writtenBy(op) } });
  }
  for (const { op, values } of newest.values()) {
    const view = client.view(op.type, op.id);
    for (const [field, value] of Object.entries(values)) {
      const shown = field === REMOVED ? view.removed : view.values[field];
      const isJoined = shown !== undefined && simPolicyOf(op.type, field) !== 'merge' && isWithin(value, shown);
      if (isJoined || (shown !== undefined && isWrittenOver(client, op, field, value, shown, witnessed))) continue;
      require(shown !== undefined && equalValues(shown, value), 'P5', () =>
        `${field} of op ${String(op.dev)}/${String(op.n)} or before is not on its own screen`);
    }
  }
}

/** Whether what is shown was written by a colleague who had seen the value it replaced, or a value written by one who had. */
function isWrittenOver(
  client: SimClient,
  { type, id }: Op,
  field: string,
  value: FieldValue,
  shown: FieldValue,
  witnessed: ReadonlyMap<string, Witnessed>,
): boolean {
  const peers = client.peers.on(recordKey(type, id));
  const known: FieldValue[] = [shown];
  for (const each of known) {
    for (const op of peers) {
      const written = writtenBy(op)[field];
      if (written === undefined || !equalValues(written, each)) continue;
      const seen = witnessed.get(nameOf(op))?.seen.get(field) ?? [];
      if (seen.some((before) => equalValues(before, value))) return true;
      known.push(...seen.filter((before) => !known.some((one) => equalValues(one, before))));
    }
  }
  return false;
}

/** Fields an op writes, the removal mark included. */
export function writtenBy(op: Op): Readonly<Record<string, FieldValue>> {
  return op.t === 'del' ? { [REMOVED]: true } : op.f;
}

/** P1 and P11: every PC holds of each of its streams exactly what the server holds; P7: and of other streams nothing. */
export function checkCopies(server: SimServer, clients: readonly SimClient[]): void {
  for (const client of clients) {
    const held = [...client.store.shadows.values()];
    require(held.every(({ stream }) => client.streams.includes(stream)), 'P7', () =>
      `PC ${String(client.dev)} holds a foreign record`);
    for (const stream of client.streams) {
      const truth = server.recordsOf(stream);
      const copy = held.filter((entry) => entry.stream === stream).map(({ record }) => record);
      require(digestRoot(digestOf(truth)) === digestRoot(digestOf(copy)), 'P11', () =>
        `digests of PC ${String(client.dev)} differ in ${stream}`);
      const byId = new Map(copy.map((record) => [`${record.type}:${record.id}`, record]));
      for (const record of truth) {
        const mine = byId.get(`${record.type}:${record.id}`);
        require(mine !== undefined && sameRecord(record, mine), 'P1', () =>
          `PC ${String(client.dev)} differs from the server in ${record.type}:${record.id}`);
      }
    }
  }
}

function sameRecord(a: SyncRecord, b: SyncRecord): boolean {
  return equalValues(withoutNames(a), withoutNames(b));
}

/** What travels of a record. */
function withoutNames({ seq, f, c }: SyncRecord): FieldValue {
  const toList = (cells: Readonly<Record<string, Cell>>): FieldValue =>
    Object.fromEntries(Object.entries(cells).map(([name, { v, s, h, d, by }]) => [name, [v, s, h, d, by]]));
  const sets = Object.entries(c).map(([field, { s, e }]) => [field, [s, toList(e)]] as const);
  return { seq, f: toList(f), c: Object.fromEntries(sets) };
}

/** P2: every journalled op came to an end its PC knows; P4: and none was taken twice, however often it was sent. */
export function checkOutcomes(server: SimServer, clients: readonly SimClient[]): void {
  const taken = new Set<string>();
  for (const { op } of server.audit.filter(({ lost }) => !lost)) {
    const key = nameOf(op);
    require(!taken.has(key), 'P4', () => `op ${key} was taken twice`);
    taken.add(key);
  }
  for (const client of clients) {
    for (const op of client.journal) {
      const outcome = client.learned.get(op.n);
      const key = nameOf(op);
      require(outcome !== undefined, 'P2', () => `op ${key} has no outcome`);
      if (op.t === 'sup') {
        // What another PC has brought back already is taken without a trace.
        const isOver = outcome?.kind === 'rejected' && outcome.reason === 'resupply-over';
        require(!isOver, 'P12', () => `op ${key} was to bring back a lost value and came too late`);
        continue;
      }
      require((outcome?.kind !== 'rejected') === taken.has(key), 'P2', () =>
        `op ${key}: the PC was told ${String(outcome?.kind)}, the server did otherwise`);
    }
  }
}

/**
 * P12: once the office is at rest nobody brings back anything more, be it a PC that has been whole in the present life, or one (`lurker`) that has only
 * ever asked and whose time is over.
 */
export function checkNobodyForges(server: SimServer, clients: readonly SimClient[], lurker: number, now: number): void {
  const stream = 'org:a';
  const ask = { id: stream, epoch: '', base: 0, after: 0, limit: 1, whole: false, peers: [] };
  const send = (dev: number, n: number, at: number): Outcome | undefined => {
    const op: Op = {
      ...{
        dev,
        n,
        t: 'sup',
        stream,
        type: 'paper',
        id: 'org:a-paper-0',
        f: { title: 'forged' },
        base: 0,
        h: 1,
        by: 'x',
      },
      origin: { title: { dev: 1, h: Number.MAX_SAFE_INTEGER, by: 'person-1' } },
    };
    return server.handle({ call: 0, dev, ops: [op], seen: [], streams: [ask] }, at).outcomes[0];
  };
  const mayNot = (dev: number, outcome: Outcome | undefined): void => {
    require(outcome?.kind === 'rejected', 'P12', () => `PC ${String(dev)} wrote in another's name`);
  };
  for (const { dev, store } of clients.filter(({ streams }) => streams.includes(stream)))
    mayNot(dev, send(dev, store.n + 1, now));
  server.handle({ call: 0, dev: lurker, ops: [], seen: [], streams: [ask] }, now);
  mayNot(lurker, send(lurker, 1, now + RESUPPLY_MS));
}

/**
 * P13: nobody is asked about a colleague's write that somebody had on the screen ahead of the server and wrote over, whichever of the two reached it first.
 * Where colleagues had written the same, it is one of their writes that is settled so; and what somebody else has written too (a settlement for that very
 * value, say) is a question about that one.
 */
export function checkNoNeedlessQuestion(server: SimServer, witnessed: ReadonlyMap<string, Witnessed>): void {
  const taken = server.audit.filter(({ lost }) => !lost).map(({ op }) => op);
  for (const op of taken) {
    const record = server.recordsOf(op.stream).find(({ type, id }) => type === op.type && id === op.id);
    for (const { field, ops } of witnessed.get(nameOf(op))?.ahead ?? []) {
      const names = new Set(ops.map(nameOf));
      const asked = ops.flatMap(({ dev, n }) => {
        const entry = record?.c[field]?.e[String(dev)];
        return entry?.n === n ? [entry] : [];
      });
      const isOthers = ({ v }: Cell): boolean =>
        taken.some(
          (other) =>
            other.id === op.id &&
            other.t !== 'sup' &&
            !names.has(nameOf(other)) &&
            equalValues(other.f[field] ?? null, v),
        );
      require(asked.length < ops.length || asked.some(isOthers), 'P13', () =>
        `${field} of op ${[...names].join(', ')} is a question, and op ${nameOf(op)} had seen it`);
    }
  }
}

function nameOf({ dev, n }: OpName): string {
  return `${String(dev)}/${String(n)}`;
}

/**
 * What somebody is about to write over that only colleagues' ops put on the screen: neither the PC's own unfinished op nor the server's record says the same.
 */
export function witnessPeers(
  client: SimClient,
  { t, type, id, f }: Pick<Op, 't' | 'type' | 'id' | 'f'>,
): Witnessed['ahead'] {
  if (t !== 'set') return [];
  const key = recordKey(type, id);
  const { values } = client.view(type, id);
  const own = client.ownOps(key).filter(({ op }) => op.t !== 'cmd');
  return Object.entries(f).flatMap(([field, written]) => {
    const shown = values[field];
    if (shown === undefined || simPolicyOf(type, field) !== 'merge' || equalValues(shown, written)) return [];
    const here = [client.shadow(type, id)?.f[field]?.v, ...own.map(({ op }) => op.f[field])];
    if (here.some((value) => value !== undefined && equalValues(value, shown))) return [];
    const ops = client.peers.on(key).filter((op) => op.t !== 'cmd' && equalValues(op.f[field] ?? null, shown));
    return ops.length === 0 ? [] : [{ field, ops: ops.map(({ dev, n }) => ({ dev, n })) }];
  });
}

/**
 * P3: no accepted value disappears unless a later writer had really seen it; not even with the server's disk, as long as `mustSurvive`: some PC
 * that still is has written or held it. What is brought back is judged by its first writing.
 */
export function checkNothingLost(
  server: SimServer,
  witnessed: ReadonlyMap<string, Witnessed>,
  mustSurvive: (op: Op, field: string) => boolean,
): void {
  const writers = new Map<string, TakenOp[]>();
  for (const entry of server.audit) {
    if (entry.op.t === 'sup') continue;
    const key = `${entry.op.stream}|${entry.op.type}:${entry.op.id}`;
    writers.set(key, [...(writers.get(key) ?? []), entry]);
  }
  for (const [key, entries] of writers) {
    const record = server
      .recordsOf(key.slice(0, key.indexOf('|')))
      .find(({ type, id }) => key.endsWith(`|${type}:${id}`));
    for (const { op, lost } of entries) {
      for (const [field, value] of Object.entries(writtenBy(op)))
        if (!lost || mustSurvive(op, field)) checkValue(record, field, value, op, entries, witnessed);
    }
    if (entries.every(({ lost }) => !lost)) checkRemoval(record, entries, witnessed);
  }
}

function checkValue(
  record: SyncRecord | undefined,
  field: string,
  value: FieldValue,
  op: Op,
  entries: readonly TakenOp[],
  witnessed: ReadonlyMap<string, Witnessed>,
): void {
  const policy = simPolicyOf(op.type, field);
  const current = record?.f[field]?.v ?? null;
  const describe = (): string => `${field}=${JSON.stringify(value)} of op ${String(op.dev)}/${String(op.n)} is gone`;
  if (policy === 'server') return;
  if (policy === 'max' || policy === 'union') {
    require(isWithin(value, current), 'P3', describe);
    return;
  }
  const waiting = Object.values(record?.c[field]?.e ?? {}).map(({ v }) => v);
  if ([current, ...waiting].some((held) => equalValues(held, value))) return;
  const knew = entries.some(({ op: later }) => {
    if (!Object.hasOwn(writtenBy(later), field)) return false;
    if (later.dev === op.dev) return later.n > op.n;
    return (witnessed.get(nameOf(later))?.seen.get(field) ?? []).some((shown) => equalValues(shown, value));
  });
  require(knew, 'P3', describe);
}

/** Whether a joined value still holds a written one: all its elements, or at least its amount. */
function isWithin(written: FieldValue, current: FieldValue): boolean {
  if (!Array.isArray(written)) return Number(current) >= Number(written);
  return Array.isArray(current) && written.every((tag: FieldValue) => current.includes(tag));
}

/** A record that ended as removed must not hide an edit whose author had not seen the removal and which the remover had not seen. */
function checkRemoval(
  record: SyncRecord | undefined,
  entries: readonly TakenOp[],
  witnessed: ReadonlyMap<string, Witnessed>,
): void {
  const mark = record?.f[REMOVED];
  if (record === undefined || mark?.v !== true || openConflicts(record).includes(REMOVED)) return;
  const remover = entries.find(({ seq }) => seq === mark.s)?.op;
  const removerSaw = witnessed.get(`${String(remover?.dev)}/${String(remover?.n)}`)?.seen;
  for (const { op } of entries) {
    if (op.dev === mark.d || op.t !== 'set' || Object.hasOwn(op.f, REMOVED)) continue;
    const authorSaw = witnessed.get(nameOf(op))?.seen.get(REMOVED) ?? [];
    if (authorSaw.includes(true)) continue;
    for (const [field, value] of Object.entries(op.f)) {
      const cell = record.f[field];
      // Stamps from a clock that runs ahead are all cut to the same: the value tells whose cell it is.
      if (cell?.d !== op.dev || cell.h !== op.h || !equalValues(cell.v, value)) continue;
      if (simPolicyOf(op.type, field) !== 'merge') continue;
      require((removerSaw?.get(field) ?? []).some((shown) => equalValues(shown, value)), 'P3', () =>
        `the edit ${String(op.dev)}/${String(op.n)} is hidden by a removal that had not seen it`);
    }
  }
}
