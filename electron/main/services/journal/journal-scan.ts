import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Op } from '#shared/sync/op.ts';
import { decodeJournalFrame, FRAME_HEAD, findFrameEnd, journalHeader } from './journal-frame.ts';

/** Ops that never leave the PC have counters of their own; the others share the counter the province sees. */
export type Lane = 'shared' | 'local';

/** Where an op lies: its lane and counter, and its frame's place in the file. */
export type JournalEntry = { readonly lane: Lane; readonly n: number; readonly start: number; readonly length: number };

/** The lane an op counts in. */
export function laneOf(op: Op): Lane {
  return op.stream === LOCAL_STREAM ? 'local' : 'shared';
}

/** What reading a whole journal gives. `end`: after the last good frame; `damaged`: bytes between good frames that are none. */
export type JournalScan = {
  readonly entries: readonly JournalEntry[];
  readonly end: number;
  readonly damagedBytes: number;
};

/** A file that is no journal of this format, or of a newer version. It is left as it is. */
export class ForeignJournalError extends Error {}

/**
 * Finds every whole frame. What follows the last one is a torn write that was never answered, and is cut by the caller.
 * Damage in the middle (a bad sector) loses only the ops it hit: the search goes on behind it, byte by byte.
 */
export function scanJournal(file: Uint8Array): JournalScan {
  if (!journalHeader.every((byte, i) => file[i] === byte))
    throw new ForeignJournalError('not a journal this build can read');
  const entries: JournalEntry[] = [];
  let end = journalHeader.length;
  let damagedBytes = 0;
  for (let start = end; start + FRAME_HEAD <= file.length;) {
    const frameEnd = findFrameEnd(file, start);
    if (frameEnd === undefined) {
      start += 1;
      continue;
    }
    damagedBytes += start - end;
    const op = decodeJournalFrame(file.subarray(start, frameEnd));
    entries.push({ lane: laneOf(op), n: op.n, start, length: frameEnd - start });
    end = frameEnd;
    start = frameEnd;
  }
  return { entries, end, damagedBytes };
}
