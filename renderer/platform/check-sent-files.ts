import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { cleanFileName } from '#shared/domain/attachment/file-name.ts';
import type { SentFile } from '#shared/domain/exchange/letter.ts';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import { callDesktop, getDesktop } from './desktop.ts';
import { readVaultFile } from './read-vault-file.ts';
import { lookAtFile } from './take-in-file.ts';

type Failure = { readonly code: ErrorCode };

/** Files that came, as the intake found them; those it refused, with the reason; and how many have not come yet. `hasUnread`: pictures no mark could be looked for in. */
export type CheckedFiles = {
  readonly sound: readonly StoredFile[];
  readonly leftOut: readonly { readonly hash: string; readonly name: string; readonly code: ErrorCode }[];
  readonly coming: number;
  readonly hasUnread: boolean;
};

/**
 * Looks at files that came over the exchange as at files from outside: kind by content, name, active content, bombs, secrecy mark. What the sender says of
 * name and kind counts for nothing. A secrecy mark in any of them refuses all (`file-secret-mark`); also what the desktop answers when it cannot read.
 */
export async function checkSentFiles(sent: readonly SentFile[]): Promise<Result<CheckedFiles, Failure>> {
  const files = [...new Map(sent.map((file) => [file.hash, file])).values()];
  const hashes = files.map(({ hash }) => hash);
  const present = await callDesktop(getDesktop(), 'vault:present', { hashes });
  if (!present.ok) return err({ code: present.error.code });
  const here = new Set(present.value);
  const sound: StoredFile[] = [];
  const leftOut: { hash: string; name: string; code: ErrorCode }[] = [];
  let hasUnread = false;
  for (const { hash, name } of files.filter((file) => here.has(file.hash))) {
    const read = await readVaultFile(hash, name);
    if (!read.ok) return read;
    const looked = await lookAtFile(read.value);
    if (looked.ok) {
      const { mime, pages, hasText } = looked.value;
      sound.push({ hash, name: cleanFileName(name, mime), size: read.value.size, mime, pages });
      hasUnread ||= !hasText;
    } else if (looked.error.code === 'file-secret-mark') return looked;
    else leftOut.push({ hash, name, code: looked.error.code });
  }
  return ok({ sound, leftOut, coming: files.length - here.size, hasUnread });
}
