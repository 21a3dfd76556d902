import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { routingText } from '#renderer/messages/routing.ts';
import { usePrintSlip } from './use-print-slip.ts';

/** What is seldom done with a paper. */
export function MoreActions({ document }: { readonly document: DocumentRow }): ReactNode {
  const printSlip = usePrintSlip(document);
  return (
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
      </Menu.Dropdown>
    </Menu>
  );
}
