import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { isIntroductionBook } from '#shared/domain/transfer/introduction.ts';
import { ABSTRACT_MAX, secrecySchema, type Secrecy } from '#shared/domain/document/document-record.ts';
import { listDocumentTypes, type DocumentRegime } from '#shared/domain/document/document-type-table.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { createSigned } from '#renderer/data/outgoing/outgoing-repository.ts';
import { useOutgoing } from '#renderer/data/outgoing/use-outgoings.ts';
import { useRegisters } from '#renderer/data/registers/use-registers.ts';
import { outgoingText } from '#renderer/messages/outgoing.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { secrecyText } from '#renderer/messages/record-fields.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { IssueForm } from '../issue/issue-form.tsx';
import { blankPaper } from '#renderer/data/outgoing/begin-paper.ts';
import classes from './new.module.css';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type SignedModalProps = { readonly opened: boolean; readonly onClose: () => void };

/** Enters a paper that was written and signed outside the program: its line, then its number. */
export function SignedModal({ opened, onClose }: SignedModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.signedTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <SignedSteps onClose={onClose} />
    </Modal>
  );
}

function SignedSteps({ onClose }: { readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const [madeId, setMadeId] = useState<string>();
  const made = useOutgoing(madeId);
  const registers = useRegisters('outgoing')?.filter(
    (each) => each.regime === made?.regime && !isIntroductionBook(each),
  );
  if (madeId === undefined) return <SignedForm onClose={onClose} onMade={setMadeId} />;
  if (made === undefined || made === null || registers === undefined) return null;
  if (registers.length === 0) return <p>{outgoingText.noRegister}</p>;
  return (
    <IssueForm
      outgoing={made}
      content={undefined}
      registers={registers}
      onClose={() => {
        onClose();
        navigate(routes.outgoingPaper(made.id));
      }}
    />
  );
}

type SignedFormProps = { readonly onClose: () => void; readonly onMade: (id: string) => void };

function SignedForm({ onClose, onMade }: SignedFormProps): ReactNode {
  const office = useOffice();
  const [regime, setRegime] = useState<DocumentRegime>('party');
  const [typeId, setTypeId] = useState<string | null>(null);
  const [secrecy, setSecrecy] = useState<Secrecy>('none');
  const [words, setWords] = useState({ abstract: '', signer: '', signPost: '', recipients: '' });
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const set = (change: Partial<typeof words>): void => setWords((now) => ({ ...now, ...change }));
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (typeId === null) return;
    const made = await createSigned(office, { ...blankPaper, ...words, regime, typeId, bodyId: null, secrecy });
    if (made.ok) onMade(made.value.id);
    else setRefusal(made.error.code);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <p>{text.signedBody}</p>
        <SegmentedControl
          aria-label={text.regime}
          value={regime}
          data={(['party', 'state'] as const).map((value) => ({ value, label: outgoingText.regimes[value] }))}
          onChange={(value) => {
            setRegime(value === 'state' ? 'state' : 'party');
            setTypeId(null);
          }}
        />
        <div className={classes.two}>
          <Select
            label={text.type}
            value={typeId}
            data={listDocumentTypes(regime)
              .filter(({ kind }) => kind !== 'law')
              .map(({ id, name, code }) => ({ value: id, label: code === '' ? name : `${name} (${code})` }))}
            onChange={setTypeId}
            searchable
            required
            data-autofocus
          />
          <Select
            label={text.secrecy}
            value={secrecy}
            data={secrecySchema.options.map((value) => ({ value, label: secrecyText[value] }))}
            onChange={(value) => value !== null && setSecrecy(value)}
            allowDeselect={false}
          />
        </div>
        {secrecy !== 'none' && (
          <p className={classes.note} data-tone="amber">
            {text.secretSigned}
          </p>
        )}
        <Textarea
          label={text.abstract}
          value={words.abstract}
          maxLength={ABSTRACT_MAX}
          autosize
          minRows={2}
          onChange={(event) => set({ abstract: event.currentTarget.value })}
        />
        <div className={classes.two}>
          <TextInput
            label={text.signerName}
            value={words.signer}
            maxLength={120}
            onChange={(event) => set({ signer: event.currentTarget.value })}
          />
          <TextInput
            label={text.signPost}
            value={words.signPost}
            maxLength={120}
            onChange={(event) => set({ signPost: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={text.recipientsWords}
          value={words.recipients}
          maxLength={2000}
          autosize
          minRows={1}
          onChange={(event) => set({ recipients: event.currentTarget.value })}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" disabled={typeId === null}>
            {text.signedNext}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
