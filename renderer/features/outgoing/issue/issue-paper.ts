import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { toPaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { Office } from '#renderer/data/office.ts';
import { attachToOutgoing, saveOutgoing } from '#renderer/data/outgoing/outgoing-repository.ts';
import { readPaperContext } from '#renderer/data/outgoing/use-paper-context.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { storeFile } from '#renderer/platform/store-file.ts';
import { makeLetter } from '../paper/make-letter.ts';

/** The paper itself, with the number it bears: no draft mark. */
export async function makeIssuedPdf(
  office: Office,
  outgoing: OutgoingRow,
  content: PaperContent,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { names, settings } = await readPaperContext(office, outgoing, null);
  return makeLetter(toPaperFacts(outgoing, names, settings), content, office.nowMs());
}

/**
 * Keeps the paper as it was issued: a PDF in the vault under the outgoing paper, and its pages in the register. What is kept is what is printed and
 * sent from now on, whatever becomes of fonts or layout. Errors: those of the vault; `unexpected` when the paper cannot be made.
 */
export async function storeIssuedPdf(
  office: Office,
  id: string,
  content: PaperContent,
): Promise<Result<null, { readonly code: ErrorCode }>> {
  const row = await office.db.outgoings.get(id);
  if (row === undefined || row.number === null) return err({ code: 'record-missing' });
  const bytes = await makeIssuedPdf(office, row, content);
  if (bytes === null) return err({ code: 'unexpected' });
  const file = new File([bytes], text.issuedFileName(row.symbol), { type: 'application/pdf' });
  const { inspectPdf } = await import('#renderer/platform/pdf-inspection.ts');
  const inspected = await inspectPdf(file);
  if (!inspected.ok) return inspected;
  const { pages } = inspected.value;
  const stored = await storeFile(file, pages);
  if (!stored.ok) return stored;
  const attached = await attachToOutgoing(office, id, stored.value);
  if (!attached.ok) return attached;
  if (row.pages !== pages) await saveOutgoing(office, id, { pages }, row.seq);
  return ok(null);
}
