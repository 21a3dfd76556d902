import type { ReactNode } from 'react';
import type { RowChanges } from '#shared/domain/import/row-changes.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { importText } from '#renderer/messages/imports.ts';
import { memberFieldLabels } from '#renderer/messages/record-fields.ts';
import { valueInWords } from '#renderer/messages/record-values.ts';
import classes from '../member-import.module.css';

/** What a row changes in the record that is there: before and after, and what becomes a proposal. */
export function RowChangesList({ changes }: { readonly changes: RowChanges }): ReactNode {
  const names = useRecordNames();
  const words = (field: string, value: unknown): string => valueInWords('member', field, value as FieldValue, names);
  const fields = Object.keys(changes.to) as (keyof typeof changes.to)[];
  if (fields.length === 0 && changes.proposed.length === 0) return null;
  return (
    <div className={classes.cellRow}>
      <strong>{importText.check.changes}</strong>
      {fields.map((field) => (
        <div key={field}>
          <span className={classes.cellLabel}>{memberFieldLabels[field]}: </span>
          {`${words(field, changes.was[field] ?? null)} → ${words(field, changes.to[field] ?? null)}`}
        </div>
      ))}
      {changes.proposed.map(({ field, from, to }) => (
        <div key={field}>
          <span className={classes.cellLabel}>{memberFieldLabels[field]}: </span>
          {`${words(field, from)} → ${words(field, to)}`}
          <span className={classes.doubt}>{` (${importText.check.proposed})`}</span>
        </div>
      ))}
    </div>
  );
}
