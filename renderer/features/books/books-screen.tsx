import type { ReactNode } from 'react';
import { useRegisters } from '#renderer/data/registers/use-registers.ts';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { booksText as text } from '#renderer/messages/books.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import classes from './books.module.css';
import { BookControls } from './book-controls.tsx';
import { BookProgress } from './book-progress.tsx';
import { BookOutput } from './book-output.tsx';
import { useBookChoice } from './use-book-choice.ts';
import { useBook } from './use-book.ts';
import { useBookFacts } from './use-book-facts.ts';

/** Prints the office's books: which one, for which days, on which paper; beside it the sheets as they will be. */
export function BooksScreen({ choice }: { readonly choice: string | undefined }): ReactNode {
  const registers = useRegisters('outgoing');
  const names = useRecordNames();
  const units = useUnits();
  const staff = useStaff();
  const areNamesHere = units !== undefined && staff !== undefined;
  const chosen = useBookChoice(choice);
  const facts = useBookFacts(chosen, registers, names);
  const state = useBook(chosen.book, facts, areNamesHere ? names : undefined);
  useHelp(text.help);
  return (
    <div className={classes.root}>
      <PageHeader title={text.screen} subtitle={text.screenAbout} />
      <div className={classes.split}>
        <div className={classes.side}>
          <div className={classes.controls}>
            <BookControls chosen={chosen} registers={registers ?? []} />
          </div>
          <BookProgress state={chosen.isBad ? undefined : state} />
          {facts !== undefined && <BookOutput state={state} facts={facts} />}
        </div>
        <div className={classes.preview}>
          {state?.kind === 'made' && <PdfPanel key={state.key} source={state.source} name={text.previewName} />}
        </div>
      </div>
    </div>
  );
}
