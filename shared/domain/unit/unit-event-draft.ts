import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Decision } from '#shared/domain/member/decision.ts';
import type { UnitEventFields, UnitEventKind } from './unit-event-record.ts';
import type { UnitFields } from './unit-record.ts';
import { usualUnit } from './usual-unit.ts';

/** An organisation that a change founds. */
export type FoundedUnit = Pick<UnitFields, 'name' | 'kind' | 'sort' | 'parentId' | 'order' | 'termFrom' | 'termTo'> & {
  readonly id: string;
};

/** What a person says of a change of the tree. `toUnitIds`: of those that end, the first takes over whatever is not told otherwise. */
export type UnitEventDraft = {
  readonly kind: UnitEventKind;
  readonly on: PlainDate;
  readonly fromUnitIds: readonly string[];
  readonly toUnitIds: readonly string[];
  readonly founded: readonly FoundedUnit[];
  readonly name: string;
  readonly parentId: string | null;
  readonly memberUnits: Readonly<Record<string, string>>;
  readonly decision: Decision | null;
  readonly note: string;
};

/** The change as it is recorded. `unit`: what it is about, where it is one that goes on. */
export function eventOfDraft(
  draft: UnitEventDraft,
  unit: Pick<UnitFields, 'name' | 'parentId'> | undefined,
): UnitEventFields {
  const { kind, on, fromUnitIds, toUnitIds, founded, name, parentId, memberUnits, decision, note } = draft;
  const isRenamed = kind === 'renamed';
  const isMoved = kind === 'moved';
  return {
    ...{ kind, on, fromUnitIds: [...fromUnitIds], toUnitIds: [...toUnitIds] },
    foundedUnitIds: founded.map(({ id }) => id),
    formerName: isRenamed ? (unit?.name ?? '') : '',
    name: isRenamed ? name : '',
    formerParentId: isMoved ? (unit?.parentId ?? null) : null,
    parentId: isMoved ? parentId : null,
    memberUnits: kind === 'split' ? memberUnits : {},
    carriedWork: {},
    ...{ decision, note, voidReason: '' },
  };
}

/** The record of an organisation that is founded on a day. */
export function foundedFields({ id: _id, ...unit }: FoundedUnit, on: PlainDate): UnitFields {
  return { ...usualUnit, ...unit, validFrom: on, validTo: null };
}
