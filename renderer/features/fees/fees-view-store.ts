import { create } from 'zustand';

/** Which sheet is open; `month` null: the present one. */
export const useFeesView = create<{ readonly unitId: string | null; readonly month: string | null }>()(() => ({
  unitId: null,
  month: null,
}));
