import { Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { removeItem } from '#renderer/data/dossiers/dossier-item-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { undo } from '#renderer/data/undo.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import classes from './papers.module.css';

type PaperPreviewProps = {
  readonly paper: DossierPaper;
  readonly mayChange: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: 1 | -1) => void;
};

/** The chosen paper's file, and what can be done with the paper. */
export function PaperPreview({ paper, mayChange, isFirst, isLast, onMove }: PaperPreviewProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const text = dossiersText.paperList;
  const { ownerType, ownerId, files } = paper;
  const file = files.find(({ mime }) => mime === 'application/pdf') ?? files[0];
  const hash = file?.hash;
  const source = useMemo(
    (): ViewerSource | undefined => (hash === undefined ? undefined : { kind: 'file', hash }),
    [hash],
  );
  const takeOut = async (): Promise<void> => {
    const removed = await removeItem(office, paper.id);
    if (removed.ok) notifyDone(dossiersText.done.takenOut, { undo: () => void undo(office, removed.value) });
    else notifyError(removed.error.code);
  };
  return (
    <section className={classes.preview} aria-label={text.preview}>
      <Group gap="xs">
        {ownerId !== null && ownerType !== 'paper' && paper.standing !== 'gone' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              navigate(ownerType === 'document' ? routes.document(ownerId) : routes.outgoingPaper(ownerId))
            }
          >
            {text.open}
          </Button>
        )}
        {mayChange && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              disabled={isFirst}
              leftSection={<IconArrowUp size="0.9rem" aria-hidden />}
              onClick={() => onMove(-1)}
            >
              {text.up}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={isLast}
              leftSection={<IconArrowDown size="0.9rem" aria-hidden />}
              onClick={() => onMove(1)}
            >
              {text.down}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void takeOut()}>
              {text.takeOut}
            </Button>
          </>
        )}
      </Group>
      {file === undefined || source === undefined ? (
        <p className={classes.grey}>{text.noFile}</p>
      ) : (
        <div className={classes.viewer}>
          <PdfPanel source={source} name={file.name} about={sharedText.bytes(file.size)} />
        </div>
      )}
    </section>
  );
}
