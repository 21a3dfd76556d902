import { PasswordInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';

type PassphraseInputProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly isNew?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly size?: 'sm' | 'lg';
};

/** A field for a passphrase: covered, uncovered on wish, with a word when Caps Lock is on. */
export function PassphraseInput(props: PassphraseInputProps): ReactNode {
  const {
    label,
    value,
    onChange,
    hint,
    error,
    isNew = false,
    disabled = false,
    autoFocus = false,
    size = 'sm',
  } = props;
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  return (
    <PasswordInput
      label={label}
      value={value}
      size={size}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={look}
      onKeyUp={look}
      onBlur={() => setCaps(false)}
      description={caps ? text.capsLock : hint}
      descriptionProps={caps ? { role: 'status', c: 'amber.8', fw: 600 } : {}}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      disabled={disabled}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      spellCheck={false}
      maxLength={200}
      visibilityToggleButtonProps={{ 'aria-label': text.show, tabIndex: 0 }}
    />
  );
}
