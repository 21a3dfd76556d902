import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../disk/atomic-file.ts';

const memorySchema = z.object({
  version: z.literal(1),
  folder: z.string().nullable(),
  failure: z.object({ code: z.string(), at: z.number() }).nullable(),
  /** Last success and last rehearsal, kept here too: the stick may be away. */
  madeAt: z.number(),
  rehearsedAt: z.number(),
  rehearsedOk: z.boolean().default(true), // what was written before this was noted
});

/** What this PC remembers of its backups between starts. */
export type BackupMemory = z.infer<typeof memorySchema>;

const nothing: BackupMemory = { version: 1, folder: null, failure: null, madeAt: 0, rehearsedAt: 0, rehearsedOk: true };

/** Reads it; nothing when there is none or it cannot be read: then a person chooses the folder again. */
export async function readBackupMemory(path: string): Promise<BackupMemory> {
  try {
    const parsed = memorySchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : nothing;
  } catch {
    return nothing;
  }
}

/** Writes it. */
export function writeBackupMemory(path: string, memory: BackupMemory): Promise<void> {
  return writeFileAtomically(path, JSON.stringify(memory));
}
