import { create } from 'zustand';
import { allOutgoings, type OutgoingFilter } from '#renderer/data/outgoing/outgoing-list.ts';

type OutgoingView = {
  readonly filter: OutgoingFilter;
  readonly tab: string;
  readonly setFilter: (change: Partial<OutgoingFilter>) => void;
  readonly setTab: (tab: string) => void;
};

/** How the person looks at the register of outgoing papers: kept while other screens are open. */
export const useOutgoingView = create<OutgoingView>()((set) => ({
  filter: allOutgoings,
  tab: 'info',
  setFilter: (change) => set((state) => ({ filter: { ...state.filter, ...change } })),
  setTab: (tab) => set({ tab }),
}));
