import { Alert } from '@mantine/core';
import { useMemo, useRef, type ReactNode } from 'react';
import { toPaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { usePaperContext } from '#renderer/data/outgoing/use-paper-context.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { PdfFrame, type PdfFrameHandle } from '#renderer/ui/pdf-frame/pdf-frame.tsx';
import { useLetter } from '../paper/use-letter.ts';
import { FindingList } from './finding-list.tsx';
import classes from './write.module.css';
import type { Writing } from '#renderer/data/outgoing/paper-writing.ts';

type PreviewSideProps = { readonly outgoing: OutgoingRow; readonly writing: Writing };

/** The paper as it will be printed, and what the checker has to say of it. */
export function PreviewSide({ outgoing, writing }: PreviewSideProps): ReactNode {
  const context = usePaperContext(outgoing, writing.base + 1);
  const facts = useMemo(
    () =>
      context === undefined
        ? undefined
        : toPaperFacts({ ...outgoing, ...writing.form }, context.names, context.settings),
    [context, outgoing, writing.form],
  );
  const letter = useLetter(facts, writing.content);
  const frame = useRef<PdfFrameHandle>(null);
  const page = useRef({ page: 1, source: letter.source });
  return (
    <div className={classes.side}>
      {facts !== undefined && <FindingList facts={facts} content={writing.content} />}
      {letter.failed && <Alert color="red">{text.previewFailed}</Alert>}
      <div className={classes.preview}>
        {letter.source === undefined ? (
          <p className={classes.making} role="status">
            {text.making}
          </p>
        ) : (
          <PdfFrame
            ref={frame}
            source={letter.source}
            mode="full"
            title={text.preview}
            onPosition={({ page: at, pages }) => {
              // A paper made anew begins at its first page: whoever looked at another is brought back there.
              const isNew = page.current.source !== letter.source;
              const wanted = Math.min(page.current.page, pages);
              page.current = { page: isNew ? wanted : at, source: letter.source };
              if (isNew && wanted > 1) frame.current?.order({ kind: 'go-to', page: wanted });
            }}
          />
        )}
      </div>
    </div>
  );
}
