import { Modal } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { AttachmentRow } from '#renderer/data/rows.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { printVaultFile } from '#renderer/platform/desktop-files.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import classes from './prepare.module.css';

/** A file as it is, to be read and printed. */
export function FileModal({
  file,
  onClose,
}: {
  readonly file: AttachmentRow;
  readonly onClose: () => void;
}): ReactNode {
  const source = useMemo(() => ({ kind: 'file' as const, hash: file.hash }), [file.hash]);
  const print = async (): Promise<void> => {
    const printed = await printVaultFile(file.name, file.hash);
    if (!printed.ok) notifyError(printed.error.code);
  };
  return (
    <Modal opened onClose={onClose} size="90%" title={file.name} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <div className={classes.viewer}>
        <PdfPanel
          source={source}
          name={file.name}
          onPrint={file.mime === 'application/pdf' ? () => void print() : undefined}
        />
      </div>
    </Modal>
  );
}
