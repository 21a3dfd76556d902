import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../disk/atomic-file.ts';

/** Why the data of a PC was made unreadable. */
export type WipeReason = 'ordered' | 'handed-over';

const markSchema = z.object({
  version: z.literal(1),
  reason: z.enum(['ordered', 'handed-over']),
  removed: z.boolean(),
});

const REMOVED = '.removed-';
/** Chromium's single-instance lock lies in the profile and is held while things are removed. */
const KEPT = /^(Singleton|lockfile|wiped\.json)/;

/** Notes, before anything is destroyed, that everything in the profile is to go. */
export async function markWiped(path: string, reason: WipeReason): Promise<void> {
  await writeFileAtomically(path, JSON.stringify({ version: 1, reason, removed: false }));
}

/** Whether and why this PC's data was made unreadable, and nothing new has begun since. */
export function readWipeReason(path: string): WipeReason | undefined {
  return readMark(path)?.reason;
}

/** At the start, before anything of the profile is open: takes a wiped profile's content out of the way, and removes it in the background. */
export function finishWipe(root: string, path: string, report: (cause: unknown) => void): void {
  const mark = readMark(path);
  if (mark?.removed === false) {
    const grave = join(root, `${REMOVED}${String(Date.now())}`);
    mkdirSync(grave);
    let isRemoved = true;
    for (const name of readdirSync(root).filter((entry) => !KEPT.test(entry) && !entry.startsWith(REMOVED))) {
      try {
        renameSync(join(root, name), join(grave, name));
      } catch (cause) {
        isRemoved = false; // somebody holds it open; it cannot be read any more, and the next start tries again
        report(cause);
      }
    }
    writeFileSync(path, JSON.stringify({ ...mark, removed: isRemoved }));
  }
  for (const name of readdirSync(root).filter((entry) => entry.startsWith(REMOVED)))
    void rm(join(root, name), { recursive: true, force: true }).catch(report);
}

/** The PC has joined a commune again: what it was before concerns nobody. */
export async function forgetWipe(path: string): Promise<void> {
  await rm(path, { force: true });
}

function readMark(path: string): z.infer<typeof markSchema> | undefined {
  try {
    return markSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined; // the usual case: there is none
  }
}
