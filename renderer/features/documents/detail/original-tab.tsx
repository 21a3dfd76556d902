import { Button, FileButton, Group, Select } from '@mantine/core';
import { IconFileOff, IconFileTypePdf } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { attachFile } from '#renderer/data/documents/document-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { AttachmentRow, DocumentRow } from '#renderer/data/rows.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { viewerText } from '#renderer/messages/viewer.ts';
import { printVaultFile, saveVaultFileAs } from '#renderer/platform/desktop-files.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { ACCEPTED_FILES, takeInFile } from '#renderer/platform/take-in-file.ts';
import classes from './document-detail.module.css';

type OriginalTabProps = { readonly document: DocumentRow; readonly attachments: readonly AttachmentRow[] };

/** The paper itself, in the isolated viewer. */
export function OriginalTab({ document, attachments }: OriginalTabProps): ReactNode {
  const office = useOffice();
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { may: mayAdd } = useMay('attachment.add');
  const attachment = attachments.find(({ id }) => id === chosen) ?? attachments[0];
  const hash = attachment?.hash;
  const source = useMemo(
    (): ViewerSource | undefined => (hash === undefined ? undefined : { kind: 'file', hash }),
    [hash],
  );

  const attach = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    const taken = await takeInFile(file);
    const result = taken.ok ? await attachFile(office, document.id, taken.value.file) : taken;
    setBusy(false);
    if (result.ok) notifyDone(text.attached);
    else notifyError(result.error.code, file.name);
  };
  const saveCopy = async (): Promise<void> => {
    if (attachment === undefined) return;
    const result = await saveVaultFileAs(attachment.name, attachment.hash);
    if (!result.ok) notifyError(result.error.code, attachment.name);
    else if (result.value) notifyDone(text.savedCopy);
  };
  const print = async (): Promise<void> => {
    if (attachment === undefined) return;
    const result = await printVaultFile(attachment.name, attachment.hash);
    if (!result.ok) notifyError(result.error.code, attachment.name);
    else if (result.value) notifyDone(viewerText.printed);
  };
  const addButton = document.secrecy === 'none' && mayAdd && (
    <FileButton accept={ACCEPTED_FILES} onChange={(file) => void attach(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          size="compact-sm"
          loading={busy}
          leftSection={<IconFileTypePdf size="1rem" aria-hidden />}
        >
          {text.attach}
        </Button>
      )}
    </FileButton>
  );
  if (attachment === undefined || source === undefined) {
    return (
      <EmptyState icon={IconFileOff} title={text.noFile} action={addButton}>
        {document.secrecy === 'none' ? text.noFileText : text.secretNoFile}
      </EmptyState>
    );
  }
  return (
    <div className={classes.original}>
      <Group gap="xs">
        {attachments.length > 1 && (
          <Select
            size="xs"
            aria-label={text.fileList}
            value={attachment.id}
            data={attachments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        )}
        <Button variant="default" size="compact-sm" onClick={() => void saveCopy()}>
          {text.saveCopy}
        </Button>
        {addButton}
      </Group>
      <div className={classes.viewer}>
        <PdfPanel
          source={source}
          name={attachment.name}
          onPrint={() => void print()}
          about={text.aboutFile(attachment.pages, sharedText.bytes(attachment.size))}
        />
      </div>
    </div>
  );
}
