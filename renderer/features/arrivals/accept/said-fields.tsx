import { Autocomplete, Group, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { urgencySchema } from '#shared/domain/document/document-record.ts';
import { listDocumentTypes } from '#shared/domain/document/document-type-table.ts';
import { useIssuers } from '#renderer/data/documents/use-documents.ts';
import type { lineOfLetter } from '#renderer/data/exchange/arrival-repository.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { documentFieldLabels as labels, urgencyText } from '#renderer/messages/record-fields.ts';

const typeChoices = (['party', 'state'] as const).map((regime) => ({
  group: text.typeGroups[regime],
  items: listDocumentTypes(regime).map(({ id, name }) => ({ value: id, label: name })),
}));

type SaidOfPaper = ReturnType<typeof lineOfLetter>;

type SaidFieldsProps = {
  readonly said: SaidOfPaper;
  readonly onChange: (change: Partial<SaidOfPaper>) => void;
};

/** What the sender said of the paper, to be put right where the paper itself says otherwise. */
export function SaidFields({ said, onChange }: SaidFieldsProps): ReactNode {
  const issuers = useIssuers() ?? [];
  return (
    <>
      <Group grow align="start">
        <TextInput
          label={labels.symbol}
          value={said.symbol}
          maxLength={80}
          onChange={(event) => onChange({ symbol: event.currentTarget.value })}
        />
        <Autocomplete
          label={labels.issuer}
          value={said.issuer}
          maxLength={200}
          data={[...issuers]}
          limit={8}
          onChange={(issuer) => onChange({ issuer })}
        />
      </Group>
      <Group grow align="start">
        <Select
          label={labels.typeId}
          value={said.typeId}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': text.clearType }}
          data={typeChoices}
          nothingFoundMessage={text.noSuchType}
          onChange={(typeId) => onChange({ typeId })}
        />
        <Select
          label={labels.urgency}
          value={said.urgency}
          allowDeselect={false}
          data={urgencySchema.options.map((value) => ({ value, label: urgencyText[value] }))}
          onChange={(urgency) => urgency !== null && onChange({ urgency })}
        />
      </Group>
    </>
  );
}
