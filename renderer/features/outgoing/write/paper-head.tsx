import { Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ABSTRACT_MAX } from '#shared/domain/document/document-record.ts';
import { listDocumentTypes } from '#shared/domain/document/document-type-table.ts';
import { formOf, sortOfType } from '#shared/domain/paper/paper-facts.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { LinesField } from './lines-field.tsx';
import type { WritingTools } from './use-writing.ts';
import classes from './write.module.css';

type PaperHeadProps = { readonly outgoing: OutgoingRow; readonly tools: WritingTools };

/** What stands above the body: type, abstract, to whom it is addressed, on what it is based. */
export function PaperHead({ outgoing, tools }: PaperHeadProps): ReactNode {
  const { form, content } = tools.writing;
  const types = listDocumentTypes(outgoing.regime).filter(({ kind }) => kind === 'act' || kind === 'paper');
  const isLetter = formOf(form.typeId) === 'letter';
  const isSubmission = outgoing.regime === 'party' && sortOfType(form.typeId) === 'submission';
  const hasAddressees = isLetter || isSubmission || content.addressees.length > 0;
  const hasBases = ['decision', 'resolution', 'plan', 'regulation', 'statute'].includes(sortOfType(form.typeId));
  return (
    <div className={classes.part}>
      <div className={classes.titleLine}>
        <Select
          label={text.type}
          className={classes.type ?? ''}
          value={form.typeId}
          data={types.map(({ id, name, code }) => ({ value: id, label: code === '' ? name : `${name} (${code})` }))}
          onChange={(typeId) => typeId !== null && tools.setForm({ typeId })}
          searchable
          allowDeselect={false}
        />
        <Textarea
          label={text.abstract}
          className={classes.abstract ?? ''}
          data-place="abstract"
          placeholder={text.abstractHint}
          value={form.abstract}
          maxLength={ABSTRACT_MAX}
          onChange={(event) => tools.setForm({ abstract: event.currentTarget.value.replaceAll('\n', ' ') })}
          autosize
          minRows={1}
          maxRows={4}
          spellCheck={false}
        />
      </div>
      {hasAddressees && (
        <div data-place="addressees">
          <LinesField
            label={isSubmission ? text.addressees.submission : text.addressees.letter}
            hint={text.addresseesHint}
            lines={content.addressees}
            onChange={(addressees) => tools.setParts({ addressees: [...addressees] })}
            lineMax={300}
            linesMax={60}
          />
        </div>
      )}
      {outgoing.regime === 'state' && (hasBases || (content.opening ?? '') !== '') && (
        <TextInput
          label={text.opening}
          data-place="opening"
          placeholder={text.openingHint}
          value={content.opening ?? ''}
          maxLength={300}
          spellCheck={false}
          onChange={(event) => tools.setParts({ opening: event.currentTarget.value })}
        />
      )}
      {(hasBases || content.bases.length > 0) && (
        <div data-place="bases">
          <LinesField
            label={text.bases}
            hint={text.basesHint}
            lines={content.bases}
            onChange={(bases) => tools.setParts({ bases: [...bases] })}
            lineMax={1500}
            linesMax={40}
          />
        </div>
      )}
    </div>
  );
}
