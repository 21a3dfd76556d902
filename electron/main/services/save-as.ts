import { rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { endingOf, endingsOf, signatureOf, type FileSignature } from '#shared/domain/attachment/file-kind.ts';
import { dialogText } from '../messages.ts';
import { diskFailure } from './disk/disk-failure.ts';

/** Asks the person for a place; `undefined` when they think better of it. Electron's save dialogue, as a port. */
export type AskWhere = (question: {
  readonly title: string;
  readonly buttonLabel: string;
  readonly defaultPath: string;
  readonly filters: { name: string; extensions: string[] }[];
}) => Promise<string | undefined>;

/** Puts bytes, or a file piece by piece, where the person says. */
export type SaveAs = {
  readonly saveBytes: (
    suggestedName: string,
    bytes: Uint8Array,
  ) => Promise<Result<{ readonly saved: boolean }, ErrorCode>>;
  readonly savePieces: (
    suggestedName: string,
    open: () => AsyncIterable<Uint8Array>,
  ) => Promise<Result<{ readonly saved: boolean }, ErrorCode>>;
};

/** Makes the service on a dialogue. */
export function createSaveAs(askWhere: AskWhere): SaveAs {
  async function save(
    suggestedName: string,
    write: (path: string) => Promise<void>,
  ): Promise<Result<{ readonly saved: boolean }, ErrorCode>> {
    const name = toFileName(suggestedName);
    const ending = extname(name).slice(1).toLowerCase();
    const path = await askWhere({
      title: dialogText.saveTitle,
      buttonLabel: dialogText.saveButton,
      defaultPath: name,
      filters:
        ending === ''
          ? []
          : [{ name: ending === 'pdf' ? dialogText.pdfFiles : dialogText.otherFiles, extensions: [ending] }],
    });
    if (path === undefined) return ok({ saved: false });
    try {
      await write(path);
      return ok({ saved: true });
    } catch (cause) {
      await rm(path, { force: true }).catch(() => undefined); // no half file where a person looks for a whole one
      return err(diskFailure(cause, 'store-failed'));
    }
  }
  return {
    saveBytes: (suggestedName, bytes) => save(suggestedName, (path) => writeFile(path, bytes)),
    savePieces: (suggestedName, open) => save(suggestedName, (path) => writeFile(path, open())),
  };
}

/** Endings a saved copy may bear, by what its first bytes are; the first is put behind a name that bears another. */
const endingsBySignature: Readonly<Record<FileSignature, readonly [string, ...string[]]>> = {
  pdf: endingsOf['application/pdf'],
  png: endingsOf['image/png'],
  jpeg: endingsOf['image/jpeg'],
  // Word and Excel refuse a file whose ending says "without macros" and whose content has some.
  zip: ['zip', 'docx', 'xlsx'],
  ole: ['bin'],
  unknown: ['bin'],
};

/** The name with an ending that fits the file's first bytes, so that the system opens it as what it is and never runs it. */
export function withTrueEnding(name: string, head: Uint8Array): string {
  const endings = endingsBySignature[signatureOf(head)];
  const plain = toFileName(name);
  return endings.includes(endingOf(plain)) ? plain : toFileName(`${plain}.${endings[0]}`);
}

/** A name from outside as a plain file name: no folders, no characters a system forbids, no leading dots, at most 150 characters with the ending kept. */
export function toFileName(name: string): string {
  const plain = name.replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain === '') return dialogText.unnamedFile;
  const ending = extname(plain).slice(0, 10);
  return `${plain.slice(0, plain.length - extname(plain).length).slice(0, 150 - ending.length)}${ending}`;
}
