import { create } from 'zustand';

/** Which sheet is open; null: the own cell, the present year as a whole. */
export const useRatingsView = create<{ readonly unitId: string | null; readonly period: string | null }>()(() => ({
  unitId: null,
  period: null,
}));
