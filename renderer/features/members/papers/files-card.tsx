import { ActionIcon, Anchor, Button, FileButton, Menu, Modal } from '@mantine/core';
import { IconDots, IconDownload, IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useAttachments } from '#renderer/data/documents/use-documents.ts';
import { removeMemberFile } from '#renderer/data/members/member-files.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { AttachmentRow, MemberRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { memberPapersText } from '#renderer/messages/member-papers-list.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { saveVaultFileAs } from '#renderer/platform/desktop-files.ts';
import { ACCEPTED_FILES } from '#renderer/platform/take-in-file.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import classes from './papers-tab.module.css';

type FilesCardProps = {
  readonly row: MemberRow;
  readonly mayEdit: boolean;
  readonly onAdd: (file: File) => Promise<void>;
};

/** Scanned papers of the dossier; the portrait is not among them. */
export function FilesCard({ row, mayEdit, onAdd }: FilesCardProps): ReactNode {
  const office = useOffice();
  const files = (useAttachments(row.id) ?? []).filter(({ hash }) => hash !== row.photoHash);
  const [shown, setShown] = useState<AttachmentRow | null>(null);
  const [busy, setBusy] = useState(false);
  const text = memberPapersText.files;

  const save = async (file: AttachmentRow): Promise<void> => {
    const saved = await saveVaultFileAs(file.name, file.hash);
    if (!saved.ok) notifyError(saved.error.code, file.name);
    else if (saved.value) notifyDone(text.saved);
  };
  const remove = async (file: AttachmentRow): Promise<void> => {
    const removed = await removeMemberFile(office, file.id);
    if (!removed.ok) notifyError(removed.error.code);
    else notifyDone(text.removed, { undo: () => void undo(office, removed.value) });
  };
  const add = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    await onAdd(file);
    setBusy(false);
  };
  return (
    <section className={classes.card} aria-label={text.title}>
      <h3>{text.title}</h3>
      {files.length === 0 && <p className={classes.grey}>{text.none}</p>}
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id} className={classes.file}>
            <Anchor component="button" type="button" aria-label={text.open(file.name)} onClick={() => setShown(file)}>
              {file.name}
            </Anchor>
            <span className={classes.grey}>{sharedText.bytes(file.size)}</span>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={text.acts(file.name)}>
                  <IconDots size="1rem" aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconDownload size="1rem" aria-hidden />} onClick={() => void save(file)}>
                  {text.save}
                </Menu.Item>
                {mayEdit && (
                  <Menu.Item leftSection={<IconTrash size="1rem" aria-hidden />} onClick={() => void remove(file)}>
                    {text.remove}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <FileButton accept={ACCEPTED_FILES} onChange={(file) => void add(file)}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="light"
              loading={busy}
              leftSection={<IconPaperclip size="1rem" aria-hidden />}
            >
              {text.add}
            </Button>
          )}
        </FileButton>
      )}
      {shown !== null && <ShownFile file={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function ShownFile({ file, onClose }: { readonly file: AttachmentRow; readonly onClose: () => void }): ReactNode {
  const source = useMemo((): ViewerSource => ({ kind: 'file', hash: file.hash }), [file.hash]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="80rem"
      title={file.name}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <div className={classes.shown}>
        <PdfPanel source={source} name={file.name} about={sharedText.bytes(file.size)} />
      </div>
    </Modal>
  );
}
