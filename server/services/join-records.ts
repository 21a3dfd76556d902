import type { Cell, ConflictSet, SyncRecord } from '#shared/sync/record.ts';

/** A record that both offices have: which of the two goes on, and the other. */
export type Twin = { readonly standing: SyncRecord; readonly other: SyncRecord };

/**
 * The one record of two offices' records with the same address (a member who went from one to the other, a setting). What stands goes on as it is; of the
 * other comes what the standing one says nothing of. The rest of it is in the trail, which both bring along. Every cell gets the new sequence: nobody's PC
 * has seen this record, so that what is still unsent of either office meets it as a question, and every copy takes the same.
 */
export function joinRecords({ standing, other }: Twin, seq: number): SyncRecord {
  const f = { ...other.f, ...standing.f };
  const c = { ...other.c, ...standing.c };
  return {
    type: standing.type,
    id: standing.id,
    seq,
    f: mapValues(f, (cell: Cell) => ({ ...cell, s: seq })),
    c: mapValues(c, ({ e }: ConflictSet) => ({ s: seq, e: mapValues(e, (cell) => waitingFrom(cell, seq)) })),
  };
}

/**
 * Which of two records goes on. Of a member and what belongs to it that of the office where the member is at home; of everything else (settings) that of the
 * office that goes on.
 */
export function chooseStanding(gone: SyncRecord, kept: SyncRecord, isHomeAtGone: (memberId: string) => boolean): Twin {
  const owner = gone.type === 'member' ? gone.id : (gone.f['memberId']?.v ?? gone.f['documentId']?.v);
  return typeof owner === 'string' && isHomeAtGone(owner)
    ? { standing: gone, other: kept }
    : { standing: kept, other: gone };
}

/** Standings of a member's record that say that the member is kept elsewhere. */
const elsewhere: readonly unknown[] = ['transferred', 'guest'];

/** Whether a member of both offices is at home in the one that goes away: it keeps the member, and the other has only what is left, or a guest. */
export function isHomeOf(gone: SyncRecord, kept: SyncRecord): boolean {
  const [here, there] = [gone, kept].map(({ f }) => f['state']?.v);
  return !elsewhere.includes(here) && elsewhere.includes(there);
}

/** Nobody has seen it in use in this stream. */
function waitingFrom(cell: Cell, seq: number): Cell {
  return { ...cell, s: seq, ...(cell.was !== undefined && { was: seq }) };
}

function mapValues<A, B>(values: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
