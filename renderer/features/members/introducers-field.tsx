import { Fieldset, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { membersText } from '#renderer/messages/members.ts';
import { fillField, type MemberDraft } from './member-draft.ts';
import classes from './member-form.module.css';

type IntroducersFieldProps = {
  readonly label: string;
  readonly draft: MemberDraft;
  readonly onChange: (draft: MemberDraft) => void;
};

const places = [0, 1] as const;

/** The two members who spoke for somebody at their admission, each with the post of that time. */
export function IntroducersField({ label, draft, onChange }: IntroducersFieldProps): ReactNode {
  const { introducers } = draft.values;
  const at = (place: number): { readonly name: string; readonly post: string } =>
    introducers[place] ?? { name: '', post: '' };
  const fill = (place: number, part: 'name' | 'post', text: string): void => {
    const both = places.map((each) => (each === place ? { ...at(each), [part]: text } : at(each)));
    const last = both.findLastIndex(({ name, post }) => name !== '' || post !== '');
    onChange(fillField(draft, 'introducers', both.slice(0, last + 1)));
  };
  return (
    <Fieldset legend={label} variant="unstyled" className={classes.introducers ?? ''}>
      {places.map((place) => (
        <div key={place} className={classes.pair}>
          <TextInput
            label={membersText.form.introducer(place + 1)}
            value={at(place).name}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => fill(place, 'name', event.currentTarget.value)}
          />
          <TextInput
            label={membersText.form.introducerPost}
            value={at(place).post}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => fill(place, 'post', event.currentTarget.value)}
          />
        </div>
      ))}
    </Fieldset>
  );
}
