import { Alert, Button, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import { useMemberTwins } from '#renderer/data/members/use-member-twins.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand, useKey } from '#renderer/ui/shortcuts.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { changedFields, cleanMember, findProblems, type MemberDraft } from './member-draft.ts';
import { MemberFormField } from './member-form-field.tsx';
import classes from './member-form.module.css';
import { isAskedOf, memberFormGroups } from './member-form-fields.ts';
import { warnAboutMember, type MemberWarning } from './member-warnings.ts';
import { TwinsNote } from './twins-note.tsx';
import { useFocusField } from './use-focus-field.ts';

type MemberFormProps = {
  readonly id: string | undefined;
  readonly title: string;
  readonly draft: MemberDraft;
  readonly changedElsewhere: readonly (keyof MemberFields)[];
  readonly onChange: (draft: MemberDraft) => void;
  readonly onSave: (draft: MemberDraft) => Promise<void>;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
  /** Field the person came to fill. */
  readonly focus?: keyof MemberFields | undefined;
};

/** The grouped form of a member's record. Warnings stand under their field and never block; only a missing name or an unreadable date does. */
export function MemberForm({
  id,
  title,
  draft,
  changedElsewhere,
  onChange,
  onSave,
  onLeave,
  onDiscard,
  focus,
}: MemberFormProps): ReactNode {
  const today = useToday();
  const rules = useMemberRules();
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [dateProblems, setDateProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const twins = useMemberTwins(draft.values, id);
  const form = useFocusField(focus);
  const text = membersText.form;
  const warnings = useMemo(
    () => warnAboutMember(cleanMember(draft.values), twins, today, rules),
    [draft.values, twins, today, rules],
  );
  const problems = findProblems(draft.values);
  const blocking = problems.length + dateProblems.size;

  const save = async (): Promise<void> => {
    setTried(true);
    if (blocking > 0 || saving) return;
    setSaving(true);
    await onSave(draft);
    setSaving(false);
  };
  useCommand('save', () => void save());
  useKey('Escape', onLeave);
  const errorOf = (field: keyof MemberFields): string | undefined => {
    const problem = problems.find((candidate) => candidate.field === field);
    if (problem?.kind === 'too-long') return text.tooLong(problem.max);
    return problem !== undefined && tried ? text.required : undefined;
  };
  const noteDate = (field: string, problem: string | null): void => {
    const next = new Map(dateProblems);
    if (problem === null) next.delete(field);
    else next.set(field, problem);
    setDateProblems(next);
  };
  return (
    <div className={classes.root}>
      <ScreenActions>
        <Button variant="default" onClick={onLeave}>
          {membersText.cancel}
        </Button>
        <WriteButton loading={saving} rightSection={<KeyHint keys="Ctrl S" onDark />} onClick={() => void save()}>
          {membersText.save}
        </WriteButton>
      </ScreenActions>
      <header className={classes.header}>
        <Title order={2}>{title}</Title>
        {Object.keys(changedFields(draft)).length > 0 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onDiscard}>
            {membersText.discard}
          </Button>
        )}
      </header>
      {changedElsewhere.length > 0 && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />} mb="sm">
          {text.changedElsewhere(changedElsewhere.map((field) => fieldLabel('member', field)).join(', '))}
        </Alert>
      )}
      {tried && blocking > 0 && (
        <Alert color="red" mb="sm" role="alert">
          {text.problems(blocking)}
        </Alert>
      )}
      <TwinsNote twins={twins} />
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {memberFormGroups.map((group) => (
          <fieldset key={group.id} className={classes.group}>
            <legend className={classes.legend}>{membersText.groups[group.id]}</legend>
            <div className={classes.fields}>
              {group.fields
                .filter((field) => isAskedOf(field, draft.values))
                .map((field) => (
                  <div key={field.field} className={classes.cell} data-wide={field.wide} data-field={field.field}>
                    <MemberFormField
                      field={field}
                      draft={draft}
                      today={today}
                      error={errorOf(field.field)}
                      onChange={onChange}
                      onDateProblem={(problem) => noteDate(field.field, problem)}
                    />
                    {warnings
                      .filter((warning) => warning.field === field.field)
                      .map((warning) => (
                        <p key={warning.kind} className={classes.warning} role="status">
                          {warningText(warning)}
                        </p>
                      ))}
                  </div>
                ))}
            </div>
          </fieldset>
        ))}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      <p className={classes.keys}>
        <KeyHint keys="Ctrl S">{text.keys.save}</KeyHint> <KeyHint keys="Esc">{text.keys.leave}</KeyHint>
      </p>
    </div>
  );
}

function warningText(warning: MemberWarning): string {
  const { warnings } = membersText;
  switch (warning.kind) {
    case 'citizen-id-province':
      return warnings[warning.kind](warning);
    case 'citizen-id-gender':
      return warnings[warning.kind](warning);
    case 'citizen-id-year':
      return warnings[warning.kind](warning);
    case 'admitted-young':
      return warnings[warning.kind](warning);
    case 'same-number':
    case 'same-person':
      return warnings[warning.kind](warning);
    default:
      return warnings[warning.kind]();
  }
}
