import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { booksText as text } from '#renderer/messages/books.ts';
import classes from './books.module.css';
import type { BookState } from './use-book.ts';

/** How far the book is, or how many lines it has. */
export function BookProgress({ state }: { readonly state: BookState | undefined }): ReactNode {
  if (state === undefined) return null;
  const share = state.kind === 'making' ? Math.round(state.share * 100) : undefined;
  return (
    <div aria-live="polite" className={classes.note}>
      {wordsOf(state)}
      {share !== undefined && <Progress value={share} size="sm" mt="0.25rem" aria-label={text.making} />}
    </div>
  );
}

function wordsOf(state: BookState): string {
  switch (state.kind) {
    case 'reading':
      return text.reading(state.lines);
    case 'making':
      return text.making;
    case 'failed':
      return text.failed;
    case 'made':
      return text.found(state.lines);
  }
}
