import { useEffect, useState } from 'react';
import { readBackupState, watchBackups, type BackupState } from '#renderer/platform/desktop-backup.ts';
import {
  readJournalFacts,
  readVaultReport,
  type JournalFacts,
  type VaultReport,
} from '#renderer/platform/desktop-facts.ts';

const EVERY_MS = 60_000;

/** What the desktop knows of journal, files and backups; each undefined until answered. */
export type PcFacts = {
  readonly journal?: JournalFacts;
  readonly vault?: VaultReport;
  readonly backup?: BackupState;
};

/** Asks the desktop each minute, and when a backup was made or its place chosen. */
export function usePcFacts(): PcFacts {
  const [facts, setFacts] = useState<PcFacts>({});
  useEffect(() => {
    let live = true;
    const ask = async (): Promise<void> => {
      const [journal, vault, backup] = await Promise.all([readJournalFacts(), readVaultReport(), readBackupState()]);
      if (!live) return;
      setFacts({
        ...(journal.ok ? { journal: journal.value } : {}),
        ...(vault.ok ? { vault: vault.value } : {}),
        ...(backup.ok ? { backup: backup.value } : {}),
      });
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    const unwatch = watchBackups(() => void ask());
    return () => {
      live = false;
      unwatch();
      clearInterval(timer);
    };
  }, []);
  return facts;
}
