import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import type { StatColumn, StatForm } from '#shared/domain/statistics/compute-statistics.ts';
import type { StatRating, StatSpan } from '#shared/domain/statistics/stat-data.ts';
import type { StatEntry } from '#shared/domain/statistics/stat-form.ts';
import type { RowKey } from '../encryption/row-cipher.ts';
import type { OwnedEvent } from './read-stat-data.ts';

/** A figure whose people are asked for. */
export type FigurePlace = { readonly column: StatColumn; readonly form: string; readonly code: string };

/** Page to worker. Keys of rows come with every question: they may have been renewed since the last one. */
export type ToStatistics =
  | { readonly kind: 'open'; readonly databaseName: string; readonly rowKeys: readonly RowKey[] }
  | { readonly kind: 'touch' }
  | {
      readonly kind: 'ask';
      readonly askId: number;
      readonly rowKeys: readonly RowKey[];
      readonly rules: MemberRules;
      readonly span: StatSpan;
      /** Undefined asks for the forms. */
      readonly place: FigurePlace | undefined;
    };

/** Worker to page. */
export type FromStatistics =
  | { readonly kind: 'damaged'; readonly table: string }
  | { readonly kind: 'forms'; readonly askId: number; readonly forms: readonly StatForm[] }
  | { readonly kind: 'entries'; readonly askId: number; readonly entries: readonly StatEntry[] }
  | { readonly kind: 'failed'; readonly askId: number; readonly reason: string };

/** What is read beside the worker that counts: the events of everybody, and all ratings unless they are too many. */
export type ReadTables = {
  readonly events: readonly OwnedEvent[];
  readonly ratings: readonly StatRating[] | undefined;
};

/** Worker that counts to one that reads beside it. */
export type ToReader =
  | { readonly kind: 'open'; readonly databaseName: string; readonly rowKeys: readonly RowKey[] }
  | {
      readonly kind: 'read';
      readonly table: keyof ReadTables;
      readonly askId: number;
      readonly rowKeys: readonly RowKey[];
    };

/** What it has read, as JSON: one text goes over in a fraction of the time ten thousand objects take. Null: too many rows to be read whole. */
export type FromReader =
  | { readonly kind: 'damaged'; readonly table: string }
  | { readonly kind: 'rows'; readonly askId: number; readonly text: string | null }
  | { readonly kind: 'failed'; readonly askId: number; readonly reason: string };
