import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { exportDetail, exportReasonCodes, type ExportWay } from '#shared/domain/rights/export-reason-table.ts';
import { exportingText as text } from '#renderer/messages/exporting.ts';
import { askChoice } from '#renderer/ui/ask-choice.tsx';
import { noteAudit } from './desktop-audit.ts';
import { printPdf, saveAs } from './desktop-files.ts';

/** A list of people on its way out of the program. */
export type ExportOrder = {
  /** Code of the list in the log; its words stand in `audit-details.ts`. */
  readonly list: string;
  /** What it is, inside a sentence: `danh sách đảng viên`. */
  readonly name: string;
  readonly way: ExportWay;
  /** How many people it shows. */
  readonly count: number;
  readonly fileName: string;
  /** Record it is about (the unit whose list it is), by which the log names it. */
  readonly about?: { readonly type: string; readonly id: string };
  /** Makes the file; for `print` a PDF. Asked only when a reason was given. */
  readonly make: () => Promise<Uint8Array>;
};

/**
 * Asks what a list is needed for, makes it, saves or prints it, and notes all that in the PC's log. `false` when the person thought better of it: then
 * nothing has left the program. The right to do it is the caller's to ask (`useMay`).
 */
export async function exportList(order: ExportOrder): Promise<Result<boolean, { code: ErrorCode }>> {
  const { list, name, way, count, fileName, about } = order;
  const choice = await askChoice({
    title: text.title(name, way),
    body: text.body(count),
    label: text.label,
    choices: text.choices,
    confirm: way === 'print' ? text.print : text.save,
  });
  const reason = exportReasonCodes.find((code) => code === choice);
  if (reason === undefined) return ok(false);
  const bytes = await order.make().catch((error: unknown) => {
    console.error(error);
    return undefined;
  });
  if (bytes === undefined) return err({ code: 'unexpected' });
  const left = way === 'print' ? await printPdf(fileName, bytes) : await saveAs(fileName, bytes);
  if (left.ok && left.value)
    await noteAudit(way === 'print' ? 'printed' : 'list-exported', {
      ...about,
      detail: exportDetail(list, way, count, reason),
    });
  return left;
}
