import { Button, Checkbox, Drawer, Select, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { bookSchema, channelSchema, urgencySchema } from '#shared/domain/document/document-record.ts';
import { documentTypes } from '#shared/domain/document/document-type-table.ts';
import { allDocuments } from '#renderer/data/documents/document-list.ts';
import { useIssuers } from '#renderer/data/documents/use-documents.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { channelText, urgencyText } from '#renderer/messages/record-fields.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { useDocumentsView } from '../documents-view-store.ts';
import { documentColumnIds, type DocumentColumnId } from './document-columns.tsx';

const ANY = 'any';

type Choice<V extends string> = {
  readonly label: string;
  readonly value: V | null;
  readonly options: readonly { value: V; label: string }[];
  readonly onChange: (value: V | null) => void;
};

function Choose<V extends string>({ label, value, options, onChange }: Choice<V>): ReactNode {
  return (
    <Select
      label={label}
      value={value ?? ANY}
      searchable={options.length > 8}
      data={[{ value: ANY, label: text.any }, ...options]}
      onChange={(chosen) => onChange(chosen === null || chosen === ANY ? null : chosen)}
    />
  );
}

/** Which columns are shown, and the finer conditions. */
export function FilterDrawer({
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
    <Drawer
      opened={opened}
      onClose={onClose}
      title={text.columnsAndFilters}
      size="24rem"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <Stack gap="sm">
        <Choose
          label={text.filterType}
          value={filter.typeId}
          options={documentTypes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(typeId) => setFilter({ typeId })}
        />
        <Choose
          label={text.filterIssuer}
          value={filter.issuer}
          options={issuers.map((issuer) => ({ value: issuer, label: issuer }))}
          onChange={(issuer) => setFilter({ issuer })}
        />
        <Choose
          label={text.filterUrgency}
          value={filter.urgency}
          options={urgencySchema.options.map((value) => ({ value, label: urgencyText[value] }))}
          onChange={(urgency) => setFilter({ urgency })}
        />
        <Choose
          label={text.filterChannel}
          value={filter.channel}
          options={channelSchema.options.map((value) => ({ value, label: channelText[value] }))}
          onChange={(channel) => setFilter({ channel })}
        />
        <Choose
          label={text.filterHolder}
          value={filter.unitId}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(unitId) => setFilter({ unitId })}
        />
        <Choose
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
        <Button
          variant="default"
          onClick={() => setFilter({ ...allDocuments, facet: filter.facet, sort: filter.sort, query: filter.query })}
        >
          {text.filterReset}
        </Button>
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
      </Stack>
    </Drawer>
  );
}
