import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { findDocumentType, listDocumentTypes } from '#shared/domain/document/document-type-table.ts';
import { partsOfSeries, seriesOf } from '#shared/domain/register/series.ts';
import type { RegisterRow, TermRow } from '#renderer/data/rows.ts';
import { numbersText as text } from '#renderer/messages/numbers.ts';

/** The series a dialog is about: named by a type and the day, or why it cannot be. */
export type ChosenSeries = { readonly series: string | undefined; readonly problem: string | undefined };

type SeriesChoice = ChosenSeries & { readonly field: ReactNode };

/** Chooses the series of a book for a day: the type is asked only where types count apart. `present`: the series in view, whose type is proposed. */
export function useSeriesChoice(
  register: RegisterRow,
  terms: readonly TermRow[],
  day: PlainDate,
  present: string | undefined,
): SeriesChoice {
  const types = listDocumentTypes(register.regime ?? 'party').filter(({ kind }) => kind === 'act' || kind === 'paper');
  const proposed = present === undefined ? undefined : partsOfSeries(present).typeId;
  const [typeId, setTypeId] = useState(
    (proposed === undefined ? undefined : findDocumentType(proposed)?.id) ?? types[0]?.id ?? '',
  );
  const isByType = register.counting === 'type-term' || register.counting === 'type-year';
  const found = seriesOf(register, typeId, day, terms);
  const problem = found.ok ? undefined : text.form.seriesFault[found.fault];
  const field = isByType ? (
    <Select
      label={text.form.type}
      data={types.map(({ id, name }) => ({ value: id, label: name }))}
      value={typeId}
      onChange={(value) => setTypeId(value ?? typeId)}
      searchable
      allowDeselect={false}
      error={problem}
    />
  ) : null;
  return { series: found.ok ? found.series : undefined, problem, field };
}
