import { Autocomplete, Button, Group, Loader, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import type { PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberLineKind } from '#shared/domain/member/member-line-record.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { useDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import type { MemberLineDraft } from '#renderer/data/members/member-line-repository.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberLinesText as text } from '#renderer/messages/member-lines.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { PartialDateField } from '#renderer/ui/date-field.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './line-table.module.css';
import { cleanLine, lineFields, lineProblem, type LineField } from './line-fields.ts';

type LineFormProps = {
  readonly kind: MemberLineKind;
  /** Under which name what is typed is kept. */
  readonly draftKey: string;
  readonly opened: MemberLineDraft;
  /** Saves the line, or only what was changed since the form opened; false when it was refused, then the words stay. */
  readonly onSave: (draft: MemberLineDraft, changes: Partial<MemberLineDraft>) => Promise<boolean>;
  readonly onLeave: () => void;
};

/** The form of one line; Enter saves, Esc leaves and keeps what was typed. */
export function LineForm(props: LineFormProps): ReactNode {
  const kept = useDraft<MemberLineDraft>(props.draftKey);
  if (kept === undefined) return <Loader size="sm" aria-label={sharedText.loading} />;
  return <OpenForm {...props} start={kept ?? props.opened} />;
}

function OpenForm({
  kind,
  draftKey,
  opened,
  start,
  onSave,
  onLeave,
}: LineFormProps & { readonly start: MemberLineDraft }): ReactNode {
  const [first] = useState(opened);
  const [draft, setDraft] = useState(start);
  const [dateProblems, setDateProblems] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const forget = useKeepDraft(draftKey, draft, !equalValues(draft, first));
  const today = useToday();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const problem = lineProblem(draft);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (problem !== undefined || dateProblems.size > 0 || saving) return;
    setSaving(true);
    const clean = cleanLine(draft);
    const isSaved = await onSave(clean, changesOf(clean, first));
    setSaving(false);
    if (isSaved) forget();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      aria-label={text.titles[kind]}
      noValidate
    >
      <div className={classes.fields} data-kind={kind}>
        {lineFields[kind].map((field) => (
          <div key={field.field} data-field={field.field}>
            <LineInput
              kind={kind}
              field={field}
              draft={draft}
              today={today}
              onChange={setDraft}
              onDateProblem={(isBad) => {
                const next = new Set(dateProblems);
                if (isBad) next.add(field.field);
                else next.delete(field.field);
                setDateProblems(next);
              }}
            />
          </div>
        ))}
      </div>
      {tried && problem !== undefined && (
        <p className={classes.problem} role="alert">
          {text[problem]}
        </p>
      )}
      <Group gap="xs">
        <WriteButton type="submit" size="compact-md" loading={saving}>
          {text.save}
        </WriteButton>
        <Button size="compact-md" variant="default" onClick={onLeave}>
          {text.leave}
        </Button>
      </Group>
    </form>
  );
}

function changesOf(draft: MemberLineDraft, first: MemberLineDraft): Partial<MemberLineDraft> {
  const fields = Object.keys(draft) as (keyof MemberLineDraft)[];
  return Object.fromEntries(
    fields.filter((field) => !equalValues(draft[field], first[field])).map((field) => [field, draft[field]]),
  );
}

type LineInputProps = {
  readonly kind: MemberLineKind;
  readonly field: LineField;
  readonly draft: MemberLineDraft;
  readonly today: PlainDate;
  readonly onChange: (draft: MemberLineDraft) => void;
  readonly onDateProblem: (isBad: boolean) => void;
};

function LineInput({ kind, field, draft, today, onChange, onDateProblem }: LineInputProps): ReactNode {
  const words: Readonly<Partial<Record<string, string>>> = text.columns[kind];
  const label = words[field.field] ?? field.field;
  const fill = (value: string | number | PartialDate | null): void => onChange({ ...draft, [field.field]: value });
  const value = draft[field.field];
  switch (field.kind) {
    case 'partial-date':
      return (
        <PartialDateField
          label={label}
          value={value as PartialDate | null}
          today={today}
          onChange={(date, problem) => {
            onDateProblem(problem !== null);
            if (problem === null) fill(date);
          }}
        />
      );
    case 'year':
      return (
        <NumberInput
          label={label}
          value={value ?? ''}
          min={1850}
          max={2200}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=""
          clampBehavior="blur"
          onChange={(typed) => fill(typeof typed === 'number' ? typed : null)}
        />
      );
    case 'relation':
      return (
        <Autocomplete
          label={label}
          data={[...text.relations]}
          value={String(value ?? '')}
          maxLength={field.max}
          onChange={fill}
        />
      );
    case 'long-text':
      return (
        <Textarea
          label={label}
          value={String(value ?? '')}
          maxLength={field.max}
          autosize
          minRows={1}
          maxRows={5}
          onChange={(event) => fill(event.currentTarget.value)}
        />
      );
    case 'text':
      return (
        <TextInput
          label={label}
          value={String(value ?? '')}
          maxLength={field.max}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => fill(event.currentTarget.value)}
        />
      );
  }
}
