import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../disk/atomic-file.ts';
import { systemCode } from '../disk/disk-failure.ts';

/** Counts wrong tries by who they were for, and says how long the next one must wait. */
export type TryCounter = {
  /** Milliseconds until a try is taken again; 0 when at once. */
  readonly waitMs: (who: string) => number;
  /** Counts a try on disk, before it is judged. */
  readonly begin: (who: string) => Promise<void>;
  /** The try was right, or whoever it was for is gone. */
  readonly forget: (who: string) => Promise<void>;
};

/** Seconds to wait after so many wrong tries; from then on the last one. */
const WAIT_SECONDS = [0, 0, 0, 2, 5, 15, 30, 60, 120, 300, 600, 900] as const;
/** Somebody took the file away: everybody waits as after so many. */
const COUNT_WITHOUT_FILE = 6;
const MOST = WAIT_SECONDS.length - 1;
/** The file has its full size from the first day and is overwritten in place, so that a full disk shuts nobody out. */
const FILE_BYTES = 8192;

const fileSchema = z.object({
  version: z.literal(1),
  everybody: z.int().min(0),
  counts: z.record(z.string(), z.int().min(0)),
});
type Counts = z.infer<typeof fileSchema>;

/**
 * Opens the counter. `monotonic`: milliseconds of a clock nobody can set. It starts anew with the program: so does the waiting, in full.
 * `isNew`: there are no keys yet, so that a missing file is no sign of anything.
 */
export async function openTryCounter(path: string, isNew: boolean, monotonic: () => number): Promise<TryCounter> {
  const stored = await readCounts(path);
  const none: Counts = { version: 1, everybody: isNew ? 0 : COUNT_WITHOUT_FILE, counts: {} };
  const state: { everybody: number; counts: Record<string, number> } = { ...(stored ?? none) };
  const started = monotonic();
  const lastTry = new Map<string, number>();
  if (stored === undefined) await writeFileAtomically(path, toText({ version: 1, ...state }));

  const countOf = (who: string): number => state.counts[who] ?? state.everybody;
  const save = (): Promise<void> => overwrite(path, toText({ version: 1, ...state }));
  return {
    waitMs(who) {
      const seconds = WAIT_SECONDS[Math.min(countOf(who), MOST)] ?? 0;
      return Math.max(0, Math.ceil((lastTry.get(who) ?? started) + seconds * 1000 - monotonic()));
    },
    async begin(who) {
      state.counts[who] = countOf(who) + 1;
      lastTry.set(who, monotonic());
      await save();
    },
    async forget(who) {
      if (state.everybody === 0)
        state.counts = Object.fromEntries(Object.entries(state.counts).filter(([id]) => id !== who));
      else state.counts[who] = 0;
      lastTry.delete(who);
      await save();
    },
  };
}

async function readCounts(path: string): Promise<Counts | undefined> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined; // torn or taken away: `COUNT_WITHOUT_FILE` holds
  }
}

async function overwrite(path: string, text: string): Promise<void> {
  try {
    const file = await open(path, 'r+');
    try {
      await file.write(text, 0);
      await file.truncate(text.length);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw cause;
    await writeFileAtomically(path, text);
  }
}

function toText(counts: Counts): string {
  return JSON.stringify(counts).padEnd(FILE_BYTES);
}
