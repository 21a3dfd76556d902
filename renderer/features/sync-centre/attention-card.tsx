import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { retryTransfer } from '#renderer/data/files/transfer-store.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { AttentionItem } from '#renderer/data/review/use-review.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { recordWords, syncText } from '#renderer/messages/sync.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';
import { notifyInfo } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './attention-card.module.css';
import { durationInWords } from '#renderer/ui/duration-words.ts';

type PlainItem = Exclude<AttentionItem, { kind: 'refused' }>;

type Words = { readonly chip: string; readonly title: string; readonly text: string };

/** Something that needs to be known, in plain words: what happened, what is safe, what to do. */
export function AttentionCard({ item }: { readonly item: PlainItem }): ReactNode {
  const words = wordsOf(item);
  return (
    <article className={classes.card} aria-label={words.title}>
      <header className={classes.header}>
        <StatusChip tone="amber">{words.chip}</StatusChip>
        <Title order={2} className={classes.title ?? ''}>
          {words.title}
        </Title>
      </header>
      <p>{words.text}</p>
      {item.kind === 'missing-file' && item.documentId !== null && <OpenDocument documentId={item.documentId} />}
      {item.kind === 'file' && <FileButtons hash={item.hash} documentId={item.documentId} />}
    </article>
  );
}

function OpenDocument({ documentId }: { readonly documentId: string }): ReactNode {
  const navigate = useNavigate();
  return (
    <div className={classes.buttons}>
      <Button size="xs" variant="default" onClick={() => navigate(routes.document(documentId))}>
        {syncText.attention.openDocument}
      </Button>
    </div>
  );
}

function FileButtons({ hash, documentId }: { readonly hash: string; readonly documentId: string | null }): ReactNode {
  const office = useOffice();
  const sync = useSync();
  const navigate = useNavigate();
  const again = async (): Promise<void> => {
    await retryTransfer(office, hash);
    sync.syncNow();
    notifyInfo(syncText.attention.resent);
  };
  return (
    <div className={classes.buttons}>
      <Button size="xs" variant="light" onClick={() => void again()}>
        {syncText.attention.again}
      </Button>
      {documentId !== null && (
        <Button size="xs" variant="default" onClick={() => navigate(routes.document(documentId))}>
          {syncText.attention.openDocument}
        </Button>
      )}
    </div>
  );
}

function wordsOf(item: PlainItem): Words {
  const { attention } = syncText;
  switch (item.kind) {
    case 'parked':
      return {
        chip: attention.parkedChip,
        title: attention.refusedTitle(recordWords[item.type], item.title),
        text: attention.parkedText,
      };
    case 'file':
      return {
        chip: attention.fileChip,
        title: attention.file(item.name),
        text: `${reason(item.code)} ${attention.fileText}`,
      };
    case 'missing-file':
      return {
        chip: attention.missingChip,
        title: attention.missingTitle(item.name),
        text: item.isOwn ? attention.missingOwn : attention.missingOther,
      };
    case 'clock': {
      const span = durationInWords(item.offsetMs);
      return { chip: attention.clockChip, title: attention.clockTitle(span), text: attention.clockText };
    }
    case 'counter-gap':
      return { chip: attention.gapChip, title: attention.gapTitle, text: attention.gapText };
  }
}

function reason(code: ErrorCode): string {
  const { happened, todo } = describeError(code);
  return `${happened}. ${todo}`;
}
