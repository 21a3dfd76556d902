import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFolderPlus, IconPrinter, IconSend } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { routingText } from '#renderer/messages/routing.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { FilePaperModal } from './file-paper-modal.tsx';
import { usePrintSlip } from './use-print-slip.ts';

/** What is seldom done with a paper. */
export function MoreActions({ document }: { readonly document: DocumentRow }): ReactNode {
  const printSlip = usePrintSlip(document);
  const navigate = useNavigate();
  const { may: mayDraft } = useMay('outgoing.draft');
  const { may: mayFile } = useMay('dossier.edit');
  const [filing, setFiling] = useState(false);
  return (
    <>
      <Menu position="top-end">
        <Menu.Target>
          <ActionIcon variant="default" size="2.25rem" aria-label={text.more} title={text.more}>
            <IconDots size="1.125rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPrinter size="1.125rem" aria-hidden />} onClick={() => void printSlip()}>
            {routingText.slip}
          </Menu.Item>
          {mayDraft && (
            <Menu.Item
              leftSection={<IconSend size="1.125rem" aria-hidden />}
              onClick={() => navigate(routes.outgoingReply(document.id))}
            >
              {text.writeReply}
            </Menu.Item>
          )}
          {mayFile && (
            <Menu.Item leftSection={<IconFolderPlus size="1.125rem" aria-hidden />} onClick={() => setFiling(true)}>
              {dossiersText.filePaper.action}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <FilePaperModal document={document} opened={filing} onClose={() => setFiling(false)} />
    </>
  );
}
