import type { Happened, MembershipStep, StatView } from './population.ts';
import { countSection, figureLine, type LineRule, type Section, type StatEntry } from './stat-form.ts';
import type { Occurrence, StatPopulation } from './stat-population.ts';

/** Lines that count views of people. */
export function peopleSection(
  from: (population: StatPopulation) => readonly StatView[],
  rules: readonly LineRule<StatView>[],
): Section {
  return countSection({ from, entry: ({ id }) => ({ id, on: null }), rules });
}

/** Lines that count the members of the last day. */
export function memberSection(rules: readonly LineRule<StatView>[]): Section {
  return peopleSection(({ members }) => members, rules);
}

/** Lines that count what happened; a person to whom it happened twice counts twice. */
export function occurrenceSection<T>(
  from: (population: StatPopulation) => readonly Occurrence<T>[],
  rules: readonly LineRule<Occurrence<T>>[],
): Section {
  return countSection({ from, entry: entryOf, rules });
}

function entryOf({ view, on }: Occurrence<unknown>): StatEntry {
  return { id: view.id, on };
}

/** Rules about a person, asked of what happened to them. `prefix` keeps codes apart where a form asks the same of several things. */
export function aboutPerson<T>(
  rules: readonly LineRule<StatView>[],
  prefix = '',
  also: (occurrence: Occurrence<T>) => boolean = () => true,
): readonly LineRule<Occurrence<T>>[] {
  return rules.map((rule) => ({
    ...rule,
    code: `${prefix}${rule.code}`,
    counts: (occurrence) => also(occurrence) && rule.counts(occurrence.view),
  }));
}

/** An average of ages, with its words. */
export function averageAge(viewsOf: (population: StatPopulation) => readonly StatView[]): Section {
  return figureLine('age-average', 'Tuổi bình quân', 1, (population) => {
    const ages = viewsOf(population).flatMap(({ age }) => (age === undefined ? [] : [age]));
    if (ages.length === 0) return { value: 0, shown: '–' };
    const average = ages.reduce((sum, age) => sum + age, 0) / ages.length;
    return { value: Math.round(average * 10) / 10, shown: average.toFixed(1).replace('.', ',') };
  });
}

/** Whether an occurrence is an event of a kind. */
export const isKind =
  (...kinds: readonly Happened['event']['kind'][]) =>
  ({ what }: Occurrence<Happened>): boolean =>
    kinds.includes(what.event.kind);

/** Whether a step of membership has one of these causes. */
export const isStep =
  (...kinds: readonly MembershipStep['kind'][]) =>
  ({ what }: Occurrence<MembershipStep>): boolean =>
    kinds.includes(what.kind);
