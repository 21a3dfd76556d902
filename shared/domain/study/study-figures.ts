import type { PlainDate } from '#shared/base/plain-date.ts';
import type { StudyItemFields } from './study-item-record.ts';

/** Whether an item is for a cell: for those it names, for all when it names none. */
export function isForCell({ unitIds }: Pick<StudyItemFields, 'unitIds'>, cellId: string): boolean {
  return unitIds.length === 0 || unitIds.includes(cellId);
}

/** How many of those who should study an item have done so. */
export type StudyShare = { readonly read: number; readonly of: number };

/** Counts readers among the members of a cell; whoever has left it since is not counted. */
export function countReaders(memberIds: readonly string[], readers: ReadonlySet<string>): StudyShare {
  return { read: memberIds.filter((id) => readers.has(id)).length, of: memberIds.length };
}

/** Where an item stands for a cell. */
export type StudyStanding = 'closed' | 'done' | 'late' | 'open';

/** Done when everybody has studied it, late when its day is over before that. */
export function standingOf(
  { isClosed, dueOn }: Pick<StudyItemFields, 'isClosed' | 'dueOn'>,
  { read, of }: StudyShare,
  today: PlainDate,
): StudyStanding {
  if (isClosed) return 'closed';
  if (of > 0 && read >= of) return 'done';
  return dueOn !== null && dueOn < today ? 'late' : 'open';
}
