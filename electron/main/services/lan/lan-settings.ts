import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { lanAddressSchema } from '#shared/contract/lan.ts';
import { writeFileAtomically } from '../disk/atomic-file.ts';

const settingsSchema = z.strictObject({
  isOn: z.boolean(),
  typed: z.array(lanAddressSchema).max(50),
  /** Where colleagues' PCs answered last, by number. */
  known: z.record(z.string().regex(/^\d{1,10}$/), lanAddressSchema),
});
export type LanSettings = z.infer<typeof settingsSchema>;

/** Off until somebody switches it on. */
const OFF: LanSettings = { isOn: false, typed: [], known: {} };

/** Reads what was set; what cannot be read counts as off. */
export async function readLanSettings(path: string): Promise<LanSettings> {
  try {
    return settingsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return OFF; // no file yet, or a damaged one: nothing listens then
  }
}

export function writeLanSettings(path: string, settings: LanSettings): Promise<void> {
  return writeFileAtomically(path, JSON.stringify(settings));
}
