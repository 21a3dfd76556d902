import { useOffice } from '../office-context.tsx';
import type { AttachmentRow, DraftVersionRow, OpinionRow, OutgoingRow } from '../rows.ts';
import type { OutgoingList } from '../search/search-port.ts';
import { useLive, useRowsById, useWatched } from '../use-live.ts';
import type { OutgoingFilter } from './outgoing-list.ts';

/** Outgoing papers under a filter, as ids in order, with counts for the chips; undefined while the index is being built. */
export function useOutgoingList(filter: OutgoingFilter): OutgoingList | undefined {
  const { actor } = useOffice();
  return useWatched<OutgoingList>(`${actor} ${JSON.stringify(filter)}`, (office, listener) =>
    office.search.watchOutgoings(filter, office.actor, listener),
  );
}

/** Rows of the visible window, live. */
export function useOutgoingRows(ids: readonly string[]): ReadonlyMap<string, OutgoingRow> {
  return useRowsById<OutgoingRow>('outgoings', ids);
}

/** One outgoing paper; null when there is none, undefined while loading. */
export function useOutgoing(id: string | undefined): OutgoingRow | null | undefined {
  return useLive<OutgoingRow | null>(
    async ({ db }) => (id === undefined ? null : ((await db.outgoings.get(id)) ?? null)),
    [id],
  );
}

/** Versions of a paper's text, newest first. */
export function useDrafts(outgoingId: string): readonly DraftVersionRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const rows = await db.drafts.where('outgoingId').equals(outgoingId).toArray();
      return rows
        .filter(({ removed }) => !removed)
        .sort((a, b) => b.version - a.version || (a.writtenAt < b.writtenAt ? 1 : -1));
    },
    [outgoingId],
  );
}

/** Opinions on a paper's text, oldest first. */
export function useOpinions(outgoingId: string): readonly OpinionRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const rows = await db.opinions.where('outgoingId').equals(outgoingId).toArray();
      return rows.filter(({ removed }) => !removed).sort((a, b) => (a.givenAt < b.givenAt ? -1 : 1));
    },
    [outgoingId],
  );
}

/** Files of an outgoing paper, newest first: the first is the paper as it was issued. */
export function useOutgoingFiles(outgoingId: string): readonly AttachmentRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const rows = await db.attachments.where('documentId').equals(outgoingId).toArray();
      return rows.filter(({ removed }) => !removed).sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1));
    },
    [outgoingId],
  );
}
