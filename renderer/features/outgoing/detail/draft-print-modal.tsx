import { Modal } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { toPaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { usePaperContext } from '#renderer/data/outgoing/use-paper-context.ts';
import type { DraftVersionRow, OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { writingText } from '#renderer/messages/outgoing-writing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { PdfFrame } from '#renderer/ui/pdf-frame/pdf-frame.tsx';
import { useLetter } from '../paper/use-letter.ts';
import classes from './outgoing-detail.module.css';

type DraftPrintProps = { readonly outgoing: OutgoingRow; readonly draft: DraftVersionRow };

/** One version of the text as it would be printed, with its draft mark: to be read, not written. */
export function DraftPrintModal({ onClose, ...print }: DraftPrintProps & { readonly onClose: () => void }): ReactNode {
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.version(print.draft.version)}
      size="60rem"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <DraftPrint {...print} />
    </Modal>
  );
}

function DraftPrint({ outgoing, draft }: DraftPrintProps): ReactNode {
  const context = usePaperContext(outgoing, draft.version);
  const facts = useMemo(
    () => (context === undefined ? undefined : toPaperFacts(outgoing, context.names, context.settings)),
    [context, outgoing],
  );
  const { source, failed } = useLetter(facts, draft.content);
  if (failed) return <p className={classes.note}>{writingText.previewFailed}</p>;
  if (source === undefined)
    return (
      <p className={classes.note} role="status">
        {writingText.making}
      </p>
    );
  return (
    <div className={classes.print}>
      <PdfFrame source={source} mode="full" title={writingText.preview} />
    </div>
  );
}
