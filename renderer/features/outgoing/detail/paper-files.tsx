import { Button, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toPaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { readPaperContext } from '#renderer/data/outgoing/use-paper-context.ts';
import type { AttachmentRow, DraftVersionRow, OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs, saveVaultFileAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { makeLetter } from '../paper/make-letter.ts';

type PaperFilesProps = {
  readonly outgoing: OutgoingRow;
  readonly newest: DraftVersionRow | undefined;
  /** The paper as it was issued. */
  readonly file: AttachmentRow | undefined;
};

/** The paper on paper, or as a file: what was issued as it was kept, a draft with its mark. */
export function PaperFiles({ outgoing, newest, file }: PaperFilesProps): ReactNode {
  const office = useOffice();
  const nameOf = (ending: string): string =>
    outgoing.symbol === ''
      ? text.draftFileName(outgoing.abstract, ending)
      : text.issuedFileName(outgoing.symbol).replace(/pdf$/, ending);

  const make = async (): Promise<Uint8Array | null> => {
    if (newest === undefined) return null;
    const version = outgoing.number === null ? newest.version : null;
    const { names, settings } = await readPaperContext(office, outgoing, version);
    return makeLetter(toPaperFacts(outgoing, names, settings), newest.content, office.nowMs());
  };
  const print = async (): Promise<void> => {
    const bytes = await make();
    const result = bytes === null ? undefined : await printPdf(nameOf('pdf'), bytes);
    if (result === undefined) notifyError('unexpected');
    else if (!result.ok) notifyError(result.error.code);
    else if (result.value) await noteAudit('printed', { type: 'outgoing', id: outgoing.id });
  };
  const savePdf = async (): Promise<void> => {
    const bytes = file === undefined ? await make() : null;
    const result =
      file !== undefined
        ? await saveVaultFileAs(nameOf('pdf'), file.hash)
        : bytes === null
          ? undefined
          : await saveAs(nameOf('pdf'), bytes);
    if (result === undefined) notifyError('unexpected');
    else if (!result.ok) notifyError(result.error.code);
    else if (result.value) notifyDone(text.saved);
  };
  return (
    <Menu position="top-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size="1.125rem" stroke={1.6} aria-hidden />}>
          {text.printPaper}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {file === undefined && <Menu.Item onClick={() => void print()}>{text.printPaper}</Menu.Item>}
        <Menu.Item onClick={() => void savePdf()}>{text.savePdf}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
