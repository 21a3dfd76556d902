import { Button, Group, Modal, MultiSelect, Select, Stack, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { normalizeText } from '#shared/base/vietnamese.ts';
import { DEFAULT_DEADLINE_DAYS, defaultDeadline } from '#shared/domain/document/deadline.ts';
import { giveDirective, saveDocument } from '#renderer/data/documents/document-repository.ts';
import { useDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { DocumentRow, StaffRow, UnitRow } from '#renderer/data/rows.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';

type DirectiveModalProps = { readonly document: DocumentRow; readonly opened: boolean; readonly onClose: () => void };

/** Takes down what a leader wrote on the paper: who leads, who helps, until when. */
export function DirectiveModal({ document, opened, onClose }: DirectiveModalProps): ReactNode {
  const staff = useStaff();
  const units = useUnits();
  const person = useActingPerson();
  const kept = useDraft<string>(`directive:${document.id}`);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.directiveTitle}
      size="38rem"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      {staff !== undefined && units !== undefined && kept !== undefined && (
        <DirectiveForm
          document={document}
          staff={staff.filter(({ active }) => active)}
          units={units}
          person={person ?? null}
          kept={kept ?? ''}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

type DirectiveFormProps = Omit<DirectiveModalProps, 'opened'> & {
  readonly staff: readonly StaffRow[];
  readonly units: readonly UnitRow[];
  readonly person: StaffRow | null;
  /** Words typed before a lock or a crash. */
  readonly kept: string;
};

function DirectiveForm({ document, staff, units, person, kept, onClose }: DirectiveFormProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const leaders = staff.filter(({ role }) => role === 'leader' || role === 'office-head');
  const [authorId, setAuthorId] = useState<string | null>(() => firstAuthor(document, leaders, person));
  const [words, setWords] = useState(kept);
  const forget = useKeepDraft(`directive:${document.id}`, words, words !== '');
  const [leadUnitId, setLeadUnitId] = useState(document.holderUnitId);
  const [leadStaffId, setLeadStaffId] = useState<string | null>(null);
  const [supportUnitIds, setSupportUnitIds] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState<PlainDate | null>(document.dueOn ?? defaultDeadline(today));
  const [dateProblem, setDateProblem] = useState<string | null>(null);
  const [problems, setProblems] = useState<{ readonly author?: string; readonly words?: string }>({});
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const clean = normalizeText(words);
    const found = {
      ...(authorId === null ? { author: text.directiveAuthorBad } : {}),
      ...(clean === '' || clean.length > 2000 ? { words: text.directiveTextBad } : {}),
    };
    setProblems(found);
    if (authorId === null || Object.keys(found).length > 0 || dateProblem !== null) return;
    setBusy(true);
    const saved = await giveDirective(office, {
      documentId: document.id,
      authorId,
      text: clean,
      leadUnitId,
      leadStaffId,
      supportUnitIds,
      dueOn,
    });
    setBusy(false);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    forget();
    onClose();
    const takeBack = async (): Promise<void> => {
      const { state, doneOn, holderUnitId, holderStaffId } = document;
      await undo(office, saved.value);
      await saveDocument(
        office,
        document.id,
        { state, doneOn, holderUnitId, holderStaffId, dueOn: document.dueOn },
        document.seq,
      );
    };
    notifyDone(text.directiveSaved, { undo: () => void takeBack() });
  };
  const unitChoices = units.map(({ id, name }) => ({ value: id, label: name }));
  const people = staff.map(({ id, name, post }) => ({
    value: id,
    label: post === '' ? name.full : `${name.full}, ${post}`,
  }));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Select
          label={text.directiveAuthor}
          data={people}
          value={authorId}
          onChange={setAuthorId}
          searchable
          error={problems.author}
        />
        <Textarea
          label={text.directiveText}
          description={text.directiveTextHint}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={problems.words}
          autosize
          minRows={3}
          maxRows={10}
          data-autofocus
        />
        <Group grow align="start">
          <Select
            label={text.directiveLead}
            data={unitChoices}
            value={leadUnitId}
            onChange={setLeadUnitId}
            searchable
            clearable
          />
          <Select
            label={text.directiveLeadStaff}
            data={people}
            value={leadStaffId}
            onChange={setLeadStaffId}
            searchable
            clearable
          />
        </Group>
        <MultiSelect
          label={text.directiveSupport}
          data={unitChoices.filter(({ value }) => value !== leadUnitId)}
          value={supportUnitIds}
          onChange={setSupportUnitIds}
          searchable
          clearable
        />
        <DateField
          label={text.directiveDue}
          value={dueOn}
          today={today}
          hint={dueOn === defaultDeadline(today) ? text.dueSuggestion(DEFAULT_DEADLINE_DAYS) : undefined}
          onChange={(value, problem) => {
            setDueOn(value);
            setDateProblem(problem);
          }}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {text.directiveSave}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The paper lies with a leader, or a leader is working: else the first in the list of posts. */
function firstAuthor(document: DocumentRow, leaders: readonly StaffRow[], person: StaffRow | null): string | null {
  const holder = leaders.find(({ id }) => id === document.holderStaffId);
  const self = leaders.find(({ id }) => id === person?.id);
  return (holder ?? self ?? leaders[0])?.id ?? null;
}
