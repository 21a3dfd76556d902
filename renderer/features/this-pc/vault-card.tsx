import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { listKnownFiles } from '#renderer/data/files/known-files.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { checkVault, readVaultReport } from '#renderer/platform/desktop-facts.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './this-pc.module.css';
import { usePolled } from './use-polled.ts';

const text = thisPcText.health;
const LOOK_MS = 2000;

/** The files on this PC: looked over by the desktop by itself, and by command. */
export function VaultCard(): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { value: report, refresh } = usePolled(readVaultReport, LOOK_MS);
  const check = async (): Promise<void> => {
    const begun = await checkVault(await listKnownFiles(office));
    if (!begun.ok) notifyError(begun.error.code);
    refresh();
  };
  if (report === undefined) return null;
  // Before the first look nothing is known, and nought would be said of a PC full of files.
  const isKnown = report.checkedAt !== null;
  const count = (hashes: readonly string[]): string =>
    hashes.length > 0 ? formatCount(hashes.length) : isKnown ? text.vaultNone : text.vaultUnknown;
  const bad = [...report.missing, ...report.changed];
  return (
    <SectionCard title={text.vault} text={text.vaultText}>
      <FactList
        facts={[
          { label: text.vaultFiles, value: isKnown ? formatCount(report.files) : text.vaultUnknown },
          { label: text.vaultMissing, value: count(report.missing) },
          { label: text.vaultChanged, value: count(report.changed) },
          { label: text.vaultOrphaned, value: count(report.orphaned) },
        ]}
      />
      {bad.length > 0 && (
        <ul className={classes.hashes}>
          {bad.map((hash) => (
            <li key={hash}>{hash}</li>
          ))}
        </ul>
      )}
      {report.running !== null && (
        <Progress
          mt="sm"
          size="sm"
          value={(report.running.done / Math.max(1, report.running.total)) * 100}
          aria-label={text.vault}
        />
      )}
      <div className={classes.buttons}>
        <Button size="xs" variant="light" disabled={report.running !== null} onClick={() => void check()}>
          {text.vaultCheck}
        </Button>
        <span className={classes.grey} role="status">
          {report.running !== null
            ? text.vaultRunning(formatCount(report.running.done), formatCount(report.running.total))
            : report.checkedAt === null
              ? text.vaultNever
              : text.vaultChecked(formatWhen(report.checkedAt, today))}
        </span>
      </div>
    </SectionCard>
  );
}
