import { endedBy, endsUnits, type Succession, type UnitChange } from './unit-succession.ts';
import type { UnitEventDraft } from './unit-event-draft.ts';
import type { UnitEventFields } from './unit-event-record.ts';
import { isPartyUnit } from './unit-concerns.ts';
import { existsOn, nameOn } from './unit-fields.ts';
import type { UnitFields } from './unit-record.ts';

/** What stands in the way of a change of the tree. Those of `weight` ask are only asked about: the office knows better. `name`: of the organisation meant. */
export type UnitEventProblem =
  | {
      readonly weight: 'stop';
      readonly kind: 'lacking-decision' | 'lacking-name' | 'lacking-unit' | 'lacking-heir' | 'nothing-changes';
    }
  | {
      readonly weight: 'stop';
      readonly kind: 'not-there' | 'heir-not-there' | 'under-itself' | 'no-members-there';
      readonly name: string;
    }
  | { readonly weight: 'stop'; readonly kind: 'nobody-parted'; readonly name: string }
  | { readonly weight: 'ask'; readonly kind: 'name-taken' | 'changed-later'; readonly name: string };

type Unit = UnitFields & { readonly id: string };

const stop = { weight: 'stop' } as const;
const ask = { weight: 'ask' } as const;

/** Whether a decision can be looked up: its symbol, day and who issued it. */
function isWhole(decision: UnitEventFields['decision']): boolean {
  return decision !== null && decision.symbol !== '' && decision.issuedOn !== null && decision.issuer !== '';
}

/** Checks a change against the tree as it stands and the changes that are known. */
export function findUnitEventProblems(
  draft: UnitEventDraft,
  units: readonly Unit[],
  changes: readonly UnitChange[],
  succession: Succession,
): readonly UnitEventProblem[] {
  const { kind, on, fromUnitIds, toUnitIds, founded, decision } = draft;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const nameOf = (id: string): string => {
    const unit = byId.get(id);
    return unit === undefined ? (founded.find((each) => each.id === id)?.name ?? '') : nameOn(unit, changes, on);
  };
  const problems: UnitEventProblem[] = [];
  if (!isWhole(decision)) problems.push({ ...stop, kind: 'lacking-decision' });
  if (kind !== 'founded' && fromUnitIds.length === 0) problems.push({ ...stop, kind: 'lacking-unit' });
  if (founded.some(({ name }) => name.trim() === '') || (kind === 'renamed' && draft.name.trim() === ''))
    problems.push({ ...stop, kind: 'lacking-name' });
  const isThere = (id: string): boolean => {
    const unit = byId.get(id);
    return unit !== undefined && existsOn(unit, succession, on);
  };
  for (const id of fromUnitIds) if (!isThere(id)) problems.push({ ...stop, kind: 'not-there', name: nameOf(id) });
  for (const id of toUnitIds)
    if (!fromUnitIds.includes(id) && !founded.some((each) => each.id === id) && !isThere(id))
      problems.push({ ...stop, kind: 'heir-not-there', name: nameOf(id) });
  problems.push(...checkKind(draft, byId, nameOf), ...checkNames(draft, units, succession));
  for (const id of new Set([...fromUnitIds, ...toUnitIds]))
    if (changes.some((change) => change.voidReason === '' && change.on > on && change.fromUnitIds.includes(id)))
      problems.push({ ...ask, kind: 'changed-later', name: nameOf(id) });
  return problems;
}

function checkKind(
  draft: UnitEventDraft,
  byId: ReadonlyMap<string, Unit>,
  nameOf: (id: string) => string,
): UnitEventProblem[] {
  const { kind, fromUnitIds, toUnitIds, founded, parentId, memberUnits } = draft;
  const problems: UnitEventProblem[] = [];
  const [first] = fromUnitIds;
  const unit = first === undefined ? undefined : byId.get(first);
  const ended = endedBy(draft);
  if (endsUnits(kind)) {
    if (toUnitIds.length === 0) return [{ ...stop, kind: 'lacking-heir' }];
    if (kind === 'merged' && new Set([...fromUnitIds, ...toUnitIds]).size < 2)
      problems.push({ ...stop, kind: 'lacking-unit' });
    if (kind === 'split' && toUnitIds.length < 2) problems.push({ ...stop, kind: 'lacking-heir' });
    if (kind === 'split')
      for (const id of toUnitIds.slice(1))
        if (!Object.values(memberUnits).includes(id))
          problems.push({ ...stop, kind: 'nobody-parted', name: nameOf(id) });
    for (const id of toUnitIds)
      if (ended.some((old) => isUnder(id, old, byId)))
        problems.push({ ...stop, kind: 'under-itself', name: nameOf(id) });
    const giveMembers = fromUnitIds.some((id) => isParty(byId.get(id)));
    for (const id of giveMembers ? toUnitIds : [])
      if (!isParty(byId.get(id) ?? founded.find((each) => each.id === id)))
        problems.push({ ...stop, kind: 'no-members-there', name: nameOf(id) });
  }
  if (unit === undefined || first === undefined) return problems;
  if (kind === 'renamed' && draft.name.trim() === unit.name) problems.push({ ...stop, kind: 'nothing-changes' });
  if (kind === 'moved' && parentId === unit.parentId) problems.push({ ...stop, kind: 'nothing-changes' });
  if (kind === 'moved' && parentId !== null && isUnder(parentId, first, byId))
    problems.push({ ...stop, kind: 'under-itself', name: nameOf(parentId) });
  return problems;
}

function isParty(unit: Pick<UnitFields, 'kind'> | undefined): boolean {
  return unit !== undefined && isPartyUnit(unit);
}

function checkNames(draft: UnitEventDraft, units: readonly Unit[], { ends }: Succession): UnitEventProblem[] {
  const names = [...draft.founded.map(({ name }) => name), ...(draft.kind === 'renamed' ? [draft.name] : [])];
  const going = new Set(endedBy(draft));
  const living = units.filter(({ id, validTo }) => validTo === null && !going.has(id) && !ends.has(id));
  return names
    .filter((name) => living.some((unit) => unit.name === name.trim() && !draft.fromUnitIds.includes(unit.id)))
    .map((name) => ({ ...ask, kind: 'name-taken', name }));
}

/** Whether an organisation is another one or below it; a tree damaged into a ring ends where it meets itself. */
function isUnder(id: string, above: string, byId: ReadonlyMap<string, Pick<Unit, 'parentId'>>): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** Why a change may not stand like this, whoever records it: it rests on no decision, or does not say what it must. */
export function refuseUnitEventShape(event: UnitEventFields): 'bad-value' | 'event-unfit' | undefined {
  const { kind, fromUnitIds, toUnitIds, foundedUnitIds, memberUnits, decision, name, formerName } = event;
  if (!isWhole(decision)) return 'event-unfit';
  if (foundedUnitIds.some((id) => !toUnitIds.includes(id) || fromUnitIds.includes(id))) return 'bad-value';
  if (Object.values(memberUnits).some((id) => !toUnitIds.includes(id))) return 'bad-value';
  if (toUnitIds.length === 0) return 'bad-value';
  if (kind === 'founded') return fromUnitIds.length === 0 ? undefined : 'bad-value';
  if (fromUnitIds.length === 0) return 'bad-value';
  if (kind === 'renamed') return name === '' || name === formerName ? 'bad-value' : undefined;
  if (kind === 'merged' || kind === 'dissolved') return endedBy(event).length === 0 ? 'bad-value' : undefined;
  return undefined;
}
