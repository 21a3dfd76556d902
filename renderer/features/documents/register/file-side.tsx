import { ActionIcon, Button, FileButton, Progress } from '@mantine/core';
import { IconFileTypePdf, IconLock, IconTrash } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { StoredFile } from '#renderer/data/documents/document-repository.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { ACCEPTED_FILES } from '#renderer/platform/take-in-file.ts';
import { addArrived, useIntake } from './intake-store.ts';
import classes from './register.module.css';

type FileSideProps = {
  readonly file: StoredFile | null;
  readonly isSecret: boolean;
  readonly onRemove?: () => void;
  readonly onStop: () => void;
};

/** The paper beside the form, or the place to drop one. */
export function FileSide({ file, isSecret, onRemove, onStop }: FileSideProps): ReactNode {
  const busy = useIntake((state) => state.busy);
  const hash = file?.hash;
  const isUnread = useIntake((state) => hash !== undefined && state.unread.includes(hash));
  const source = useMemo(
    (): ViewerSource | undefined => (hash === undefined ? undefined : { kind: 'file', hash }),
    [hash],
  );
  return (
    <div className={classes.side}>
      {busy !== null && (
        <div className={classes.busy} role="status">
          <span>{busy.percent === null ? text.reading(busy.name) : text.copying(busy.name, busy.percent)}</span>
          <Progress value={busy.percent ?? 100} animated={busy.percent === null} aria-label={busy.name} />
          <Button size="compact-xs" variant="default" onClick={onStop}>
            {text.stop}
          </Button>
        </div>
      )}
      {isUnread && (
        <p className={classes.unread} role="status">
          {text.noTextInFile}
        </p>
      )}
      {file !== null && source !== undefined ? (
        <PdfPanel
          source={source}
          name={file.name}
          about={documentsText.aboutFile(file.pages, sharedText.bytes(file.size))}
          after={
            onRemove !== undefined && (
              <ActionIcon
                variant="default"
                size="1.75rem"
                aria-label={text.takeOutFile}
                title={text.takeOutFile}
                onClick={onRemove}
              >
                <IconTrash size="1rem" aria-hidden />
              </ActionIcon>
            )
          }
        />
      ) : isSecret ? (
        <EmptyState icon={IconLock} title={text.noFileSecret}>
          {text.noFileSecretText}
        </EmptyState>
      ) : (
        <div className={classes.dropPlace}>
          <EmptyState icon={IconFileTypePdf} title={text.dropTitle} action={<PickButton />}>
            {text.dropText}
          </EmptyState>
        </div>
      )}
    </div>
  );
}

function PickButton(): ReactNode {
  return (
    <FileButton accept={ACCEPTED_FILES} multiple onChange={addArrived}>
      {(props) => (
        <Button {...props} variant="default">
          {text.pick}
        </Button>
      )}
    </FileButton>
  );
}
