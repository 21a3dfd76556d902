import { equalValues } from './equal-values.ts';
import { REMOVED, seenUpTo, type FieldValue, type Op } from './op.ts';
import { joinValues, type FieldPolicy } from './policy.ts';
import { emptyRecord, ownTime, type Cell, type ConflictSet, type SyncRecord } from './record.ts';

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
  if (origin !== undefined) return { v, s, d: origin.dev, by: origin.by, ...stampOf(origin) };
  const { dev, by, n } = op;
  const saw = op.saw?.[field];
  if (saw === undefined && op.told === undefined) return { v, s, h: op.h, d: dev, by, n };
  return { v, s, d: dev, by, n, ...stampOf(op), ...(saw !== undefined && { saw: [saw] }) };
}

function stampOf({ h, told }: Pick<Op, 'h' | 'told'>): Pick<Cell, 'h' | 'told'> {
  return told === undefined ? { h } : { h, told };
}

function writeField(draft: Draft, field: string, written: Cell, op: Op, policy: FieldPolicy): void {
  const { t } = op;
  const base = seenUpTo(op, field);
  const current = draft.f[field];
  if (t === 'sup' && isThere(draft, field, written)) return;
  const isKnown = current === undefined || isKnownToWriter(current, written, base, policy);
  // Nearly every write: it replaces what its author saw, nothing waits for a person, and nobody saw anything ahead of the server.
  const isPlain = draft.c[field] === undefined && written.saw === undefined && current?.saw === undefined;
  if (isKnown && isPlain) {
    draft.f[field] = written;
    return;
  }
  const isLate = [current, ...Object.values(draft.c[field]?.e ?? {})].some((cell) => cell && hasSeen(cell, written));
  const isOver = (entry: Cell): boolean =>
    (t === 'res' && entry.s <= base) ||
    hasSeen(written, entry) ||
    (isLate && wasInUse(entry, base)) ||
    equalValues(entry.v, written.v);
  // A device's newer write stands for its older one, which it knew; a settlement clears exactly what its author had seen: what arrived later stays.
  const known = takeLosers(
    draft,
    field,
    written.s,
    (entry) => entry.d === written.d || (isOver(entry) && !hasSeen(entry, written)),
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
    // The same value twice stands for both, and for what both had seen.
    draft.f[field] =
      joined !== current.v ? { ...cell, v: joined } : isJoined(policy) ? current : withSeenOf(current, [cell]);
    return;
  }
  const incomingWins = cell.h !== current.h ? cell.h > current.h : cell.d > current.d;
  draft.f[field] = incomingWins ? cell : current;
  if (incomingWins) keepLoser(draft, field, current, cell.s, current.s);
  else keepLoser(draft, field, cell, cell.s);
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
  if (knowsCurrent) draft.f[field] = standing(heir, late.s);
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

/** Whether a value that now waits was the one in use at a sequence: who wrote over it then, and comes after one who saw that, leaves no question. */
function wasInUse({ was, s }: Cell, seq: number): boolean {
  return was !== undefined && was <= seq && seq < s;
}

/** A value that from a sequence on is in use or waits for a person; `was`: from which one on it had been in use until then. */
function standing({ was: _was, ...cell }: Cell, s: number, was?: number): Cell {
  return was === undefined ? { ...cell, s } : { ...cell, s, was };
}

/** Whether the author of a cell had this write on the screen before the server had it. Of a write without a counter nobody can say so. */
function hasSeen({ saw }: Pick<Cell, 'saw'>, { d, n }: Pick<Cell, 'd' | 'n'>): boolean {
  return saw !== undefined && saw.some((seen) => seen.dev === d && seen.n === n);
}

/** Whether the author of an op had this value of a field on the screen: from the server, or named as a colleague's ahead of it. */
export function isSeenBy(op: Op, field: string, { s, d, n }: Cell): boolean {
  const named = op.t === 'sup' ? undefined : op.saw?.[field];
  return s <= seenUpTo(op, field) || (named?.dev === d && named.n === n);
}

/** Re-supplied, but here already: this value waits for a person, or the device that wrote it has written the field since. */
function isThere(draft: Draft, field: string, cell: Cell): boolean {
  const waiting = draft.c[field]?.e ?? {};
  const isAsked = Object.values(waiting).some((entry) => equalValues(entry.v, cell.v));
  return isAsked || isStale(cell, [draft.f[field], waiting[String(cell.d)]]);
}

/** Whether the device that wrote it has written the field since, or this very value is held. */
function isStale(cell: Cell, held: readonly (Cell | undefined)[]): boolean {
  return held.some((other) => other?.d === cell.d && ownTime(other) >= ownTime(cell));
}

/** Takes values out that wait for a person; gives them. */
function takeLosers(draft: Draft, field: string, seq: number, isOver: (entry: Cell) => boolean): readonly Cell[] {
  const entries = Object.entries(draft.c[field]?.e ?? {});
  const over = entries.filter(([, entry]) => isOver(entry));
  if (over.length === 0) return [];
  draft.c[field] = { s: seq, e: Object.fromEntries(entries.filter((entry) => !over.includes(entry))) };
  return over.map(([, entry]) => entry);
}

/** `was`: the sequence from which on it was in use until now. */
function keepLoser(draft: Draft, field: string, loser: Cell, seq: number, was?: number): void {
  const entries = draft.c[field]?.e ?? {};
  const kept = standing(loser, seq, was);
  draft.c[field] = { s: seq, e: { ...entries, [String(loser.d)]: kept } };
  draft.conflict = true;
}

function removeRecord(draft: Draft, before: SyncRecord, op: Op, seq: number): void {
  const mark = toCell(op, REMOVED, true, seq);
  const held = draft.f[REMOVED];
  if (op.t === 'sup' && isStale(mark, [held, draft.c[REMOVED]?.e[String(mark.d)]])) return;
  if (giveWay(draft, REMOVED, mark, false)) return;
  const changedUnseen = Object.entries(before.f).some(
    ([field, cell]) => field !== REMOVED && !isOwnOf(mark, cell, op) && !isSeenBy(op, field, cell),
  );
  const broughtBack = op.t === 'sup' && held?.v === false && held.s > op.base;
  if (!changedUnseen && !broughtBack) {
    const isSeen = held !== undefined && isKnownToWriter(held, mark, seenUpTo(op, REMOVED), 'merge');
    draft.f[REMOVED] = withSeenOf(mark, isSeen ? [held] : []);
    return;
  }
  keepLoser(draft, REMOVED, mark, seq);
}

/** Whether the remover's device wrote this cell, and so knew it; of what is re-supplied, what it wrote later it did not know. */
function isOwnOf(mark: Cell, cell: Cell, { t }: Op): boolean {
  return cell.d === mark.d && (t !== 'sup' || ownTime(cell) <= ownTime(mark));
}

/** An edit by someone who had not seen the removal brings the record back and asks a person. */
function reviveIfUnseen(draft: Draft, before: SyncRecord, op: Op, seq: number): void {
  const removal = before.f[REMOVED];
  if (removal?.v !== true || isSeenBy(op, REMOVED, removal) || (removal.d === op.dev && op.t !== 'sup')) return;
  draft.f[REMOVED] = { v: false satisfies FieldValue, s: seq, d: op.dev, by: op.by, n: op.n, ...stampOf(op) };
  keepLoser(draft, REMOVED, removal, seq, removal.s);
}
