import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type Settings = {
  /** 19 px instead of 15 px, on every screen. */
  readonly largeType: boolean;
  readonly setLargeType: (large: boolean) => void;
  /** Number this PC had when a person last took note of it; 0 before. */
  readonly lastDev: number;
  readonly setLastDev: (dev: number) => void;
  /** Notices a person has put away: by person and notice, until when (milliseconds). */
  readonly putAway: Readonly<Record<string, number>>;
  readonly setPutAway: (key: string, untilMs: number, nowMs: number) => void;
};

/** How this PC shows things; no data. */
export const useSettings = create<Settings>()(
  persist(
    (set) => ({
      largeType: false,
      setLargeType: (largeType) => set({ largeType }),
      lastDev: 0,
      setLastDev: (lastDev) => set({ lastDev }),
      putAway: {},
      setPutAway: (key, untilMs, nowMs) =>
        set(({ putAway }) => ({
          putAway: {
            ...Object.fromEntries(Object.entries(putAway).filter(([, until]) => until > nowMs)),
            [key]: untilMs,
          },
        })),
    }),
    { name: 'settings' },
  ),
);
