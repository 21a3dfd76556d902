/** The part of the statistics proof that runs inside the app's own page, on its own store. */
import type { Office } from '#renderer/data/office.ts';
import { readStatBase, readStatRatings } from '#renderer/data/statistics/read-stat-data.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import {
  computeForms,
  entriesOf,
  ratingPeriodsFor,
  statSource,
  viewPair,
  type StatForm,
} from '#shared/domain/statistics/compute-statistics.ts';
import type { StatSpan } from '#shared/domain/statistics/stat-data.ts';

/** The forms of spans, and for each figure with somebody behind it how many its list names. */
export type CountedForms = { readonly forms: readonly StatForm[]; readonly lists: Readonly<Record<string, number>> };

/** Counts the forms of spans by the program's own code. */
export async function countForms({ db }: Office, spans: readonly StatSpan[]): Promise<readonly CountedForms[]> {
  const reading = readStatBase(db);
  const base = await reading;
  const counted: CountedForms[] = [];
  for (const span of spans) {
    const { rows } = await readStatRatings(db, reading, ratingPeriodsFor(span));
    const pair = viewPair(statSource({ ...base, ratings: rows, rules: defaultMemberRules }), span);
    const forms = computeForms(pair);
    const lists: Record<string, number> = {};
    for (const form of forms)
      for (const { code, of } of form.lines)
        if (of !== 'none')
          for (const column of ['now', 'before'] as const)
            lists[`${form.code} ${code} ${column}`] = entriesOf(pair, column, form.code, code).length;
    counted.push({ forms, lists });
  }
  return counted;
}
