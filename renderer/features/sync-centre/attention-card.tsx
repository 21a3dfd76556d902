import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { AttentionItem } from '#renderer/data/review/use-review.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { recordWords, syncText } from '#renderer/messages/sync.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './attention-card.module.css';
import { durationInWords } from './duration-words.ts';

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
    </article>
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
