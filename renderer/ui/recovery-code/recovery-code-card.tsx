import { Button, Stack, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import classes from './recovery-code.module.css';
import type { RecoverySheet } from './recovery-code-sheet.ts';

type RecoveryCodeCardProps = {
  readonly code: string;
  /** What stands on the printed page beside the code. */
  readonly about: Omit<RecoverySheet, 'groups'>;
  /** Prints a PDF; `false` when the person cancelled. */
  readonly print: (title: string, bytes: Uint8Array) => Promise<Result<boolean, { readonly code: ErrorCode }>>;
  readonly onKept: () => void;
};

/** The recovery code, large and in groups; it goes away only after its last group was typed from the paper. */
export function RecoveryCodeCard({ code, about, print, onKept }: RecoveryCodeCardProps): ReactNode {
  const groups = groupsOf(code);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [printing, setPrinting] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (readCode(typed) === readCode(groups.at(-1) ?? '')) onKept();
    else setWrong(true);
  };
  const printSheet = async (): Promise<void> => {
    setPrinting(true);
    const { makeRecoverySheet } = await import('./recovery-code-sheet.ts');
    const printed = await print(text.sheet.fileName, await makeRecoverySheet({ ...about, groups }));
    setPrinting(false);
    if (!printed.ok) notifyError(printed.error.code);
    else if (printed.value) notifyDone(text.printed);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <p className={classes.code} data-recovery-code aria-label={text.codeLabel} role="group">
          {groups.map((group, place) => (
            <span key={`${String(place)}${group}`}>{group}</span>
          ))}
        </p>
        <ol className={classes.steps}>
          {text.codeSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Button
          variant="light"
          leftSection={<IconPrinter size="1.125rem" stroke={1.6} aria-hidden />}
          loading={printing}
          onClick={() => void printSheet()}
        >
          {text.print}
        </Button>
        <TextInput
          label={text.lastGroup}
          description={text.lastGroupHint}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value.toUpperCase());
            setWrong(false);
          }}
          error={wrong ? text.lastGroupBad : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={8}
          classNames={{ input: classes.group }}
        />
        <Button type="submit">{text.haveIt}</Button>
      </Stack>
    </form>
  );
}

/** Groups of four, however the code is written. */
export function groupsOf(code: string): readonly string[] {
  return code.replace(/[^0-9A-Za-z]/g, '').match(/.{1,4}/g) ?? [];
}

/** What counts of a typed code: look-alikes are one. */
export function readCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
