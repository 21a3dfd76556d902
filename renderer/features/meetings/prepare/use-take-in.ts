import { useState } from 'react';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import { takeInFile } from '#renderer/platform/take-in-file.ts';
import { notifyError } from '#renderer/ui/notify.tsx';

/** How far files from outside have come into the vault; `percent` null while none comes. */
export type TakeIn = {
  readonly percent: number | null;
  readonly take: (files: readonly File[]) => Promise<void>;
};

/** Takes chosen files in one after the other: each that is refused is named with the reason, the others go on. `onTaken` gets those that lie in the vault. */
export function useTakeIn(onTaken: (files: readonly StoredFile[]) => Promise<void>): TakeIn {
  const [percent, setPercent] = useState<number | null>(null);
  return {
    percent,
    take: async (files) => {
      const taken: StoredFile[] = [];
      setPercent(0);
      for (const [i, file] of files.entries()) {
        const stored = await takeInFile(file, (part) => setPercent(Math.round((i * 100 + part) / files.length)));
        if (stored.ok) taken.push(stored.value.file);
        else notifyError(stored.error.code, file.name);
      }
      setPercent(null);
      if (taken.length > 0) await onTaken(taken);
    },
  };
}
