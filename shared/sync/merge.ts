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
      if (op.t === 'res') settleSeen(draft, field, op.base, seq);
      if (field === REMOVED && value === true) removeRecord(draft, before, op, seq);
      else writeField(draft, field, toCell(op, field, value, seq), op, policyOf(op.type, field));
    }
    if (!Object.hasOwn(op.f, REMOVED)) reviveIfUnseen(draft, before, op, seq);
  }
  return { record: { type: before.type, id: before.id, seq, f: draft.f, c: draft.c }, conflict: draft.conflict };
}

/** What is re-supplied bears the device that wrote it, not the one that brings it; every other change bears its own, whatever it says. */
function toCell(op: Op, field: string, v: FieldValue, s: number): Cell {
  const { dev, h, by } = (op.t === 'sup' ? op.origin?.[field] : undefined) ?? op;
  return { v, s, h, d: dev, by };
}

function writeField(draft: Draft, field: string, cell: Cell, { t, base }: Op, policy: FieldPolicy): void {
  const current = draft.f[field];
  if (t === 'sup' && isStale(cell, [current, draft.c[field]?.e[String(cell.d)]])) return;
  forgetOwnLoser(draft, field, cell);
  if (current === undefined || isKnownToWriter(current, cell, base, policy)) {
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
 * The writer had the current value on the screen, or it is the same device's earlier one. A joined value bears one device's name but holds
 * others' parts too, so joining policies do not trust the name; and a maximum never goes down, whoever saw it.
 */
function isKnownToWriter(current: Cell, cell: Cell, base: number, policy: FieldPolicy): boolean {
  if (policy === 'max') return false;
  return current.s <= base || (current.d === cell.d && policy !== 'union');
}

/** Re-supplied, but the device that wrote it has written the field since, or this very value is here. */
function isStale(cell: Cell, held: readonly (Cell | undefined)[]): boolean {
  return held.some((other) => other?.d === cell.d && other.h >= cell.h);
}

/** A device's newer write stands for its older one, which it knew. */
function forgetOwnLoser(draft: Draft, field: string, cell: Cell): void {
  const set = draft.c[field];
  if (set === undefined || !Object.hasOwn(set.e, String(cell.d))) return;
  const { [String(cell.d)]: _superseded, ...rest } = set.e;
  draft.c[field] = { s: cell.s, e: rest };
}

function keepLoser(draft: Draft, field: string, loser: Cell, seq: number): void {
  const entries = draft.c[field]?.e ?? {};
  draft.c[field] = { s: seq, e: { ...entries, [String(loser.d)]: { ...loser, s: seq } } };
  draft.conflict = true;
}

/** A settlement clears exactly the entries its author had seen; what arrived later stays. */
function settleSeen(draft: Draft, field: string, base: number, seq: number): void {
  const set = draft.c[field];
  if (set === undefined) return;
  const unseen = Object.entries(set.e).filter(([, entry]) => entry.s > base);
  draft.c[field] = { s: seq, e: Object.fromEntries(unseen) };
}

function removeRecord(draft: Draft, before: SyncRecord, op: Op, seq: number): void {
  const mark = toCell(op, REMOVED, true, seq);
  const held = draft.f[REMOVED];
  if (op.t === 'sup' && isStale(mark, [held, draft.c[REMOVED]?.e[String(mark.d)]])) return;
  const changedUnseen = Object.entries(before.f).some(
    ([field, cell]) => field !== REMOVED && cell.s > op.base && !isOwnOf(mark, cell, op),
  );
  const broughtBack = op.t === 'sup' && held?.v === false && held.s > op.base;
  if (!changedUnseen && !broughtBack) {
    draft.f[REMOVED] = mark;
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
  draft.f[REMOVED] = { v: false satisfies FieldValue, s: seq, h: op.h, d: op.dev, by: op.by };
  keepLoser(draft, REMOVED, removal, seq);
}
