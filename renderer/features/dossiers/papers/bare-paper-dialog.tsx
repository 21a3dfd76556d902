import { Button, FileButton, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PartialDate } from '#shared/base/partial-date.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { addBarePaper } from '#renderer/data/dossiers/dossier-item-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DossierRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { dossierItemFieldLabels as labels } from '#renderer/messages/document-office-fields.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ACCEPTED_FILES, takeInFile } from '#renderer/platform/take-in-file.ts';
import { PartialDateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import classes from '../dossiers-screen.module.css';

/** A paper that stands in no register: some words about it, and its file. */
export function BarePaperDialog({
  dossier,
  onClose,
}: {
  readonly dossier: DossierRow;
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const today = useToday();
  const text = dossiersText.bare;
  const [words, setWords] = useState({ abstract: '', symbol: '', issuer: '', signer: '' });
  const [issuedOn, setIssuedOn] = useState<PartialDate | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const isNamed = normalizeLine(words.abstract) !== '';

  const save = async (): Promise<void> => {
    setTried(true);
    if (!isNamed) return;
    setBusy(true);
    const taken = file === null ? null : await takeInFile(file);
    if (taken !== null && !taken.ok) {
      setBusy(false);
      notifyError(taken.error.code, file?.name);
      return;
    }
    const stored = taken === null ? [] : [taken.value.file];
    const pages = stored[0]?.pages ?? 0;
    const paper = {
      symbol: normalizeLine(words.symbol),
      issuer: normalizeLine(words.issuer),
      abstract: normalizeLine(words.abstract),
      signer: normalizeLine(words.signer),
      issuedOn,
      typeId: null,
      pages,
      note: '',
    };
    const saved = await addBarePaper(office, dossier.id, paper, stored);
    setBusy(false);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(dossiersText.done.filed('1'), { undo: () => void undo(office, saved.value) });
  };
  const input = (field: 'symbol' | 'issuer' | 'signer', max: number): ReactNode => (
    <TextInput
      label={labels[field]}
      maxLength={max}
      value={words[field]}
      onChange={(event) => setWords({ ...words, [field]: event.currentTarget.value })}
    />
  );
  return (
    <Modal opened onClose={onClose} size="lg" title={text.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className={`${classes.note ?? ''} ${classes.wide ?? ''}`}>{text.note}</p>
        <Textarea
          className={classes.wide ?? ''}
          label={labels.abstract}
          required
          data-autofocus
          autosize
          minRows={1}
          maxLength={500}
          value={words.abstract}
          onChange={(event) => setWords({ ...words, abstract: event.currentTarget.value })}
          error={tried && !isNamed ? dossiersText.form.required : undefined}
        />
        {input('symbol', 80)}
        <PartialDateField label={labels.issuedOn} value={issuedOn} today={today} onChange={setIssuedOn} />
        {input('issuer', 200)}
        {input('signer', 120)}
        <Group className={classes.wide ?? ''} gap="sm">
          <FileButton accept={ACCEPTED_FILES} onChange={setFile}>
            {(props) => (
              <Button {...props} variant="default">
                {text.file}
              </Button>
            )}
          </FileButton>
          <span className={classes.note}>{file?.name ?? text.noFile}</span>
        </Group>
        <Group className={classes.wide ?? ''} justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dossiersText.form.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {text.save}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
