import type { ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { receiptText as text } from '#renderer/messages/receipts.ts';
import { formatWhen } from '../format-when.ts';
import classes from './receipt-part.module.css';

/** What the province showed of an item, compared with what is here. Times in milliseconds. */
export type ShownFacts = {
  readonly records: number;
  readonly files: number;
  readonly differing: number;
  readonly lacking: number;
  readonly takenAtMs: number | null;
  readonly holders: readonly {
    readonly name: string;
    readonly isOwn: boolean;
    readonly holds: boolean;
    readonly atMs: number | null;
  }[];
};

type ShownPartProps = {
  readonly shown: ShownFacts | 'asking' | 'no-line';
  readonly today: PlainDate;
  /** Hash of the item's record as held here. */
  readonly hash: string | undefined;
};

/** What the province answered when it was asked for an item: shown by hash, when it was taken, on which PCs it is. */
export function ShownPart({ shown, today, hash }: ShownPartProps): ReactNode {
  if (shown === 'asking') return <span className={classes.words}>{text.asking}</span>;
  const code =
    hash === undefined ? null : (
      <>
        <span className={classes.heading}>{text.hash}</span>
        <span className={classes.code}>{hash}</span>
      </>
    );
  if (shown === 'no-line')
    return (
      <>
        <span className={classes.words}>{text.noLine}</span>
        {code}
      </>
    );
  return (
    <>
      {verdictOf(shown).map((line) => (
        <span key={line} className={classes.words}>
          {line}
        </span>
      ))}
      {shown.takenAtMs !== null && (
        <span className={classes.words}>{text.takenAt(formatWhen(shown.takenAtMs, today))}</span>
      )}
      <Holders holders={shown.holders} today={today} />
      {code}
    </>
  );
}

function verdictOf({ records, files, differing, lacking }: ShownFacts): readonly string[] {
  return [
    ...(differing === 0 && lacking === 0 ? [text.confirmed(formatCount(records), formatCount(files))] : []),
    ...(differing > 0 ? [text.differs(formatCount(differing))] : []),
    ...(lacking > 0 ? [text.lacks(formatCount(lacking))] : []),
  ];
}

function Holders({ holders, today }: Pick<ShownFacts, 'holders'> & { readonly today: PlainDate }): ReactNode {
  const having = holders.filter(({ holds }) => holds);
  const others = holders.filter(({ holds, isOwn }) => !holds && !isOwn);
  return (
    <>
      <span className={classes.heading}>{text.receivedBy}</span>
      <ul className={classes.list}>
        {having.map(({ name, isOwn, atMs }) => (
          <li key={name} className={classes.words}>
            {isOwn || atMs === null ? text.thisPc(name) : text.receivedAt(name, formatWhen(atMs, today))}
          </li>
        ))}
        {having.every(({ isOwn }) => isOwn) && <li className={classes.words}>{text.nobodyElse}</li>}
      </ul>
      {others.length > 0 && (
        <span className={classes.words}>{`${text.notYet}: ${others.map(({ name }) => name).join(', ')}`}</span>
      )}
    </>
  );
}
