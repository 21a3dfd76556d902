import type { ErrorCode } from '#shared/base/errors.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { checkSentFiles } from '#renderer/platform/check-sent-files.ts';
import { notifyDone, notifyInfo } from '#renderer/ui/notify.tsx';

/** The sound files of a paper, and what to tell once they are entered: all went well, or which files were refused, come later, or want a look. */
export type ArrivalFiles = { readonly sound: readonly StoredFile[]; readonly tell: (done: string) => void };

/** Looks at the files of a paper from elsewhere before they are put under a register line. Errors: `file-secret-mark`, and that a file cannot be read. */
export async function checkArrivalFiles({
  files,
}: Pick<ArrivalRow, 'files'>): Promise<Result<ArrivalFiles, { readonly code: ErrorCode }>> {
  const checked = await checkSentFiles(files);
  if (!checked.ok) return checked;
  const { sound, leftOut, coming, hasUnread } = checked.value;
  const refused = leftOut.map(({ name, code }) => `${name} (${describeError(code).happened})`).join('; ');
  const notes = [
    ...(refused === '' ? [] : [text.filesLeftOut(refused)]),
    ...(coming === 0 ? [] : [text.filesLate(coming)]),
    ...(hasUnread ? [text.filesUnread] : []),
  ];
  const tell = (done: string): void => {
    if (notes.length === 0) notifyDone(done);
    else notifyInfo([done, ...notes].join('. '));
  };
  return ok({ sound, tell });
}
