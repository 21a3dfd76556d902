import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../disk/atomic-file.ts';

const fileSchema = z.object({ version: z.literal(1), acked: z.record(z.string(), z.int().min(0)) });

/** What the province has acknowledged, by device number. Losing it costs nothing but that old segments stay longer. */
export type AcknowledgedNote = {
  readonly get: (dev: number) => number;
  /** Notes a counter durably; one that does not rise changes nothing. */
  readonly note: (dev: number, n: number) => Promise<void>;
};

/** Reads the note at `path`; what cannot be read counts as nothing acknowledged. */
export async function openAcknowledgedNote(path: string): Promise<AcknowledgedNote> {
  const acked = new Map<string, number>(Object.entries(await readNote(path)));
  const get = (dev: number): number => acked.get(String(dev)) ?? 0;
  let saving: Promise<void> = Promise.resolve();
  return {
    get,
    async note(dev, n) {
      if (dev === 0 || n <= get(dev)) return;
      acked.set(String(dev), n);
      saving = saving
        .then(() => writeFileAtomically(path, JSON.stringify({ version: 1, acked: Object.fromEntries(acked) })))
        .catch(() => undefined); // a full disk: the next answer brings it again
      await saving;
    },
  };
}

async function readNote(path: string): Promise<Record<string, number>> {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data.acked : {};
  } catch {
    return {};
  }
}
