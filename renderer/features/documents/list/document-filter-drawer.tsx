import { Checkbox, Select, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { bookSchema, channelSchema, urgencySchema } from '#shared/domain/document/document-record.ts';
import { documentTypes } from '#shared/domain/document/document-type-table.ts';
import { allDocuments } from '#renderer/data/documents/document-list.ts';
import { useIssuers } from '#renderer/data/documents/use-documents.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { channelText, urgencyText } from '#renderer/messages/record-fields.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { FilterDrawer } from '#renderer/ui/filter-drawer.tsx';
import { SelectOrAny } from '#renderer/ui/select-or-any.tsx';
import { useDocumentsView } from '../documents-view-store.ts';
import { documentColumnIds, type DocumentColumnId } from './document-columns.tsx';

/** Which columns are shown, and the finer conditions. */
export function DocumentFilterDrawer({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { filter, setFilter, hidden, setHidden } = useDocumentsView();
  const issuers = useIssuers() ?? [];
  const units = useUnits() ?? [];
  const today = useToday();
  const thisYear = Number(today.slice(0, 4));
  const years = [0, 1, 2, 3, 4].map((back) => String(thisYear - back));
  const mayHide = documentColumnIds.filter((id): id is DocumentColumnId => id !== 'symbol' && id !== 'abstract');
  return (
    <FilterDrawer
      opened={opened}
      onClose={onClose}
      title={text.columnsAndFilters}
      onReset={() => setFilter({ ...allDocuments, facet: filter.facet, sort: filter.sort, query: filter.query })}
      after={
        <Checkbox.Group
          label={text.shownColumns}
          value={mayHide.filter((id) => !hidden.includes(id))}
          onChange={(shown) => setHidden(mayHide.filter((id) => !shown.includes(id)))}
        >
          <Stack gap="xs" mt="xs">
            {mayHide.map((id) => (
              <Checkbox key={id} value={id} label={text.columns[id]} />
            ))}
          </Stack>
        </Checkbox.Group>
      }
    >
      <SelectOrAny
        label={text.filterType}
        value={filter.typeId}
        options={documentTypes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(typeId) => setFilter({ typeId })}
      />
      <SelectOrAny
        label={text.filterIssuer}
        value={filter.issuer}
        options={issuers.map((issuer) => ({ value: issuer, label: issuer }))}
        onChange={(issuer) => setFilter({ issuer })}
      />
      <SelectOrAny
        label={text.filterUrgency}
        value={filter.urgency}
        options={urgencySchema.options.map((value) => ({ value, label: urgencyText[value] }))}
        onChange={(urgency) => setFilter({ urgency })}
      />
      <SelectOrAny
        label={text.filterChannel}
        value={filter.channel}
        options={channelSchema.options.map((value) => ({ value, label: channelText[value] }))}
        onChange={(channel) => setFilter({ channel })}
      />
      <SelectOrAny
        label={text.filterHolder}
        value={filter.unitId}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(unitId) => setFilter({ unitId })}
      />
      <SelectOrAny
        label={text.filterYear}
        value={filter.year === null ? null : String(filter.year)}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(year) => setFilter({ year: year === null ? null : Number(year) })}
      />
      <DateField
        label={text.filterFrom}
        value={filter.receivedFrom}
        today={today}
        onChange={(receivedFrom) => setFilter({ receivedFrom })}
      />
      <DateField
        label={text.filterTo}
        value={filter.receivedTo}
        today={today}
        onChange={(receivedTo) => setFilter({ receivedTo })}
      />
      <Select
        label={text.filterBook}
        value={filter.book}
        data={(['all', ...bookSchema.options] as const).map((value) => ({ value, label: text.books[value] }))}
        onChange={(book) => book !== null && setFilter({ book })}
      />
    </FilterDrawer>
  );
}
