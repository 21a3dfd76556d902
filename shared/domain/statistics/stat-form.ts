import type { StatView } from './population.ts';

/** A line of a form: its label, how deep it stands, and who is counted. `null` counts: not kept by this program, left to be filled in by hand. */
export type StatLine = {
  readonly code: string;
  readonly label: string;
  readonly level: 0 | 1 | 2;
  /** The people behind the figure; undefined for figures that are no people. */
  readonly ids: readonly string[] | undefined;
  readonly value: number;
  /** Words of a figure that is no count (an average). */
  readonly shown?: string;
};

/** A form of the statistics with its lines, and the identities that must hold in it. */
export type StatForm = {
  readonly code: string;
  readonly title: string;
  readonly lines: readonly StatLine[];
  readonly problems: readonly string[];
};

/** What a line of a table of lines is: who is counted by it. */
export type LineRule = {
  readonly code: string;
  readonly label: string;
  readonly level?: 0 | 1 | 2;
  readonly counts: (view: StatView) => boolean;
};

/** Counts people by the rules of a form's lines. */
export function countLines(views: readonly StatView[], rules: readonly LineRule[]): readonly StatLine[] {
  return rules.map(({ code, label, level = 0, counts }) => {
    const ids = views.filter(counts).map(({ id }) => id);
    return { code, label, level, ids, value: ids.length };
  });
}

/** A figure without people behind it. */
export function figure(code: string, label: string, value: number, level: 0 | 1 | 2 = 0, shown?: string): StatLine {
  return { code, label, level, ids: undefined, value, ...(shown === undefined ? {} : { shown }) };
}
