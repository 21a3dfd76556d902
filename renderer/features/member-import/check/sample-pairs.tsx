import type { ReactNode } from 'react';
import { formatDate, isPartialDate } from '#shared/base/partial-date.ts';
import type { Sample } from '#shared/domain/import/import-questions.ts';
import { importText } from '#renderer/messages/imports.ts';
import classes from '../member-import.module.css';

/** Some cells as they stand in the file and as they would be. */
export function SamplePairs({ samples }: { readonly samples: readonly Sample[] }): ReactNode {
  const text = importText.questions;
  return (
    <div className={classes.pairs}>
      <span className={classes.cellLabel}>{importText.check.row}</span>
      <span className={classes.cellLabel}>{text.before}</span>
      <span className={classes.cellLabel}>{text.after}</span>
      {samples.map(({ row, before, after }) => [
        <span key={`${String(row)} row`} className={classes.letter}>
          {row}
        </span>,
        <span key={`${String(row)} before`}>{before}</span>,
        <strong key={`${String(row)} after`}>{isPartialDate(after) ? formatDate(after) : after}</strong>,
      ])}
    </div>
  );
}
