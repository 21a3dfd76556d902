import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';
import { groupsOf } from '#renderer/ui/recovery-code/recovery-code-card.tsx';
import classes from './lock.module.css';

type RecoveryCodeInputProps = { readonly value: string; readonly onChange: (code: string) => void };

/** The field for the printed code; falls into groups of four while it is typed. */
export function RecoveryCodeInput({ value, onChange }: RecoveryCodeInputProps): ReactNode {
  return (
    <TextInput
      label={text.recoverCode}
      description={text.recoverCodeHint}
      value={value}
      onChange={(event) => onChange(groupsOf(event.currentTarget.value.toUpperCase()).join('-'))}
      autoComplete="off"
      spellCheck={false}
      autoFocus
      maxLength={60}
      classNames={{ input: classes.code ?? '' }}
    />
  );
}
