import { create } from 'zustand';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { BadgeView } from './badge-views.ts';

/** What is shown; `on` null: the next award day. */
export const useBadgesView = create<{
  readonly on: PlainDate | null;
  readonly view: BadgeView;
  readonly query: string;
}>()(() => ({ on: null, view: 'list', query: '' }));
