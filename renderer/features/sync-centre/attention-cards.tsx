import type { ReactNode } from 'react';
import type { AttentionItem } from '#renderer/data/review/use-review.ts';
import { AttentionCard } from './attention-card.tsx';
import { RefusedCard } from './refused-card.tsx';

/** Everything that needs a person beside conflicts: refused and parked changes, files that did not go, the clock. */
export function AttentionCards({ items }: { readonly items: readonly AttentionItem[] }): ReactNode {
  return items.map((item) =>
    item.kind === 'refused' ? (
      <RefusedCard key={keyOf(item)} item={item} />
    ) : (
      <AttentionCard key={keyOf(item)} item={item} />
    ),
  );
}

function keyOf(item: AttentionItem): string {
  if (item.kind === 'refused' || item.kind === 'parked') return `${item.kind}:${String(item.n)}`;
  return item.kind === 'file' || item.kind === 'missing-file' ? `${item.kind}:${item.hash}` : item.kind;
}
