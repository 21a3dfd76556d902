import { Button, Group, MultiSelect, Select, Stack, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { WorkCalendar } from '#shared/domain/calendar/work-days.ts';
import { normalizeText } from '#shared/base/vietnamese.ts';
import { DEFAULT_DEADLINE_DAYS, defaultDeadline } from '#shared/domain/document/deadline.ts';
import { recallDirectiveSteps } from '#renderer/data/routing/directive-steps.ts';
import { giveDirective, saveDocument } from '#renderer/data/documents/document-repository.ts';
import { useKeepDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DocumentRow, StaffRow, UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { routingText } from '#renderer/messages/routing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { BodySuggestions } from './body-suggestions.tsx';

type DirectiveFormProps = {
  readonly document: DocumentRow;
  readonly onClose: () => void;
  readonly staff: readonly StaffRow[];
  readonly units: readonly UnitRow[];
  readonly person: StaffRow | null;
  /** Words typed before a lock or a crash. */
  readonly kept: string;
  readonly calendar: WorkCalendar;
};

/** The questions of a directive. What was typed is kept through a lock or a crash. */
export function DirectiveForm({
  document,
  staff,
  units,
  person,
  kept,
  calendar,
  onClose,
}: DirectiveFormProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const leaders = staff.filter(({ role }) => role === 'leader' || role === 'office-head');
  const [authorId, setAuthorId] = useState<string | null>(() => firstAuthor(document, leaders, person));
  const [words, setWords] = useState(kept);
  const forget = useKeepDraft(`directive:${document.id}`, words, words !== '');
  const [leadUnitId, setLeadUnitId] = useState(document.holderUnitId);
  const [leadStaffId, setLeadStaffId] = useState<string | null>(null);
  const [supportUnitIds, setSupportUnitIds] = useState<string[]>([]);
  const [informUnitIds, setInformUnitIds] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState<PlainDate | null>(
    document.dueOn ?? defaultDeadline(today, DEFAULT_DEADLINE_DAYS, calendar),
  );
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
      informUnitIds,
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
      await recallDirectiveSteps(office, document.id, saved.value.id, routingText.mistaken);
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
        <BodySuggestions abstract={document.abstract} units={units} chosen={leadUnitId} onChoose={setLeadUnitId} />
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
        <MultiSelect
          label={routingText.inform}
          data={unitChoices.filter(({ value }) => value !== leadUnitId && !supportUnitIds.includes(value))}
          value={informUnitIds}
          onChange={setInformUnitIds}
          searchable
          clearable
        />
        <DateField
          label={text.directiveDue}
          value={dueOn}
          today={today}
          hint={
            dueOn === defaultDeadline(today, DEFAULT_DEADLINE_DAYS, calendar)
              ? text.dueSuggestion(DEFAULT_DEADLINE_DAYS)
              : undefined
          }
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
