import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { callDesktop, getDesktop } from './desktop.ts';

/** Asks the person where to save bytes made by the page; `false` when they cancelled. */
export async function saveAs(suggestedName: string, bytes: Uint8Array): Promise<Result<boolean, { code: ErrorCode }>> {
  const reply = await callDesktop(getDesktop(), 'files:save-as', {
    suggestedName,
    bytes: bytes as Uint8Array<ArrayBuffer>,
  });
  return reply.ok ? ok(reply.value.saved) : err({ code: reply.error.code });
}

/** Asks the person where to save a copy of a file of the vault; `false` when they cancelled. */
export async function saveVaultFileAs(
  suggestedName: string,
  hash: string,
): Promise<Result<boolean, { code: ErrorCode }>> {
  const reply = await callDesktop(getDesktop(), 'files:save-vault-file-as', { suggestedName, hash });
  return reply.ok ? ok(reply.value.saved) : err({ code: reply.error.code });
}

/** Asks the person where to save an edXML message whose files lie in the vault; `false` when they cancelled. */
export async function saveEdxmlAs(
  suggestedName: string,
  pieces: readonly (string | { readonly hash: string; readonly name: string })[],
): Promise<Result<boolean, { code: ErrorCode }>> {
  const plain = pieces.map((piece) => (typeof piece === 'string' ? piece : { hash: piece.hash, name: piece.name }));
  const reply = await callDesktop(getDesktop(), 'files:save-edxml', { suggestedName, pieces: plain });
  return reply.ok ? ok(reply.value.saved) : err({ code: reply.error.code });
}

/** Opens the system's print dialogue for a file of the vault; `false` when they cancelled. */
export async function printVaultFile(title: string, hash: string): Promise<Result<boolean, { code: ErrorCode }>> {
  const reply = await callDesktop(getDesktop(), 'print:file', { title, hash });
  return reply.ok ? ok(reply.value.printed) : err({ code: reply.error.code });
}

/** Opens the system's print dialogue for a PDF made by the page; `false` when they cancelled. */
export async function printPdf(title: string, bytes: Uint8Array): Promise<Result<boolean, { code: ErrorCode }>> {
  const reply = await callDesktop(getDesktop(), 'print:pdf', { title, bytes: bytes as Uint8Array<ArrayBuffer> });
  return reply.ok ? ok(reply.value.printed) : err({ code: reply.error.code });
}

/** Bytes free on the disk the office's data lies on. */
export async function freeDiskBytes(): Promise<number | undefined> {
  const reply = await callDesktop(getDesktop(), 'disk:free', undefined);
  return reply.ok ? reply.value.freeBytes : undefined;
}
