import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { fillField, fillFullName, partNameByHand, type MemberDraft } from './member-draft.ts';
import classes from './member-form.module.css';

type NameFieldProps = {
  readonly draft: MemberDraft;
  readonly error: string | undefined;
  readonly onChange: (draft: MemberDraft) => void;
};

const parts = ['family', 'middle', 'given'] as const;

/** The whole name as it is printed, and the parts it is sorted by: guessed, or given by hand. */
export function NameField({ draft, error, onChange }: NameFieldProps): ReactNode {
  const { form } = membersText;
  const { name } = draft.values;
  return (
    <div className={classes.name}>
      <TextInput
        label={fieldLabel('member', 'name')}
        required
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={name.full}
        error={error}
        onChange={(event) => onChange(fillFullName(draft, event.currentTarget.value))}
      />
      <Button
        variant="subtle"
        onClick={() => onChange(partNameByHand(draft, !draft.ownParts))}
        aria-expanded={draft.ownParts}
      >
        {draft.ownParts ? form.splitAuto : form.splitOwn}
      </Button>
      {draft.ownParts ? (
        <div className={classes.parts}>
          {parts.map((part) => (
            <TextInput
              key={part}
              label={form[part]}
              value={name[part]}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onChange(fillField(draft, 'name', { ...name, [part]: event.currentTarget.value }))}
            />
          ))}
          <p className={classes.guess}>{form.splitHelp}</p>
        </div>
      ) : (
        name.full !== '' && <p className={classes.guess}>{form.splitGuess(name.family, name.middle, name.given)}</p>
      )}
    </div>
  );
}
