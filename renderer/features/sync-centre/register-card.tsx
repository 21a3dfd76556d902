import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { releaseRegister, takeRegister } from '#renderer/data/documents/document-repository.ts';
import { useLease } from '#renderer/data/documents/use-documents.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './state-card.module.css';

/** Which PC gives the arrival numbers, and handing that over. */
export function RegisterCard(): ReactNode {
  const office = useOffice();
  const sync = useSync();
  const lease = useLease();
  const [asking, setAsking] = useState(false);
  const { may, roles } = useMay('register.hold');
  const text = syncText.register;
  if (lease === undefined || lease.registerId === null) return null;

  const ask = async (act: typeof takeRegister, told: string): Promise<void> => {
    setAsking(true);
    const asked = await act(office);
    setAsking(false);
    if (!asked.ok) {
      notifyError(asked.error.code);
      return;
    }
    sync.syncNow();
    notifyInfo(told);
  };
  const release = async (): Promise<void> => {
    const sure = await askConfirm({
      title: text.releaseTitle,
      body: text.releaseText,
      confirm: text.release,
      cancel: text.keep,
    });
    if (sure) await ask(releaseRegister, text.released);
  };
  return (
    <SectionCard
      title={text.title}
      text={lease.holder === 'other-pc' ? text.other(lease.holderName ?? text.someone) : text[lease.holder]}
    >
      {!may && lease.holder !== 'other-pc' && <p className={classes.text}>{rightsText.whoMay(roles)}</p>}
      {may && lease.holder === 'this-pc' && (
        <Button size="xs" variant="default" loading={asking} onClick={() => void release()}>
          {text.release}
        </Button>
      )}
      {may && lease.holder === 'nobody' && (
        <Button size="xs" variant="light" loading={asking} onClick={() => void ask(takeRegister, text.asked)}>
          {text.take}
        </Button>
      )}
    </SectionCard>
  );
}
