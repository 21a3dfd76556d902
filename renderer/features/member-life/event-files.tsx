import { Anchor, Modal } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useAttachments } from '#renderer/data/documents/use-documents.ts';
import type { AttachmentRow, MemberEventRow } from '#renderer/data/rows.ts';
import { useDecisionPlace } from '#renderer/data/members/use-decision-place.ts';
import { memberLifeText } from '#renderer/messages/member-life.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import { routes } from '#renderer/ui/routes.ts';
import classes from './member-life.module.css';

/** The paper an event rests on: its file, and where it stands in the office's books. */
export function EventFiles({ event }: { readonly event: MemberEventRow }): ReactNode {
  const files = useAttachments(event.id) ?? [];
  const place = useDecisionPlace(event.decisionId);
  const [shown, setShown] = useState<AttachmentRow | null>(null);
  if (files.length === 0 && place === undefined) return null;
  return (
    <p className={classes.files}>
      {place !== undefined && (
        <Anchor href={`#${place.type === 'document' ? routes.document(place.id) : routes.outgoingPaper(place.id)}`}>
          {memberLifeText.openPaper}
        </Anchor>
      )}
      {files.map((file) => (
        <Anchor key={file.id} component="button" type="button" onClick={() => setShown(file)}>
          <IconPaperclip className={classes.clip ?? ''} size="0.9rem" aria-hidden /> {file.name}
        </Anchor>
      ))}
      {shown !== null && (
        <Modal
          opened
          onClose={() => setShown(null)}
          size="80rem"
          title={shown.name}
          closeButtonProps={{ 'aria-label': sharedText.close }}
        >
          <div className={classes.paper}>
            <PdfPanel
              source={{ kind: 'file', hash: shown.hash }}
              name={shown.name}
              about={sharedText.bytes(shown.size)}
            />
          </div>
        </Modal>
      )}
    </p>
  );
}
