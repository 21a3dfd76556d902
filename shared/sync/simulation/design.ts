import { advance } from '../cookie.ts';
import { isRestored } from '../epoch.ts';
import type { Op } from '../op.ts';
import { toRow } from '../page.ts';
import type { Row, SyncRecord } from '../record.ts';
import { applyRow, claimOf, isShownBack, type Claim, type OutboxEntry, type Seen } from '../replica.ts';
import { resupplyOf, type Resupply } from '../resupply.ts';
import { mayResupply } from '../resupply-turn.ts';
import { positionOf, takePage, withoutLoad } from '../snapshot-load.ts';

/** What a claim rests on, and the ops of colleagues that lie here, shown or not. */
export type SimSeen = Seen & { readonly peers: readonly Op[] };

/** The decisions of the sync design that a broken variant gets wrong. Everything else is the product's own code. */
export type Design = {
  readonly name: string;
  /** What an op says its author had seen. */
  readonly claimFor: (seen: SimSeen, act: Pick<Op, 't' | 'f'>, streamAfter: number) => Claim;
  /** The row of a record on a pull page. */
  readonly rowFor: (record: SyncRecord, base: number, after: number) => Row;
  /** When an own op leaves the outbox and so the overlay. */
  readonly mayTrim: (entry: OutboxEntry, completeCookie: number) => boolean;
  /** Whether the server skips an op it has taken before. */
  readonly skipsRepeats: boolean;
  /** The op as the server takes it, seeing its record; `undefined` drops it as if it were older than everything. */
  readonly asTaken: (op: Op, record: SyncRecord | undefined) => Op | undefined;
  /** What a PC brings back of a record of an earlier life of its stream. */
  readonly resupply: (old: SyncRecord, present: SyncRecord | undefined, shared: number | null) => readonly Resupply[];
  /** Whether the server takes what a PC brings back. */
  readonly mayResupply: typeof mayResupply;
  /** Whether a PC that has pulled a life to the end says that it is done; `left`: how much of its own still waits to be sent or brought back. */
  readonly saysWhole: (left: number) => boolean;
  /** Where a PC goes on while a snapshot is on its way, and where it stands after a page. */
  readonly positionOf: typeof positionOf;
  readonly takePage: typeof takePage;
  /** The record after a chunk of a snapshot brought it. */
  readonly applyChunk: typeof applyRow;
  /** Whether the server tells a PC, unasked, what became of its ops that another's hand brought in this life of the stream. */
  readonly tellsCarried: (epoch: string) => boolean;
  /** Of a broken design that few runs catch: the seed with which to begin. */
  readonly firstSeed?: number;
};

/** A claim as the product makes it. */
function claimOfAct(seen: Seen, { t, f }: Pick<Op, 't' | 'f'>): Claim {
  return claimOf(seen, Object.keys(f), t);
}

/** The design the product ships. */
export const ourDesign: Design = {
  name: 'ours',
  claimFor: claimOfAct,
  rowFor: toRow,
  mayTrim: isShownBack,
  skipsRepeats: true,
  asTaken: (op) => op,
  resupply: resupplyOf,
  mayResupply,
  saysWhole: (left) => left === 0,
  positionOf,
  takePage,
  applyChunk: applyRow,
  tellsCarried: isRestored,
};

const newestStamp = (record: SyncRecord | undefined): number =>
  Math.max(0, ...Object.values(record?.f ?? {}).map((cell) => cell.h));

/** The newest of the colleagues' ops that lie here, whether it is shown or not. */
function newestHeld({ peers }: SimSeen, fields: readonly string[]): Op['saw'] {
  const named = fields.flatMap((field) => {
    const newest = peers.findLast((op) => Object.hasOwn(op.f, field));
    return newest === undefined ? [] : [[field, { dev: newest.dev, n: newest.n }] as const];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function withoutTold({ f, ...row }: Row): Row {
  const cells = Object.entries(f).map(([field, { told: _told, ...cell }]) => [field, cell] as const);
  return { ...row, f: Object.fromEntries(cells) };
}

/** Designs that look right and lose or hide data (reference sync.md, section 9). The suite must fail on each. */
export const brokenDesigns: readonly Design[] = [
  { ...ourDesign, name: 'delta-cut-at-page-position', rowFor: (record, _base, after) => toRow(record, after) },
  {
    ...ourDesign,
    name: 'base-is-stream-cookie',
    claimFor: (seen, act, streamAfter) => ({ ...claimOfAct(seen, act), base: streamAfter }),
  },
  { ...ourDesign, name: 'trimmed-at-acknowledgement', mayTrim: (entry) => entry.state.kind === 'acknowledged' },
  { ...ourDesign, name: 'no-duplicate-check', skipsRepeats: false },
  {
    ...ourDesign,
    name: 'resolution-clears-unseen',
    asTaken: (op, record) => (op.t === 'res' ? { ...op, base: record?.seq ?? 0 } : op),
  },
  {
    ...ourDesign,
    name: 'last-writer-by-clock',
    asTaken: (op, record) => (op.h > newestStamp(record) ? { ...op, base: Number.MAX_SAFE_INTEGER } : undefined),
  },
  { ...ourDesign, name: 'last-arrival-wins', asTaken: (op) => ({ ...op, base: Number.MAX_SAFE_INTEGER }) },
  { ...ourDesign, name: 'restore-forgets-others', resupply: () => [] },
  {
    ...ourDesign,
    name: 'restore-overwrites-new-work',
    resupply: (old, present, shared) =>
      resupplyOf(old, present, shared).map((part) => ({ ...part, base: Number.MAX_SAFE_INTEGER })),
  },
  { ...ourDesign, name: 'restore-never-over', mayResupply: () => true },
  {
    ...ourDesign,
    name: 'restore-over-by-own-word-only',
    mayResupply: (turn, present) => isRestored(present) && (turn?.epoch !== present || !turn.isDone),
  },
  { ...ourDesign, name: 'restore-over-with-first-contact', mayResupply: (turn, present) => turn?.epoch !== present },
  { ...ourDesign, name: 'restore-over-with-last-page', saysWhole: () => true },
  {
    ...ourDesign,
    name: 'overlay-ignored-in-base',
    claimFor: (seen, act) => ({ ...claimOfAct(seen, act), base: seen.shadow?.seq ?? 0 }),
  },
  {
    ...ourDesign,
    name: 'peers-never-seen',
    claimFor: (seen, act) => ({ ...claimOfAct(seen, act), saw: undefined, rest: undefined }),
  },
  {
    ...ourDesign,
    name: 'peers-hidden-seen',
    claimFor: (seen, act) => ({ ...claimOfAct(seen, act), saw: newestHeld(seen, Object.keys(act.f)) }),
  },
  {
    // The colleague may be refused: then nobody who was taken has seen what he covered.
    ...ourDesign,
    name: 'peers-cover-seen',
    claimFor: (seen, act) => {
      const { base, saw, rest } = claimOfAct(seen, act);
      return { base: rest ?? base, saw, rest: undefined };
    },
    firstSeed: 28,
  },
  {
    // A PC that knows what became of an op in the life before believes it of this one.
    ...ourDesign,
    name: 'carried-outcomes-untold',
    tellsCarried: () => false,
    firstSeed: 269,
  },
  {
    // An op that comes again after a restore looks younger than what its PC wrote later, which is then not brought back.
    ...ourDesign,
    name: 'order-by-cut-times',
    rowFor: (record, base) => withoutTold(toRow(record, base)),
    firstSeed: 238,
  },
  {
    // What was changed while the snapshot was built is not in it: only whole rows bring its older fields.
    ...ourDesign,
    name: 'snapshot-counts-as-complete',
    positionOf: (cookie) => ({ ...positionOf(cookie), base: cookie.load?.seq ?? cookie.base }),
  },
  {
    ...ourDesign,
    name: 'last-page-completes-a-loading-copy',
    takePage: (cookie, page) =>
      page.more ? takePage(cookie, page) : { ...withoutLoad(cookie), ...advance(cookie, page) },
  },
  { ...ourDesign, name: 'chunk-overwrites-newer-cells', applyChunk: (_held, row) => row },
];
