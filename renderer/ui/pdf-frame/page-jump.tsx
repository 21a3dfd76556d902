import { Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { viewerText as text } from '#renderer/messages/viewer.ts';
import type { PdfPosition } from './pdf-frame.tsx';
import classes from './pdf-panel.module.css';

type PageJumpProps = { readonly position: PdfPosition; readonly onJump: (page: number) => void };

/** The page the reader is on, and the way to another: by number, or by the name of a sheet. */
export function PageJump({ position, onJump }: PageJumpProps): ReactNode {
  const { form, page, pages, sheets } = position;
  const [typed, setTyped] = useState<string | null>(null);
  if (form === 'sheets' && sheets.length > 1)
    return (
      <Select
        size="xs"
        className={classes.sheets ?? ''}
        aria-label={text.sheet}
        allowDeselect={false}
        value={String(page)}
        data={sheets.map((name, at) => ({ value: String(at + 1), label: name }))}
        onChange={(value) => onJump(Number(value ?? '1'))}
      />
    );
  if (form !== 'pages' || pages < 2) return null;
  const jump = (): void => {
    const wanted = Number.parseInt(typed ?? '', 10);
    setTyped(null);
    if (Number.isSafeInteger(wanted)) onJump(Math.min(pages, Math.max(1, wanted)));
  };
  return (
    <div className={classes.jump}>
      <TextInput
        size="xs"
        classNames={{ input: classes.jumpInput ?? '' }}
        inputMode="numeric"
        aria-label={text.goToPage}
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/gu, ''))}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={jump}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          jump();
        }}
      />
      <span className={classes.about}>{text.ofPages(pages)}</span>
    </div>
  );
}
