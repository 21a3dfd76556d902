import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { describeError } from '#renderer/messages/errors.ts';

type ErrorNoteProps = { readonly code: ErrorCode; readonly children?: ReactNode };

/** A refusal: what happened, what is safe, what to do. */
export function ErrorNote({ code, children }: ErrorNoteProps): ReactNode {
  const text = describeError(code);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={text.happened} role="alert">
      <p>{text.safe}</p>
      <p>{text.todo}</p>
      {children}
    </Alert>
  );
}
