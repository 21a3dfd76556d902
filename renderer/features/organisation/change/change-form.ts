import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { yearOf, toPartialDate } from '#shared/base/partial-date.ts';
import { addYears, addDays } from '#shared/base/plain-date.ts';
import type { UnitEventDraft, FoundedUnit } from '#shared/domain/unit/unit-event-draft.ts';
import type { UnitEventKind } from '#shared/domain/unit/unit-event-record.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { UnitRow } from '#renderer/data/rows.ts';

/** The form of a change of the tree as typed. `newIds`: of organisations it founds. */
export type ChangeForm = {
  readonly kind: UnitEventKind;
  readonly on: PlainDate | null;
  readonly name: string;
  readonly otherName: string;
  readonly unitKind: UnitKind;
  readonly sort: string;
  readonly parentId: string | null;
  /** Organisations merged beside the one the form was opened for. */
  readonly with: readonly string[];
  /** Where members and work go: one that is there, or empty for a new one. */
  readonly heirId: string;
  /** Whether the organisation that is split goes on. */
  readonly goesOn: boolean;
  /** Members who leave in a split. */
  readonly parted: ReadonlySet<string>;
  readonly symbol: string;
  readonly issuedOn: PlainDate | null;
  readonly issuer: string;
  readonly signer: string;
  readonly note: string;
  readonly newIds: readonly [string, string];
};

/** The form as it is opened. */
export function openChangeForm(
  kind: UnitEventKind,
  unit: UnitRow,
  today: PlainDate,
  newIds: ChangeForm['newIds'],
): ChangeForm {
  const isFounding = kind === 'founded';
  return {
    ...{ kind, on: today, otherName: '', with: [], heirId: '', goesOn: true, parted: new Set<string>() },
    name: kind === 'renamed' ? unit.name : '',
    unitKind: isFounding ? 'cell' : unit.kind,
    sort: isFounding ? '' : unit.sort,
    parentId: isFounding ? unit.id : unit.parentId,
    ...{ symbol: '', issuedOn: null, issuer: '', signer: '', note: '', newIds },
  };
}

/** The change a form says; undefined while its day is missing. */
export function readChangeForm(
  form: ChangeForm,
  unit: UnitRow,
  units: readonly UnitRow[],
  termYears: number,
): UnitEventDraft | undefined {
  const { kind, on, newIds, parentId } = form;
  if (on === null) return undefined;
  const decision =
    form.symbol.trim() === '' && form.issuedOn === null && form.issuer.trim() === ''
      ? null
      : {
          symbol: normalizeLine(form.symbol),
          issuedOn: form.issuedOn,
          issuer: normalizeLine(form.issuer),
          signer: normalizeLine(form.signer),
        };
  const found = (id: string, name: string): FoundedUnit => ({
    ...{ id, name: normalizeLine(name), kind: form.unitKind, sort: form.sort, parentId },
    order: orderAfter(units, parentId),
    ...termFrom(on, form.unitKind, termYears),
  });
  const plain: UnitEventDraft = {
    ...{ kind, on, fromUnitIds: [unit.id], toUnitIds: [unit.id], founded: [], name: '', parentId: null },
    ...{ memberUnits: {}, decision, note: form.note },
  };
  const [first, second] = newIds;
  switch (kind) {
    case 'founded':
      return { ...plain, fromUnitIds: [], toUnitIds: [first], founded: [found(first, form.name)] };
    case 'renamed':
      return { ...plain, name: normalizeLine(form.name) };
    case 'moved':
      return { ...plain, parentId };
    case 'dissolved':
      return { ...plain, toUnitIds: form.heirId === '' ? [] : [form.heirId] };
    case 'merged': {
      const all = [unit.id, ...form.with];
      if (form.heirId === '')
        return { ...plain, fromUnitIds: all, toUnitIds: [first], founded: [found(first, form.name)] };
      return { ...plain, fromUnitIds: all.filter((id) => id !== form.heirId), toUnitIds: [form.heirId] };
    }
    case 'split': {
      const memberUnits = Object.fromEntries([...form.parted].map((id) => [id, second]));
      const parted = found(second, form.otherName);
      if (form.goesOn) return { ...plain, toUnitIds: [unit.id, second], founded: [parted], memberUnits };
      return { ...plain, toUnitIds: [first, second], founded: [found(first, form.name), parted], memberUnits };
    }
  }
}

function orderAfter(units: readonly UnitRow[], parentId: string | null): number {
  const siblings = units.filter((unit) => unit.parentId === parentId).map(({ order }) => order);
  return Math.min(100_000, Math.max(0, ...siblings) + 1);
}

function termFrom(on: PlainDate, kind: UnitKind, years: number): Pick<FoundedUnit, 'termFrom' | 'termTo'> {
  if (kind === 'office' || kind === 'outside-body') return { termFrom: null, termTo: null };
  return { termFrom: on, termTo: addDays(addYears(on, years), -1) };
}

/** How a term is named by its years: 2025-2030. */
export function termNameOf(from: PlainDate | null, to: PlainDate | null): string {
  if (from === null || to === null) return '';
  return `${yearOf(toPartialDate(from))}-${yearOf(toPartialDate(addDays(to, 1)))}`;
}
