import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { toPaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { notePrinted } from '#renderer/data/outgoing/printed-numbers.ts';
import { readPaperContext } from '#renderer/data/outgoing/use-paper-context.ts';
import type { AttachmentRow, DraftVersionRow, OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, printVaultFile, saveAs, saveVaultFileAs } from '#renderer/platform/desktop-files.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { makeLetter } from '../paper/make-letter.ts';

type PaperFilesProps = {
  readonly outgoing: OutgoingRow;
  readonly newest: DraftVersionRow | undefined;
  /** The paper as it was issued. */
  readonly file: AttachmentRow | undefined;
};

/** Items of a menu: the paper on paper, or as a file: what was issued as it was kept, a draft with its mark. */
export function PaperFiles({ outgoing, newest, file }: PaperFilesProps): ReactNode {
  const office = useOffice();
  const nameOf = (ending: string): string =>
    outgoing.symbol === ''
      ? text.draftFileName(outgoing.abstract, ending)
      : text.issuedFileName(outgoing.symbol).replace(/pdf$/, ending);

  // From now on the number is in somebody's hands and may not change in silence.
  const leaves = async (): Promise<void> => {
    if (outgoing.number !== null) await notePrinted(office, outgoing.id);
  };
  const make = async (): Promise<Uint8Array | null> => {
    if (newest === undefined) return null;
    const version = outgoing.number === null ? newest.version : null;
    const { names, settings } = await readPaperContext(office, outgoing, version);
    return makeLetter(toPaperFacts(outgoing, names, settings), newest.content, office.nowMs());
  };
  const saveWord = async (): Promise<void> => {
    if (newest === undefined) return;
    const version = outgoing.number === null ? newest.version : null;
    const { names, settings } = await readPaperContext(office, outgoing, version);
    const [{ makeLetterDocx }, fonts] = await Promise.all([
      import('#renderer/paper/letter/make-letter-docx.ts'),
      loadPaperFonts(),
    ]);
    const bytes = await makeLetterDocx(toPaperFacts(outgoing, names, settings), newest.content, fonts);
    const result = await saveAs(nameOf('docx'), bytes);
    if (!result.ok) notifyError(result.error.code);
    else if (result.value) {
      notifyDone(text.saved);
      await leaves();
    }
  };
  const print = async (): Promise<void> => {
    const bytes = file === undefined ? await make() : null;
    const result =
      file !== undefined
        ? await printVaultFile(nameOf('pdf'), file.hash)
        : bytes === null
          ? undefined
          : await printPdf(nameOf('pdf'), bytes);
    if (result === undefined) notifyError('unexpected');
    else if (!result.ok) notifyError(result.error.code);
    else if (result.value) {
      await noteAudit('printed', { type: 'outgoing', id: outgoing.id });
      await leaves();
    }
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
    else if (result.value) {
      notifyDone(text.saved);
      await leaves();
    }
  };
  return (
    <>
      <Menu.Item onClick={() => void print()}>{outgoing.number === null ? text.printPaper : text.printMain}</Menu.Item>
      <Menu.Item onClick={() => void savePdf()}>{text.savePdf}</Menu.Item>
      {newest !== undefined && <Menu.Item onClick={() => void saveWord()}>{text.saveWord}</Menu.Item>}
    </>
  );
}
