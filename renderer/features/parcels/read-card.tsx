import { Button } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { parcelsText } from '#renderer/messages/parcels.ts';
import { getDesktop } from '#renderer/platform/desktop.ts';
import { chooseStick } from '#renderer/platform/desktop-parcels.ts';
import { readStick, type StickReport } from '#renderer/sync/parcel/read-stick.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './parcels.module.css';

const text = parcelsText.read;

/** Reads what lies on a stick for this PC. */
export function ReadCard({ onRead }: { readonly onRead: (report: StickReport) => void }): ReactNode {
  const office = useOffice();
  const sync = useSync();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const read = async (): Promise<void> => {
    setFailure(null);
    const chosen = await chooseStick('read');
    if (!chosen.ok) setFailure(chosen.error.code);
    if (!chosen.ok || chosen.value === null) return;
    setBusy(true);
    const done = await readStick(office, getDesktop());
    setBusy(false);
    if (!done.ok) {
      setFailure(done.error.code);
      return;
    }
    onRead(done.value);
    sync.syncNow(); // what came may ask for more to be written, and the line may be there
  };
  return (
    <SectionCard title={text.title} text={text.text}>
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconUsb size="1rem" aria-hidden />}
          onClick={() => void read()}
        >
          {text.choose}
        </Button>
      </div>
      <div aria-live="polite">{busy && <p className={classes.text}>{text.reading}</p>}</div>
      {failure !== null && <ErrorNote code={failure} />}
    </SectionCard>
  );
}
