import { addYears, type PlainDate } from '#shared/base/plain-date.ts';
import { disciplineForm, rewardForm } from './conduct-forms-table.ts';
import { identities } from './identity-table.ts';
import { admissionForm, movementForm } from './movement-forms-table.ts';
import { stockForm, workForm } from './office-forms-table.ts';
import { listFacts, type PersonFacts } from './person-facts.ts';
import { memberQualityForm, unitQualityForm } from './quality-forms-table.ts';
import { ratingPeriodIn } from './rating-period.ts';
import { occupationForm, peoplesForm, rosterForm } from './roster-forms-table.ts';
import type { StatData, StatSpan } from './stat-data.ts';
import type { Figure, FormRule, LineHead, StatEntry } from './stat-form.ts';
import { viewPopulation, type StatPopulation } from './stat-population.ts';

/** A line of a form with its figures of the span and of the same span a year earlier. */
export type StatLine = LineHead & { readonly now: Figure; readonly before: Figure };

/** Two sums that must be equal, as they are. */
export type StatCheck = { readonly words: string; readonly left: number; readonly right: number };

/** A form as it is shown. Checks are those of the span itself; one whose figures are not kept is left out. */
export type StatForm = {
  readonly code: string;
  readonly title: string;
  readonly note: string;
  readonly lines: readonly StatLine[];
  readonly checks: readonly StatCheck[];
};

/** Which of the two columns. */
export type StatColumn = 'now' | 'before';

/** The forms in the order of their numbers; 5-TCTW is drawn up by bodies above the commune. */
export const statForms: readonly FormRule[] = [
  movementForm,
  admissionForm,
  rosterForm,
  peoplesForm,
  occupationForm,
  unitQualityForm,
  memberQualityForm,
  rewardForm,
  disciplineForm,
  workForm,
  stockForm,
];

/** The same span a year earlier. */
export function yearEarlier({ from, to }: StatSpan): StatSpan {
  const back = (day: PlainDate): PlainDate => addYears(day, -1);
  return { from: back(from), to: back(to) };
}

/** Periods whose ratings the forms of a span ask for. */
export function ratingPeriodsFor(span: StatSpan): readonly string[] {
  return [span, yearEarlier(span)].flatMap((each) => ratingPeriodIn(each) ?? []);
}

/** Everybody looked at once; forms of any span are counted from it. */
export type StatSource = { readonly data: StatData; readonly people: readonly PersonFacts[] };

/** Looks at everybody once. */
export function statSource(data: StatData): StatSource {
  return { data, people: listFacts(data.people) };
}

/** How everybody stood in a span and in the same one a year earlier. */
export type StatPair = Readonly<Record<StatColumn, StatPopulation>>;

/** Looks at a span and at the one a year earlier. `ratings`: those of the periods they ask for. */
export function viewPair({ data, people }: StatSource, span: StatSpan): StatPair {
  return { now: viewPopulation(people, data, span), before: viewPopulation(people, data, yearEarlier(span)) };
}

/** All forms of a span, with the year before and what must hold between them. */
export function computeForms(pair: StatPair): readonly StatForm[] {
  const counted = statForms.map((form) => ({ form, lines: linesOf(form, pair) }));
  const values = new Map(
    counted.flatMap(({ form, lines }) => lines.map((line) => [keyOf(form.code, line.code), line.now.value] as const)),
  );
  return counted.map(({ form, lines }) => ({
    code: form.code,
    title: form.title,
    note: form.note?.(pair.now) ?? '',
    lines: lines.filter(({ onlyIfAny, now, before }) => !onlyIfAny || (now.value ?? 0) + (before.value ?? 0) > 0),
    checks: checksOf(form.code, values),
  }));
}

/** Who is behind a figure, in the order of the records; empty for an unknown line. */
export function entriesOf(pair: StatPair, column: StatColumn, form: string, code: string): readonly StatEntry[] {
  const section = statForms
    .find((each) => each.code === form)
    ?.sections.find(({ lines }) => lines.some((line) => line.code === code));
  const isKept = column === 'now' || section?.lines.find((line) => line.code === code)?.presentOnly !== true;
  return isKept ? (section?.entries(pair[column], code) ?? []) : [];
}

function linesOf({ sections }: FormRule, { now, before }: StatPair): readonly StatLine[] {
  return sections.flatMap((section) => {
    const present = section.count(now);
    const earlier = section.lines.every(({ presentOnly }) => presentOnly) ? [] : section.count(before);
    return section.lines.map((line, at): StatLine => ({
      ...line,
      now: present[at] ?? { value: null },
      before: line.presentOnly ? { value: null } : (earlier[at] ?? { value: null }),
    }));
  });
}

function checksOf(form: string, values: ReadonlyMap<string, number | null>): readonly StatCheck[] {
  return identities
    .filter(({ forms }) => forms.includes(form))
    .flatMap(({ words, left, right }): StatCheck[] => {
      const sums = [left, right].map((terms) =>
        terms.reduce<number | null>((sum, { form: of, code, sign }) => {
          const value = values.get(keyOf(of, code)) ?? null;
          return sum === null || value === null ? null : sum + sign * value;
        }, 0),
      );
      const [l, r] = [sums[0] ?? null, sums[1] ?? null];
      return l === null || r === null ? [] : [{ words, left: l, right: r }];
    });
}

function keyOf(form: string, code: string): string {
  return `${form} ${code}`;
}
