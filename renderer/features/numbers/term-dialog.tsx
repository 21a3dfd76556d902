import { Select, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { beginTerm, saveTerm } from '#renderer/data/registers/register-repository.ts';
import type { TermRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './numbers.module.css';

/** What the form is opened for. */
export type TermTask =
  | { readonly kind: 'begin'; readonly isCongress: boolean }
  | { readonly kind: 'edit'; readonly term: TermRow };

type TermDialogProps = {
  readonly task: TermTask;
  readonly terms: readonly TermRow[];
  readonly onClose: () => void;
};

/** Begins a term or a congress, or puts the days of one right. */
export function TermDialog({ task, terms, onClose }: TermDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const units = useUnits() ?? [];
  const { terms: text, form, books } = numbersText;
  const known = task.kind === 'edit' ? task.term : undefined;
  const isCongress = known?.isCongress ?? (task.kind === 'begin' && task.isCongress);
  const [chosenBody, setBody] = useState(known?.bodyId);
  const [name, setName] = useState(known?.name ?? '');
  const [from, setFrom] = useState<PlainDate | null>(known?.from ?? today);
  const [to, setTo] = useState<PlainDate | null>(known?.to ?? null);
  const [tried, setTried] = useState(false);
  const bodyId = chosenBody ?? units.find(({ kind }) => kind === 'committee')?.id ?? '';
  const isOutOfOrder = from !== null && to !== null && to < from;
  const endsLast =
    task.kind === 'begin' &&
    terms.some((term) => term.bodyId === bodyId && term.isCongress === isCongress && term.to === null);
  const save = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || from === null || bodyId === '' || isOutOfOrder) return;
    const saved =
      known === undefined
        ? await beginTerm(office, { bodyId, name: name.trim(), isCongress, from, to }, addDays(from, -1))
        : await saveTerm(office, known.id, { name: name.trim(), from, to }, known.seq);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.begun);
  };
  const title = known !== undefined ? text.editTitle(known.name) : isCongress ? text.congressTitle : text.title;
  return (
    <DialogFrame title={title} intro={text.intro} onClose={onClose} onSave={() => void save()}>
      <TextInput
        label={text.name}
        description={text.nameHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' ? form.needed : undefined}
      />
      <Select
        label={books.body}
        searchable
        allowDeselect={false}
        disabled={known !== undefined}
        data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={bodyId}
        onChange={(value) => setBody(value ?? bodyId)}
        error={tried && bodyId === '' ? form.needed : undefined}
      />
      <DateField
        label={text.from}
        value={from}
        today={today}
        required
        onChange={(value) => setFrom(value)}
        error={tried && from === null ? form.needed : undefined}
      />
      <DateField
        label={text.to}
        value={to}
        today={today}
        onChange={(value) => setTo(value)}
        error={isOutOfOrder ? text.outOfOrder : undefined}
      />
      {endsLast && (
        <Text className={`${classes.wide ?? ''} ${classes.note ?? ''}`} size="sm">
          {text.endsLast}
        </Text>
      )}
    </DialogFrame>
  );
}
