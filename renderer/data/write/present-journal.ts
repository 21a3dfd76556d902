import { ok } from '#shared/base/result.ts';
import type { StreamMove } from '#shared/sync/moved-stream.ts';
import type { Journal } from '../office-ports.ts';
import { toPresentOp } from '../replica/move-copy.ts';

/** The journal with its ops as they count now: it holds them as they were written, before the commune was merged into another one. */
export function presentJournal(journal: Journal, moves: readonly StreamMove[]): Journal {
  if (moves.length === 0) return journal;
  return {
    append: (ops) => journal.append(ops),
    facts: () => journal.facts(),
    async readSince(n, lane) {
      const read = await journal.readSince(n, lane);
      return read.ok ? ok(read.value.map((op) => toPresentOp(op, moves))) : read;
    },
  };
}
