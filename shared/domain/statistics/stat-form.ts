import type { PlainDate } from '#shared/base/plain-date.ts';
import type { StatPopulation } from './stat-population.ts';

/** What stands behind a figure: people, organisations, or a count that is neither. */
export type StatOf = 'people' | 'units' | 'none';

/** One of those behind a figure: a member or an organisation, and the day where it is something that happened. */
export type StatEntry = { readonly id: string; readonly on: PlainDate | null };

/** A line of a form as its table says it. */
export type LineHead = {
  readonly code: string;
  readonly label: string;
  readonly level: 0 | 1 | 2;
  readonly of: StatOf;
  /** Told by the record of today alone: there is no such figure for the year before. */
  readonly presentOnly: boolean;
  /** Left out while nobody is counted by it, in either span. */
  readonly onlyIfAny: boolean;
};

/** A figure: a number, or null where the office has nothing it could be counted from. `shown`: words of a figure that is no count. */
export type Figure = { readonly value: number | null; readonly shown?: string };

/** A rule by which something is counted in a line. */
export type LineRule<S> = {
  readonly code: string;
  readonly label: string;
  readonly level?: 0 | 1 | 2;
  readonly presentOnly?: boolean;
  readonly onlyIfAny?: boolean;
  readonly counts: (subject: S) => boolean;
};

/** Lines of a form that are counted together. */
export type Section = {
  readonly lines: readonly LineHead[];
  /** The figures, in the order of the lines. */
  readonly count: (population: StatPopulation) => readonly Figure[];
  /** Who is behind a line. */
  readonly entries: (population: StatPopulation, code: string) => readonly StatEntry[];
};

/** A form: its lines by sections. `note`: what the reader must know of it, such as the period of its ratings. */
export type FormRule = {
  readonly code: string;
  readonly title: string;
  readonly sections: readonly Section[];
  readonly note?: (population: StatPopulation) => string;
};

type CountOrder<S> = {
  /** Those that are counted; null when the office has nothing to count from. */
  readonly from: (population: StatPopulation) => readonly S[] | null;
  readonly entry: (subject: S) => StatEntry;
  readonly of?: StatOf;
  readonly rules: readonly LineRule<S>[];
};

/** A section of lines that count: every subject is looked at once. */
export function countSection<S>({ from, entry, of = 'people', rules }: CountOrder<S>): Section {
  return {
    lines: rules.map(({ code, label, level = 0, presentOnly = false, onlyIfAny = false }) => ({
      code,
      label,
      level,
      of,
      presentOnly,
      onlyIfAny,
    })),
    count: (population) => {
      const subjects = from(population);
      if (subjects === null) return rules.map(() => ({ value: null }));
      // Millions of questions: no iterator for each.
      const values = rules.map(() => 0);
      for (const subject of subjects)
        for (let at = 0; at < rules.length; at += 1)
          if (rules[at]?.counts(subject) === true) values[at] = (values[at] ?? 0) + 1;
      return values.map((value) => ({ value }));
    },
    entries: (population, code) => {
      const rule = rules.find((each) => each.code === code);
      return rule === undefined ? [] : (from(population) ?? []).filter((each) => rule.counts(each)).map(entry);
    },
  };
}

/** A line that is computed, with nobody behind it. */
export function figureLine(
  code: string,
  label: string,
  level: 0 | 1 | 2,
  compute: (population: StatPopulation) => number | Figure | null,
): Section {
  return {
    lines: [{ code, label, level, of: 'none', presentOnly: false, onlyIfAny: false }],
    count: (population) => {
      const value = compute(population);
      return [typeof value === 'object' && value !== null ? value : { value }];
    },
    entries: () => [],
  };
}
