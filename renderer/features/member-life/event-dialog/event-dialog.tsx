import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { firstDayOf, formatDate } from '#shared/base/partial-date.ts';
import { eventKindTable } from '#shared/domain/member-life/event-kind-table.ts';
import type { Lacking } from '#shared/domain/member-life/event-problems.ts';
import { planEvent } from '#shared/domain/member-life/plan-event.ts';
import type { MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import type { MemberEventRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { eventKindText, memberLifeText } from '#renderer/messages/member-life.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { PartialDateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { DecisionFields } from './decision-fields.tsx';
import dialogClasses from '#renderer/ui/form-dialog.module.css';
import { chooseDay, chooseKind, emptyForm, formOf, readForm, type EventForm } from './event-form.ts';
import { EventPreview } from './event-preview.tsx';
import { KindField } from './kind-field.tsx';
import { ParticularFields } from './particular-fields.tsx';
import { saveEvent } from './save-event.ts';

type EventDialogProps = {
  readonly memberId: string;
  readonly story: MemberStory;
  /** A proposal that is to be decided; absent for a new event. */
  readonly proposal?: MemberEventRow | undefined;
  readonly onClose: () => void;
};

/** Records an event of a member's life: asks only what its kind needs, and shows what it makes of the record before it is saved. */
export function EventDialog({ memberId, story, proposal, onClose }: EventDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const rules = useMemberRules();
  const { dialog, lacking } = memberLifeText;
  const [form, setForm] = useState<EventForm>(() => (proposal === undefined ? emptyForm : formOf(proposal)));
  const [file, setFile] = useState<File | null>(null);
  const [dateProblems, setDateProblems] = useState<Readonly<Record<string, string | null>>>({});
  const [tried, setTried] = useState(false);
  const [isSure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const draft = readForm(form);
  const id = proposal?.id;
  const plan = useMemo(() => {
    if (draft === undefined) return undefined;
    const others = { ...story, events: story.events.filter((event) => event.id !== id) };
    return planEvent(others, draft, id ?? office.ports.newId(), today, rules);
  }, [draft, story, id, office, today, rules]);
  const problems = plan?.problems ?? [];
  const hasDateProblem = Object.values(dateProblems).some((problem) => problem !== null);
  const isStopped = (forProposal: boolean): boolean =>
    draft === undefined ||
    hasDateProblem ||
    problems.some(
      (problem) =>
        (problem.weight === 'stop' && !(forProposal && problem.kind === 'lacking')) ||
        (problem.weight === 'ask' && !isSure),
    );
  const errorOf = (what: Lacking): string | undefined =>
    tried && problems.some((problem) => problem.kind === 'lacking' && problem.what === what)
      ? lacking[what]
      : undefined;
  const noteDate = (field: string) => (problem: string | null) =>
    setDateProblems({ ...dateProblems, [field]: problem });

  const save = async (how: 'decided' | 'proposed'): Promise<void> => {
    setTried(true);
    if (draft === undefined || isStopped(how === 'proposed') || busy) return;
    setBusy(true);
    const saved = await saveEvent(office, { memberId, draft, how, proposalId: id, file });
    setBusy(false);
    if (!saved.ok) {
      notifyError(saved.error.code, file?.name);
      return;
    }
    onClose();
    notifyDone((how === 'decided' ? dialog.saved : dialog.proposed)(eventKindText[draft.kind]));
  };
  const { kind } = form;
  const rule = kind === null ? undefined : eventKindTable[kind];
  const mayBePast = form.effectiveOn !== null && firstDayOf(form.effectiveOn) < story.madeOn;
  const name = story.member.name.full;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={proposal === undefined ? dialog.title(name) : dialog.decideTitle(name)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form
        className={dialogClasses.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save('decided');
        }}
      >
        <KindField
          story={story}
          today={today}
          value={kind}
          disabled={proposal !== undefined}
          error={tried && kind === null ? dialog.needed : undefined}
          onChange={(chosen, fitsToday) => setForm(chooseKind(form, chosen, fitsToday))}
        />
        <PartialDateField
          label={dialog.on}
          hint={dialog.onHint}
          value={form.effectiveOn}
          today={today}
          required
          error={tried && form.effectiveOn === null ? dialog.needed : undefined}
          onChange={(effectiveOn, problem) => {
            noteDate('on')(problem);
            if (problem === null) setForm(chooseDay(form, effectiveOn, story.madeOn));
          }}
        />
        {(mayBePast || form.isPastOnly) && (
          <Checkbox
            className={dialogClasses.wide ?? ''}
            label={dialog.pastOnly}
            description={dialog.pastOnlyHint(formatDate(story.madeOn))}
            checked={form.isPastOnly}
            onChange={(event) => setForm({ ...form, isPastOnly: event.currentTarget.checked })}
          />
        )}
        {kind !== null && rule !== undefined && (
          <>
            {rule.decision !== 'none' && (
              <DecisionFields
                form={form}
                today={today}
                required={rule.decision === 'required'}
                error={errorOf('decision')}
                file={file}
                onFile={setFile}
                onChange={setForm}
                onDateProblem={noteDate('issuedOn')}
              />
            )}
            <ParticularFields
              kind={kind}
              form={form}
              today={today}
              errorOf={errorOf}
              onChange={setForm}
              onDateProblem={noteDate('until')}
            />
          </>
        )}
        {plan !== undefined && (
          <EventPreview plan={plan} member={story.member} today={today} isSure={isSure} onSure={setSure} />
        )}
        <Group className={dialogClasses.actions ?? ''} justify="flex-end">
          {rule?.decision === 'required' && proposal === undefined && !form.isPastOnly && (
            <WriteButton
              variant="subtle"
              mr="auto"
              title={dialog.proposeHint}
              disabled={busy}
              onClick={() => void save('proposed')}
            >
              {dialog.propose}
            </WriteButton>
          )}
          <Button variant="default" onClick={onClose}>
            {dialog.cancel}
          </Button>
          <WriteButton type="submit" loading={busy}>
            {dialog.save}
          </WriteButton>
        </Group>
      </form>
    </Modal>
  );
}
