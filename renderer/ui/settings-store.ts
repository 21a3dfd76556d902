import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type Settings = {
  /** 19 px instead of 15 px, on every screen. */
  readonly largeType: boolean;
  readonly setLargeType: (large: boolean) => void;
};

/** How this PC shows things; no data. */
export const useSettings = create<Settings>()(
  persist((set) => ({ largeType: false, setLargeType: (largeType) => set({ largeType }) }), { name: 'settings' }),
);
