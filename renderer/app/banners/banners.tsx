import { Button, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useLateWork } from '#renderer/data/organisation/late-work.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { dismissRebuilt } from '#renderer/data/store-health.ts';
import { useDiskLevel, useStoreHealth } from '#renderer/data/use-standing.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { bannersText as text } from '#renderer/messages/banners.ts';
import { rebuildStore } from '#renderer/sync/rebuild-store.ts';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { useSettings } from '#renderer/ui/settings-store.ts';
import type { Banner } from './banner.ts';
import classes from './banners.module.css';
import { listBanners } from './list-banners.ts';
import { useFaultNotes } from './use-fault-notes.ts';
import { usePcFacts } from './use-pc-facts.ts';

const DAY_MS = 24 * 3_600_000;

/** One notice above the screen, the heaviest; the others wait behind it. */
export function Banners(): ReactNode {
  const office = useOffice();
  const banners = useBanners();
  const [turned, setTurned] = useState(0);
  const { setLastDev, putAway, setPutAway } = useSettings();
  const keyOf = ({ key }: Banner): string => `${office.actor} ${key}`;
  // A lock throws the page away: what was put away stays so for a while, or it would be back with every opening.
  const shown = banners.filter((each) => (putAway[keyOf(each)] ?? 0) <= office.nowMs());
  const banner = shown[turned % Math.max(1, shown.length)];
  if (banner === undefined) return null;
  const dismiss = (): void => {
    setTurned(0);
    const nowMs = office.nowMs();
    setPutAway(keyOf(banner), nowMs + (banner.restMs ?? DAY_MS), nowMs);
    if (banner.key === 'rebuilt') dismissRebuilt(office.health);
    if (banner.key.startsWith('renumbered')) setLastDev(office.device.dev);
  };
  return (
    <section className={classes.root} data-tone={banner.tone} aria-label={text.label}>
      {banner.tone === 'blue' ? (
        <IconInfoCircle className={classes.icon} stroke={1.6} aria-hidden />
      ) : (
        <IconAlertTriangle className={classes.icon} stroke={1.6} aria-hidden />
      )}
      <div className={classes.words} role={banner.tone === 'red' ? 'alert' : 'status'}>
        <strong>{banner.title}</strong>
        <p>{banner.text}</p>
      </div>
      <div className={classes.buttons}>
        {banner.action !== undefined && (
          <Button size="xs" variant={banner.tone === 'red' ? 'filled' : 'default'} onClick={banner.action.run}>
            {banner.action.label}
          </Button>
        )}
        {banner.mayDismiss === true && (
          <Button size="xs" variant="default" onClick={dismiss}>
            {text.understood}
          </Button>
        )}
        {shown.length > 1 && (
          <UnstyledButton className={classes.more} title={text.next} onClick={() => setTurned(turned + 1)}>
            {text.more(shown.length - 1)}
          </UnstyledButton>
        )}
      </div>
    </section>
  );
}

function useBanners(): readonly Banner[] {
  const office = useOffice();
  const navigate = useNavigate();
  const health = useStoreHealth();
  const disk = useDiskLevel();
  const facts = usePcFacts();
  const sync = useSyncStatus();
  const today = useToday();
  useFaultNotes(health, sync.clockOffsetMs);
  const { may } = useMay('pc.manage');
  const lateWork = useLateWork().length;
  const { lastDev } = useSettings();
  const rebuild = async (): Promise<void> => {
    const asked = await rebuildStore(office);
    if (!asked.ok) notifyError(asked.error.code);
  };
  return listBanners({
    health,
    disk,
    facts,
    sync,
    dev: office.device.dev,
    devBefore: lastDev,
    mayManage: may,
    lateWork,
    nowMs: office.nowMs(),
    when: (ms) => formatWhen(ms, today),
    run: {
      reopen: () => window.location.reload(),
      rebuild: () => void rebuild(),
      thisPc: (part) => navigate(`${routes.thisPc()}/${part}`),
      units: () => navigate(routes.units()),
    },
  });
}
