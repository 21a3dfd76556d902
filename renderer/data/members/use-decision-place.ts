import { useLive } from '../use-live.ts';

/** Where a decision stands in the office's books: an incoming or an outgoing paper; undefined when it stands in none. */
export function useDecisionPlace(
  id: string | null,
): { readonly type: 'document' | 'outgoing'; readonly id: string } | undefined {
  const place = useLive(
    async ({ db }) => {
      if (id === null) return null;
      if ((await db.outgoings.get(id)) !== undefined) return { type: 'outgoing', id } as const;
      return (await db.documents.get(id)) === undefined ? null : ({ type: 'document', id } as const);
    },
    [id],
  );
  return place ?? undefined;
}
