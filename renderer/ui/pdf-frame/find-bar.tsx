import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { viewerText as text } from '#renderer/messages/viewer.ts';
import type { PdfFound } from './pdf-frame.tsx';
import classes from './pdf-panel.module.css';

type FindBarProps = {
  readonly value: string;
  readonly found: PdfFound | null;
  /** Why nothing can be found at all, e.g. a picture. */
  readonly note?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
};

/** Words to look for in the document, and where the search stands. */
export function FindBar({ value, found, note, onChange, onStep, onClose }: FindBarProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.select();
  }, []);
  const state =
    note ??
    (value.trim() === '' || found === null
      ? ''
      : found.hits > 0
        ? text.findAt(found.hit, found.hits)
        : found.isDone
          ? text.findNone
          : text.findBusy);
  const button = (label: string, icon: ReactNode, run: () => void): ReactNode => (
    <ActionIcon variant="default" size="1.75rem" aria-label={label} title={label} onClick={run}>
      {icon}
    </ActionIcon>
  );
  return (
    <div className={classes.find} role="search">
      <TextInput
        ref={field}
        size="xs"
        className={classes.findField}
        aria-label={text.find}
        placeholder={text.findPlaceholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose();
          }
          if (event.key === 'Enter') {
            event.preventDefault();
            onStep(event.shiftKey ? -1 : 1);
          }
        }}
      />
      {button(text.findBefore, <IconChevronUp size="1rem" aria-hidden />, () => onStep(-1))}
      {button(text.findNext, <IconChevronDown size="1rem" aria-hidden />, () => onStep(1))}
      <span className={classes.about} role="status">
        {state}
      </span>
      {button(text.findClose, <IconX size="1rem" aria-hidden />, onClose)}
    </div>
  );
}
