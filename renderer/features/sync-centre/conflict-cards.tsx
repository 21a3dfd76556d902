import type { ReactNode } from 'react';
import type { OpenConflict } from '#renderer/data/review/use-review.ts';
import { ConflictCard } from './conflict-card.tsx';

type ConflictCardsProps = {
  readonly conflicts: readonly OpenConflict[];
  /** Records put off, in the order they were. */
  readonly postponed: readonly string[];
  readonly onPostpone: (key: string) => void;
};

/** All records with a field that has two values; those put off for later at the end. */
export function ConflictCards({ conflicts, postponed, onPostpone }: ConflictCardsProps): ReactNode {
  const place = (conflict: OpenConflict): number => postponed.indexOf(keyOf(conflict));
  return [...conflicts]
    .sort((a, b) => place(a) - place(b))
    .map((conflict) => (
      <ConflictCard
        key={keyOf(conflict)}
        conflict={conflict}
        canPostpone={conflicts.length > 1}
        onPostpone={() => onPostpone(keyOf(conflict))}
      />
    ));
}

function keyOf({ type, id }: OpenConflict): string {
  return `${type}:${id}`;
}
