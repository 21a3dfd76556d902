import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useDiskLevel, useStoreHealth } from '#renderer/data/use-standing.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { readJournalFacts } from '#renderer/platform/desktop-facts.ts';
import { rebuildStore } from '#renderer/sync/rebuild-store.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { notifyError } from '#renderer/ui/notify.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import { ClockCard } from './clock-card.tsx';
import { OfficeNetworkCard } from './office-network-card.tsx';
import classes from './this-pc.module.css';
import { usePolled } from './use-polled.ts';
import { VaultCard } from './vault-card.tsx';

const text = thisPcText.health;
const LOOK_MS = 5000;

/** How the PC fares: disk, clock, journal, files, store. */
export function HealthPart(): ReactNode {
  const { dev, name, commune } = useOffice().device;
  const disk = useDiskLevel();
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <SectionCard title={text.pc}>
          <FactList
            facts={[
              { label: text.name, value: name },
              { label: text.dev, value: String(dev) },
              { label: text.commune, value: commune.name },
              { label: text.province, value: commune.province },
              {
                label: text.free,
                value: disk.freeBytes === null ? thisPcText.unknown : sharedText.bytes(disk.freeBytes),
              },
              { label: text.disk, value: text.levels[disk.level] },
            ]}
          />
        </SectionCard>
        <ClockCard />
        <StoreCard />
      </div>
      <div className={classes.column}>
        <OfficeNetworkCard />
        <JournalCard />
        <VaultCard />
      </div>
    </div>
  );
}

function JournalCard(): ReactNode {
  const { value: facts } = usePolled(readJournalFacts, LOOK_MS);
  const line = (n: number): string => (n === 0 ? text.journalNone : text.journalLine(formatCount(n)));
  const isFine = facts?.damagedBytes === 0 && facts.setAside === 0;
  return (
    <SectionCard title={text.journal} text={text.journalText}>
      {facts !== undefined && (
        <FactList
          facts={[
            { label: text.journalLast, value: line(facts.lastN) },
            { label: text.journalAcked, value: line(facts.acked) },
            { label: text.journalFirst, value: line(facts.firstN) },
            {
              label: text.journalDamaged,
              value: isFine
                ? text.journalFine
                : text.journalDamage(sharedText.bytes(facts.damagedBytes), facts.setAside),
            },
          ]}
        />
      )}
    </SectionCard>
  );
}

function StoreCard(): ReactNode {
  const office = useOffice();
  const health = useStoreHealth();
  const { may } = useMay('pc.manage');
  const rebuild = async (): Promise<void> => {
    const sure = await askConfirm({
      title: text.storeRebuildTitle,
      body: text.storeRebuildText,
      confirm: text.storeRebuild,
      cancel: text.keep,
    });
    if (!sure) return;
    const asked = await rebuildStore(office);
    if (!asked.ok) notifyError(asked.error.code);
  };
  return (
    <SectionCard title={text.store} text={text.storeText}>
      <p>{health.kind === 'damaged' ? text.storeDamaged(formatCount(health.rows)) : text.storeFine}</p>
      {may && (
        <div className={classes.buttons}>
          <Button size="xs" variant="default" onClick={() => void rebuild()}>
            {text.storeRebuild}
          </Button>
        </div>
      )}
    </SectionCard>
  );
}
