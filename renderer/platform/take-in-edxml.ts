import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import type { SentFile } from '#shared/domain/exchange/letter.ts';
import type { EdxmlFailure, EdxmlFile, EdxmlMessage, EdxmlPaper } from '#renderer/data/edxml/edxml-paper.ts';
import { EDXML_MAX_BYTES } from '#renderer/data/edxml/read-edxml.ts';
import { askWorker } from './intake/ask-worker.ts';
import { discardFile } from './store-file.ts';
import { lookAtFile, takeInFile } from './take-in-file.ts';

/** A message that takes longer to read is given up. */
const TIME_LIMIT_MS = 20_000;
const unreadable: EdxmlFailure = { code: 'edxml-unreadable', lacks: [], read: {} };

/** Files of a message that lie in the vault now, and those that were left out with the reason. `hasUnread`: pictures in which no mark could be looked for. */
export type TakenEdxml = {
  readonly files: readonly SentFile[];
  readonly leftOut: readonly { readonly name: string; readonly code: ErrorCode }[];
  readonly hasUnread: boolean;
};

/** Reads an edXML file in a worker of its own, with limits of size and time. Nothing is kept. Errors are those of `readEdxml`. */
export async function openEdxml(file: File, signal?: AbortSignal): Promise<Result<EdxmlMessage, EdxmlFailure>> {
  if (file.size > EDXML_MAX_BYTES) return err({ ...unreadable, code: 'file-too-large' });
  const worker = new Worker(new URL('./intake/edxml-worker.ts', import.meta.url), { type: 'module' });
  const answer = await askWorker<Result<EdxmlMessage, EdxmlFailure>>(worker, file, TIME_LIMIT_MS, signal);
  return answer ?? err(unreadable);
}

/**
 * Takes the files of a message into the vault, all or none: with a secrecy mark in its header or in any file the whole message is refused
 * (`file-secret-mark`) before anything was copied. Files of other kinds, broken or hostile ones are left out and told.
 */
export async function takeInEdxml(paper: EdxmlPaper): Promise<Result<TakenEdxml, { readonly code: ErrorCode }>> {
  const { letter, content, sphere, appendixes, business } = paper;
  const words = [letter.abstract, content, sphere, letter.note, business.reason, ...appendixes].join('\n');
  if (findSecrecyMark(words) !== undefined) return err({ code: 'file-secret-mark' });
  const leftOut: { name: string; code: ErrorCode }[] = [];
  const sound: File[] = [];
  for (const given of paper.files) {
    const file = toFile(given);
    const looked = file === undefined ? undefined : await lookAtFile(file);
    if (file !== undefined && looked?.ok === true) sound.push(file);
    else if (looked?.ok === false && looked.error.code === 'file-secret-mark') return looked;
    else leftOut.push({ name: given.name, code: looked?.ok === false ? looked.error.code : codeOf(given) });
  }
  return storeAll(sound, leftOut);
}

async function storeAll(
  sound: readonly File[],
  leftOut: TakenEdxml['leftOut'],
): Promise<Result<TakenEdxml, { readonly code: ErrorCode }>> {
  const files: SentFile[] = [];
  let hasUnread = false;
  for (const file of sound) {
    const taken = await takeInFile(file);
    if (!taken.ok) {
      for (const { hash } of files) await discardFile(hash);
      return taken;
    }
    const { hash, name, size, mime } = taken.value.file;
    files.push({ hash, name, size, mime });
    hasUnread ||= !taken.value.hasText;
  }
  return ok({ files, leftOut, hasUnread });
}

function toFile({ bytes, name }: EdxmlFile): File | undefined {
  return bytes === null || bytes.length === 0 ? undefined : new File([bytes], name);
}

function codeOf({ fault }: EdxmlFile): ErrorCode {
  if (fault === null || fault === 'empty') return 'file-empty';
  return fault === 'missing' ? 'file-missing' : fault === 'not-encoded' ? 'file-unreadable' : fault;
}
