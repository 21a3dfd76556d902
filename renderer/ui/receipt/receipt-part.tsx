import { UnstyledButton } from '@mantine/core';
import { IconAffiliate, IconCheck, IconDeviceDesktop, IconDots, IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { placeText, receiptText as text } from '#renderer/messages/receipts.ts';
import { formatWhen } from '../format-when.ts';
import { StatusChip, type ChipTone } from '../status-chip.tsx';
import classes from './receipt-part.module.css';
import { ShownPart, type ShownFacts } from './shown-part.tsx';

type Place = keyof typeof placeText;

/** What may be said of an item, in figures. Times in milliseconds. */
type ReceiptFacts = {
  readonly place: Place;
  readonly sinceMs: number | null;
  readonly records: readonly { readonly hash: string }[];
  readonly recordsOnlyHere: number;
  readonly filesOnlyHere: number;
  readonly filesElsewhere: number;
  readonly oldestUnsentAt: number | null;
};

type ReceiptPartProps = {
  /** Undefined while loading. */
  readonly receipt: ReceiptFacts | undefined;
  readonly today: PlainDate;
  /** Lets the province show the item; undefined when it cannot be asked. */
  readonly ask: () => Promise<ShownFacts | undefined>;
};

const tones: Readonly<Record<Place, ChipTone>> = {
  'only-here': 'amber',
  'in-office': 'amber',
  taken: 'neutral',
  'at-province': 'green',
  'never-leaves': 'neutral',
};

const pictures = {
  'only-here': IconDeviceDesktop,
  'in-office': IconAffiliate,
  taken: IconDots,
  'at-province': IconCheck,
  'never-leaves': IconLock,
};

/** Where an item is: only here, or at the province since when; on demand, what the province shows of it by hash and which PCs have it. */
export function ReceiptPart({ receipt, today, ask }: ReceiptPartProps): ReactNode {
  const [shown, setShown] = useState<ShownFacts | 'asking' | 'no-line'>();
  if (receipt === undefined) return null;
  const { place } = receipt;
  const Picture = pictures[place];
  const look = async (): Promise<void> => {
    setShown('asking');
    setShown((await ask()) ?? 'no-line');
  };
  return (
    <div className={classes.root}>
      <StatusChip tone={tones[place]} icon={<Picture size="0.875rem" aria-hidden />}>
        {placeText[place]}
      </StatusChip>
      {wordsOf(receipt, today).map((line) => (
        <span key={line} className={classes.words}>
          {line}
        </span>
      ))}
      {place !== 'never-leaves' && (
        <UnstyledButton
          c="var(--hx-primary)"
          fz="sm"
          aria-expanded={shown !== undefined}
          onClick={() => (shown === undefined ? void look() : setShown(undefined))}
        >
          {shown === undefined ? text.details : text.hide}
        </UnstyledButton>
      )}
      {shown !== undefined && (
        <div aria-live="polite" className={classes.root}>
          <ShownPart shown={shown} today={today} hash={receipt.records[0]?.hash} />
        </div>
      )}
    </div>
  );
}

function wordsOf(facts: ReceiptFacts, today: PlainDate): readonly string[] {
  const { place, sinceMs, recordsOnlyHere, filesOnlyHere, filesElsewhere, oldestUnsentAt } = facts;
  if (place === 'never-leaves') return [];
  const sinceOf = place === 'at-province' ? sinceMs : oldestUnsentAt;
  return [
    ...(sinceOf === null ? [] : [text.since(formatWhen(sinceOf, today))]),
    ...(recordsOnlyHere > 1 ? [text.recordsOnlyHere(formatCount(recordsOnlyHere))] : []),
    ...(filesOnlyHere > 0 ? [text.filesOnlyHere(formatCount(filesOnlyHere))] : []),
    ...(filesElsewhere > 0 ? [text.filesElsewhere(formatCount(filesElsewhere))] : []),
  ];
}
