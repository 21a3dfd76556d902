import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { formatReceipt, RECEIPT_FORMAT, type ArchiveReceipt } from '#shared/domain/dossier/archive-receipt.ts';
import { isSound, type PackageReport } from '#shared/domain/dossier/archive-report.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { describeFinding } from '#renderer/messages/archive-check.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import classes from './hand-over.module.css';

/** Answers who handed the package over: a receipt for a sound one, or back with a reason. */
export function AnswerForm({ report }: { readonly report: PackageReport }): ReactNode {
  const text = dossiersText.packageCheck;
  const today = useToday();
  const me = useActingPerson();
  const [archive, setArchive] = useState('');
  const [person, setPerson] = useState(me?.name.full ?? '');
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState(() =>
    report.findings.map(describeFinding).slice(0, 5).join('; ').slice(0, 1000),
  );
  const [tried, setTried] = useState<'no' | ArchiveReceipt['outcome']>('no');
  const isNamed = normalizeLine(archive) !== '' && normalizeLine(person) !== '';
  const isReasoned = normalizeLine(reason) !== '';

  const answer = async (outcome: ArchiveReceipt['outcome']): Promise<void> => {
    setTried(outcome);
    if (!isNamed || (outcome === 'returned' && !isReasoned)) return;
    const receipt: ArchiveReceipt = {
      format: RECEIPT_FORMAT,
      outcome,
      packageHash: report.packageHash,
      dossierCode: report.code.slice(0, 100),
      dossierTitle: report.title.slice(0, 1000),
      documents: report.documents,
      number: normalizeLine(number),
      on: today,
      archive: normalizeLine(archive),
      person: normalizeLine(person),
      reason: outcome === 'returned' ? normalizeLine(reason) : '',
    };
    const saved = await saveAs('bien-nhan.json', new TextEncoder().encode(formatReceipt(receipt)));
    if (!saved.ok) notifyError(saved.error.code);
    else if (saved.value) notifyDone(dossiersText.done.receiptSaved);
  };
  return (
    <section className={classes.box} aria-label={text.answer}>
      <h3 className={classes.title}>{text.answer}</h3>
      <Group grow align="start">
        <TextInput
          label={text.archive}
          required
          maxLength={200}
          value={archive}
          onChange={(event) => setArchive(event.currentTarget.value)}
          error={tried !== 'no' && !isNamed ? text.required : undefined}
        />
        <TextInput
          label={text.person}
          required
          maxLength={200}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        <TextInput
          label={text.number}
          maxLength={80}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      </Group>
      <Textarea
        label={text.reason}
        autosize
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried === 'returned' && !isReasoned ? text.reasonRequired : undefined}
      />
      <Group gap="xs">
        <Button disabled={!isSound(report)} onClick={() => void answer('accepted')}>
          {text.accept}
        </Button>
        <Button variant="default" onClick={() => void answer('returned')}>
          {text.giveBack}
        </Button>
      </Group>
      <p className={classes.grey}>{text.answerNote}</p>
    </section>
  );
}
