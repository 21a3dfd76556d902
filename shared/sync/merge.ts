import { REMOVED, type FieldValue, type Op } from './op.ts';
import { joinValues, type FieldPolicy } from './policy.ts';
import { emptyRecord, type Cell, type ConflictSet, type SyncRecord } from './record.ts';

/** Policy of a field of an entity. */
export type PolicyOf = (type: string, field: string) => FieldPolicy;

/** A record after an op, and whether some value of it now waits for a person because of this op. */
export type Merged = { readonly record: SyncRecord; readonly conflict: boolean };

type Draft = { f: Record<string, Cell>; c: Record<string, ConflictSet>; conflict: boolean };

/**
 * Merges one accepted op into a record; `seq` is the op's sequence in the stream. Pure, and the same code on server and client.
 * Per field: not changed by others since `op.base` → taken; equal → kept; else a provisional winner by (time, device) and the other value stays as a conflict.
 */
export function applyOp(record: SyncRecord | undefined, op: Op, seq: number, policyOf: PolicyOf): Merged {
  const before = record ?? emptyRecord(op.type, op.id);
  const draft: Draft = { f: { ...before.f }, c: { ...before.c }, conflict: false };
  if (op.t === 'del') removeRecord(draft, before, op, seq);
  else {
    for (const [field, value] of Object.entries(op.f)) {
      if (field === REMOVED && value === true) removeRecord(draft, before, op, seq);
      else writeField(draft, field, toCell(op, field, value, seq), op, policyOf(op.type, field));
    }
    if (!Object.hasOwn(op.f, REMOVED)) reviveIfUnseen(draft, before, op, seq);
  }
  return { record: { type: before.type, id: before.id, seq, f: draft.f, c: draft.c }, conflict: draft.conflict };
}

/** What is re-supplied bears the device that wrote it, not the one that brings it; every other change bears its own, whatever it says. */
function toCell(op: Op, field: string, v: FieldValue, s: number): Cell {
  const origin = op.t === 'sup' ? op.origin?.[field] : undefined;
  if (origin !== undefined) return { v, s, h: origin.h, d: origin.dev, by: origin.by };
  const { h, dev, by, n } = op;
  const saw = op.saw?.[field];
  return saw === undefined ? { v, s, h, d: dev, by, n } : { v, s, h, d: dev, by, n, saw: [saw] };
}

function writeField(draft: Draft, field: string, written: Cell, op: Op, policy: FieldPolicy): void {
  const { t, base } = op;
  const current = draft.f[field];
  if (t === 'sup' && isStale(written, [current, draft.c[field]?.e[String(written.d)]])) return;
  const isKnown = current === undefined || isKnownToWriter(current, written, base, policy);
  // A device's newer write stands for its older one, which it knew; a settlement clears exactly what its author had seen: what arrived later stays.
  const known = takeLosers(
    draft,
    field,
    written.s,
    (entry) => entry.d === written.d || (t === 'res' && entry.s <= base) || hasSeen(written, entry),
  );
  const replaced = isKnown && current !== undefined ? [...known, current] : known;
  const cell = isJoined(policy) ? written : withSeenOf(written, replaced);
  if (!isJoined(policy) && giveWay(draft, field, cell, isKnown)) return;
  if (isKnown) {
    draft.f[field] = cell;
    return;
  }
  const joined = joinValues(policy, current.v, cell.v);
  if (joined !== undefined) {
    if (joined !== current.v) draft.f[field] = { ...cell, v: joined };
    return;
  }
  const incomingWins = cell.h !== current.h ? cell.h > current.h : cell.d > current.d;
  draft.f[field] = incomingWins ? cell : current;
  keepLoser(draft, field, incomingWins ? current : cell, cell.s);
}

/**
 * Whether somebody who had this very write on the screen has written over it, and came first: then that one stands for it, and has seen what it had seen.
 * `knowsCurrent`: the late write would have replaced the present value.
 */
function giveWay(draft: Draft, field: string, late: Cell, knowsCurrent: boolean): boolean {
  const current = draft.f[field];
  if (current !== undefined && hasSeen(current, late)) {
    draft.f[field] = withSeenOf(current, [late]);
    return true;
  }
  const entry = Object.values(draft.c[field]?.e ?? {}).find((each) => hasSeen(each, late));
  if (entry === undefined) return false;
  const heir = withSeenOf(entry, [late]);
  takeLosers(draft, field, late.s, (each) => each === entry);
  if (knowsCurrent) draft.f[field] = { ...heir, s: late.s };
  else keepLoser(draft, field, heir, late.s);
  return true;
}

/** Who saw a value has seen what its author had seen: so what comes late is known to have been seen, however often it was written over. */
function withSeenOf(cell: Cell, replaced: readonly Cell[]): Cell {
  const added = replaced.flatMap(({ saw = [] }) => saw).filter((seen) => !hasSeen(cell, { d: seen.dev, n: seen.n }));
  return added.length === 0 ? cell : { ...cell, saw: [...(cell.saw ?? []), ...added] };
}

/**
 * The writer had the current value on the screen, or it is the same device's earlier one. A joined value bears one device's name but holds
 * others' parts too, so joining policies do not trust the name; and a maximum never goes down, whoever saw it.
 */
function isKnownToWriter(current: Cell, cell: Cell, base: number, policy: FieldPolicy): boolean {
  if (policy === 'max') return false;
  if (current.s <= base) return true;
  return policy !== 'union' && (current.d === cell.d || hasSeen(cell, current));
}

/** Whether concurrent values of a field are joined: then nobody's value is put in place of another's. */
function isJoined(policy: FieldPolicy): boolean {
  return policy === 'max' || policy === 'union';
}

/** Whether the author of a cell had this write on the screen before the server had it. Of a write without a counter nobody can say so. */
function hasSeen({ saw }: Pick<Cell, 'saw'>, { d, n }: Pick<Cell, 'd' | 'n'>): boolean {
  return saw !== undefined && saw.some((seen) => seen.dev === d && seen.n === n);
}

/** The same of the author of an op, as far as one field goes. */
function hasNamed({ saw }: Op, field: string, { d, n }: Cell): boolean {
  return saw?.[field]?.dev === d && saw[field].n === n;
}

/** Re-supplied, but the device that wrote it has written the field since, or this very value is here. */
function isStale(cell: Cell, held: readonly (Cell | undefined)[]): boolean {
  return held.some((other) => other?.d === cell.d && other.h >= cell.h);
}

/** Takes values out that wait for a person; gives them. */
function takeLosers(draft: Draft, field: string, seq: number, isOver: (entry: Cell) => boolean): readonly Cell[] {
  const entries = Object.entries(draft.c[field]?.e ?? {});
  const over = entries.filter(([, entry]) => isOver(entry));
  if (over.length === 0) return [];
  draft.c[field] = { s: seq, e: Object.fromEntries(entries.filter((entry) => !over.includes(entry))) };
  return over.map(([, entry]) => entry);
}

function keepLoser(draft: Draft, field: string, loser: Cell, seq: number): void {
  const entries = draft.c[field]?.e ?? {};
  draft.c[field] = { s: seq, e: { ...entries, [String(loser.d)]: { ...loser, s: seq } } };
  draft.conflict = true;
}

function removeRecord(draft: Draft, before: SyncRecord, op: Op, seq: number): void {
  const mark = toCell(op, REMOVED, true, seq);
  const held = draft.f[REMOVED];
  if (op.t === 'sup' && isStale(mark, [held, draft.c[REMOVED]?.e[String(mark.d)]])) return;
  if (giveWay(draft, REMOVED, mark, false)) return;
  const changedUnseen = Object.entries(before.f).some(
    ([field, cell]) => field !== REMOVED && cell.s > op.base && !isOwnOf(mark, cell, op) && !hasNamed(op, field, cell),
  );
  const broughtBack = op.t === 'sup' && held?.v === false && held.s > op.base;
  if (!changedUnseen && !broughtBack) {
    const isSeen = held !== undefined && isKnownToWriter(held, mark, op.base, 'merge');
    draft.f[REMOVED] = withSeenOf(mark, isSeen ? [held] : []);
    return;
  }
  keepLoser(draft, REMOVED, mark, seq);
}

/** Whether the remover's device wrote this cell, and so knew it; of what is re-supplied, what it wrote later it did not know. */
function isOwnOf(mark: Cell, cell: Cell, { t }: Op): boolean {
  return cell.d === mark.d && (t !== 'sup' || cell.h <= mark.h);
}

/** An edit by someone who had not seen the removal brings the record back and asks a person. */
function reviveIfUnseen(draft: Draft, before: SyncRecord, op: Op, seq: number): void {
  const removal = before.f[REMOVED];
  if (removal?.v !== true || removal.s <= op.base || (removal.d === op.dev && op.t !== 'sup')) return;
  if (hasNamed(op, REMOVED, removal)) return;
  draft.f[REMOVED] = { v: false satisfies FieldValue, s: seq, h: op.h, d: op.dev, by: op.by, n: op.n };
  keepLoser(draft, REMOVED, removal, seq);
}
