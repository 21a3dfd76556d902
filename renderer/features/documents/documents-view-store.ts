import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { allDocuments, type DocumentFilter } from '#renderer/data/documents/document-list.ts';

type DocumentsView = {
  readonly filter: DocumentFilter;
  /** Ids of columns the person has put away. */
  readonly hidden: readonly string[];
  readonly tab: string;
  readonly setFilter: (change: Partial<DocumentFilter>) => void;
  readonly setHidden: (hidden: readonly string[]) => void;
  readonly setTab: (tab: string) => void;
};

/** How the person looks at the register: kept while other screens are open; only the columns outlive the program. */
export const useDocumentsView = create<DocumentsView>()(
  persist(
    (set) => ({
      filter: allDocuments,
      hidden: [],
      tab: 'handling',
      setFilter: (change) => set((state) => ({ filter: { ...state.filter, ...change } })),
      setHidden: (hidden) => set({ hidden }),
      setTab: (tab) => set({ tab }),
    }),
    { name: 'documents-view', partialize: ({ hidden }) => ({ hidden }) },
  ),
);

/** Lets the register show these papers only, whatever was asked of it before. */
export function showDocuments(change: Partial<DocumentFilter>): void {
  useDocumentsView.getState().setFilter({ ...allDocuments, ...change });
}
