import type { StaffRole } from '#shared/domain/staff/staff-record.ts';

/** What a figure at the head of the page counts. */
export type CardId =
  | 'awaiting'
  | 'mine'
  | 'unit'
  | 'overdue'
  | 'unnumbered'
  | 'choose'
  | 'unsent'
  | 'registered'
  | 'in-progress';

/** How many of each there are. */
export type CardCounts = Readonly<Record<CardId, number>>;

/** Figures in the order that suits the person's work; the first ones are what the day is about. */
const cardsOfRole: Readonly<Record<StaffRole, readonly CardId[]>> = {
  leader: ['awaiting', 'mine', 'overdue', 'in-progress', 'choose', 'unsent'],
  'office-head': ['overdue', 'awaiting', 'in-progress', 'mine', 'choose', 'unsent'],
  clerk: ['registered', 'unnumbered', 'awaiting', 'overdue', 'choose', 'unsent'],
  officer: ['mine', 'unit', 'overdue', 'in-progress', 'choose', 'unsent'],
  'cell-secretary': ['mine', 'unit', 'overdue', 'in-progress', 'choose', 'unsent'],
};

/** Figures that are this person's own work: they make up "n việc đang chờ bạn". */
const ownWork: Readonly<Record<StaffRole, readonly CardId[]>> = {
  leader: ['awaiting', 'mine', 'choose'],
  'office-head': ['overdue', 'mine', 'choose'],
  clerk: ['mine', 'choose'],
  officer: ['mine', 'choose'],
  'cell-secretary': ['mine', 'choose'],
};

/** Figures that mean trouble when they are not nought. */
const alarming: readonly CardId[] = ['overdue', 'choose'];

/** A figure at the head of the page. */
export type TodayCard = { readonly id: CardId; readonly count: number; readonly alarm: boolean };

export function cardsFor(role: StaffRole, counts: CardCounts): readonly TodayCard[] {
  return cardsOfRole[role].map((id) => ({ id, count: counts[id], alarm: alarming.includes(id) && counts[id] > 0 }));
}

/** How much waits for this person. */
export function countOwnWork(role: StaffRole, counts: CardCounts): number {
  return ownWork[role].reduce((sum, id) => sum + counts[id], 0);
}

/** The lists of papers a role sees, most pressing first. */
export type PaperListId = 'awaiting' | 'mine' | 'unit' | 'due';

export function listsFor(role: StaffRole): readonly PaperListId[] {
  switch (role) {
    case 'leader':
      return ['awaiting', 'due', 'mine'];
    case 'office-head':
      return ['due', 'awaiting', 'mine'];
    case 'clerk':
      return ['due', 'awaiting', 'mine'];
    case 'officer':
    case 'cell-secretary':
      return ['mine', 'unit', 'due'];
  }
}
