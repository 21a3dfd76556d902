import { isPartialDate } from '#shared/base/partial-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { compareDates, compareTexts } from './compare-values.ts';

/** A value of a member's field. */
export type MemberValue = MemberFields[keyof MemberFields];

/** What a row changes in a record that is there: fields written, with the values before; and fields two people answer for. */
export type RowChanges = {
  readonly was: Partial<MemberFields>;
  readonly to: Partial<MemberFields>;
  readonly proposed: readonly {
    readonly field: keyof MemberFields;
    readonly from: MemberValue;
    readonly to: MemberValue;
  }[];
};

/**
 * Standing and cell of a member change by events that rest on decisions, never by a list. A record's own marks are not for lists either.
 */
export const fieldsOfLife: ReadonlySet<keyof MemberFields> = new Set(['state', 'unitId', 'candidateStage', 'importId']);

/** How a value differs from the one that is there. `finer`: the same date known better than before; `coarser`: known less well. */
export type ValueDifference = 'same' | 'fills' | 'lacks' | 'spelling' | 'finer' | 'coarser' | 'different';

/** Compares a value of outside (`theirs`) with ours, as people would call them different. */
export function compareField(ours: MemberValue, theirs: MemberValue): ValueDifference {
  const [left, right] = [wordsOf(ours), wordsOf(theirs)];
  if (right === '') return left === '' ? 'same' : 'lacks';
  if (left === '') return 'fills';
  if (isPartialDate(left) && isPartialDate(right)) {
    const difference = compareDates(left, right);
    if (difference !== 'precision') return difference;
    return right.length > left.length ? 'finer' : 'coarser';
  }
  return compareTexts(left, right);
}

/** Words of a value; those of a name as it is printed. */
export function wordsOf(value: MemberValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'full' in value) return value.full;
  return value === null ? '' : JSON.stringify(value);
}

/**
 * What the values of a row change in a record. `mode`: `fill` writes what is empty only; `change` also what differs, and proposes it where two people answer
 * for the field (`strict`).
 */
export function changesOfRow(
  ours: MemberFields,
  values: Partial<MemberFields>,
  mode: 'fill' | 'change',
  strict: ReadonlySet<string>,
): RowChanges {
  const was: Partial<Record<keyof MemberFields, MemberValue>> = {};
  const to: Partial<Record<keyof MemberFields, MemberValue>> = {};
  const proposed: RowChanges['proposed'][number][] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = name as keyof MemberFields;
    const held = ours[field];
    const difference = compareField(held, value);
    const mayFill = difference === 'fills' && (!fieldsOfLife.has(field) || field === 'unitId');
    const mayChange =
      mode === 'change' && !fieldsOfLife.has(field) && ['different', 'spelling', 'finer'].includes(difference);
    if (!mayFill && !mayChange) continue;
    if (mayChange && strict.has(field)) proposed.push({ field, from: held, to: value });
    else {
      was[field] = held;
      to[field] = value;
    }
  }
  return { was: was as Partial<MemberFields>, to: to as Partial<MemberFields>, proposed };
}
