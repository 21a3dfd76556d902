import type { PlainDate } from '#shared/base/plain-date.ts';
import type { UnitEventFields, UnitEventKind } from './unit-event-record.ts';

/** A change of the tree as the rules of succession look at it. */
export type UnitChange = Omit<UnitEventFields, 'note'> & { readonly id: string };

/**
 * The end of an organisation. `on`: the first day it is no more. `heirs`: never empty; the first takes whatever is not told otherwise. `isUndone`: it was
 * founded by a change that was taken back, and hands back.
 */
export type UnitEnd = {
  readonly eventId: string;
  readonly isUndone: boolean;
  readonly on: PlainDate;
  readonly heirs: readonly string[];
  readonly memberUnits: Readonly<Record<string, string>>;
};

/** People who leave an organisation that goes on without them. */
export type UnitPart = Omit<UnitEnd, 'heirs' | 'isUndone'>;

/** What became of organisations, as all changes together tell it. */
export type Succession = {
  readonly ends: ReadonlyMap<string, UnitEnd>;
  readonly parts: ReadonlyMap<string, readonly UnitPart[]>;
};

const endingKinds: readonly UnitEventKind[] = ['merged', 'split', 'dissolved'];

/** Whether a kind of change ends organisations and hands on what they had. */
export function endsUnits(kind: UnitEventKind): boolean {
  return endingKinds.includes(kind);
}

/** Organisations that a change ends. */
export function endedBy({
  kind,
  fromUnitIds,
  toUnitIds,
}: {
  readonly kind: UnitEventKind;
  readonly fromUnitIds: readonly string[];
  readonly toUnitIds: readonly string[];
}): readonly string[] {
  return endsUnits(kind) ? fromUnitIds.filter((id) => !toUnitIds.includes(id)) : [];
}

/** The changes in the order of their days, then of their making; the same on every PC. */
export function changesInOrder<T extends Pick<UnitChange, 'on' | 'id'>>(changes: readonly T[]): readonly T[] {
  return [...changes].sort((a, b) => compare(a.on, b.on) || compare(a.id, b.id));
}

/**
 * What became of organisations. Two PCs without a network may have ended the same one, or each other's: the change that comes first in order counts, and
 * one that would hand an organisation on to itself ends nothing, so that going from heir to heir always comes to an end. An organisation that was only
 * founded by a change that was taken back hands on to the first of those it was made from.
 */
export function successionOf(changes: readonly UnitChange[]): Succession {
  const ends = new Map<string, UnitEnd>();
  const parts = new Map<string, UnitPart[]>();
  const put = (unitId: string, wanted: readonly string[], change: UnitChange): void => {
    const { id, on, memberUnits, voidReason } = change;
    const heirs = wanted.filter((heir) => heir !== unitId && !reaches(ends, heir, unitId));
    if (heirs.length > 0 && !ends.has(unitId))
      ends.set(unitId, { eventId: id, isUndone: voidReason !== '', on, heirs, memberUnits });
  };
  for (const change of changesInOrder(changes)) {
    if (!endsUnits(change.kind)) continue;
    if (change.voidReason !== '') {
      for (const unitId of change.foundedUnitIds) put(unitId, change.fromUnitIds, change);
      continue;
    }
    for (const unitId of endedBy(change)) put(unitId, change.toUnitIds, change);
    if (change.kind !== 'split') continue;
    const { id: eventId, on, memberUnits } = change;
    for (const unitId of change.fromUnitIds.filter((from) => change.toUnitIds.includes(from)))
      parts.set(unitId, [...(parts.get(unitId) ?? []), { eventId, on, memberUnits }]);
  }
  return { ends, parts };
}

/** The organisation that takes over a member or, without one, a piece of work. */
export function heirOf({ heirs, memberUnits }: UnitEnd, memberId?: string | null): string {
  const named = typeof memberId === 'string' ? memberUnits[memberId] : undefined;
  return named !== undefined && heirs.includes(named) ? named : (heirs[0] ?? '');
}

/** The organisation that has on a day what an organisation had: itself while it lives. */
export function livingUnit(
  { ends }: Pick<Succession, 'ends'>,
  unitId: string,
  day: PlainDate,
  memberId?: string | null,
): string {
  let at = unitId;
  for (let end = ends.get(at); end !== undefined && end.on <= day; end = ends.get(at)) at = heirOf(end, memberId);
  return at;
}

/** Whether something handed on may come to an organisation. */
function reaches(ends: ReadonlyMap<string, UnitEnd>, from: string, wanted: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === wanted) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(ends.get(at)?.heirs ?? []));
  }
  return false;
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
