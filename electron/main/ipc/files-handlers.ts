import { err, ok, type Result } from '#shared/base/result.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { SIGNATURE_BYTES } from '#shared/domain/attachment/file-kind.ts';
import type { ProvinceClient } from '../services/province/province-client.ts';
import type { Refusal } from '../services/province/refusal.ts';
import { withTrueEnding, type SaveAs } from '../services/save-as.ts';
import type { Transfers } from '../services/transfers/transfers.ts';
import { composeEdxml } from '../services/vault/compose-edxml.ts';
import type { Vault } from '../services/vault/vault.ts';
import type { IpcHandlers } from './register.ts';

/** Prints a PDF through the system's dialogue. */
export type PrintPdf = (title: string, bytes: Uint8Array) => Promise<Result<{ readonly printed: boolean }, ErrorCode>>;

/** What file handlers stand on. */
export type FileParts = {
  readonly vault: Vault;
  readonly province: ProvinceClient;
  readonly transfers: Transfers;
  readonly saveAs: SaveAs;
  readonly printPdf: PrintPdf;
  /** Notes in the log that a file of the vault, by its hash, was saved outside. */
  readonly noteSaved: (hash: string) => void;
};

type FileChannel = Extract<keyof IpcHandlers, `vault:${string}` | `files:${string}` | `print:${string}`>;

/** Handlers of `vault:`, `files:` and `print:`. */
export function createFilesHandlers({
  vault,
  province,
  transfers,
  saveAs,
  printPdf,
  noteSaved,
}: FileParts): Pick<IpcHandlers, FileChannel> {
  return {
    'vault:check': ({ known }) => {
      vault.check(known);
      return Promise.resolve(ok(null));
    },
    'vault:report': () => Promise.resolve(ok(vault.report())),
    'vault:begin': async ({ size }) => withCode(await vault.begin(size)),
    'vault:append': async ({ handle, bytes }) => withCode(await vault.append(handle, bytes)),
    'vault:finish': async ({ handle }) => withCode(await vault.finish(handle)),
    'vault:abort': async ({ handle }) => {
      await vault.abort(handle);
      return ok(null);
    },
    'vault:present': async ({ hashes }) => ok(await vault.listPresent(hashes)),
    'vault:read': async ({ hash, start, length }) => withCode(await vault.read(hash, start, length)),
    'vault:discard': async ({ hash }) => {
      await vault.discard(hash);
      return ok(null);
    },
    'files:missing': ({ hashes }) => province.missingFiles(hashes),
    'files:upload-piece': ({ hash, behind }) => transfers.upload(hash, behind),
    'files:download-piece': ({ hash, size }) => transfers.download(hash, size),
    'files:save-as': async ({ suggestedName, bytes }) => withCode(await saveAs.saveBytes(suggestedName, bytes)),
    'files:save-vault-file-as': async ({ suggestedName, hash }) => {
      const file = await vault.findVerified(hash);
      if (!file.ok) return withCode(file);
      const head = await vault.read(hash, 0, SIGNATURE_BYTES);
      if (!head.ok) return withCode(head);
      const pieces = (): AsyncIterable<Uint8Array> => vault.stream(hash, 0, file.value.size - 1);
      const reply = await saveAs.savePieces(withTrueEnding(suggestedName, head.value), pieces);
      if (reply.ok && reply.value.saved) noteSaved(hash);
      return withCode(reply);
    },
    'files:save-edxml': async ({ suggestedName, pieces }) => {
      const hashes = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.hash]));
      for (const hash of hashes) {
        const file = await vault.findVerified(hash);
        if (!file.ok) return withCode(file);
      }
      const reply = await saveAs.savePieces(suggestedName, () => composeEdxml(vault, pieces));
      if (reply.ok && reply.value.saved) for (const hash of hashes) noteSaved(hash);
      return withCode(reply);
    },
    'print:file': async ({ title, hash }) => {
      const file = await vault.findVerified(hash);
      if (!file.ok) return withCode(file);
      const pieces: Uint8Array[] = [];
      for await (const piece of vault.stream(hash, 0, file.value.size - 1)) pieces.push(piece);
      return withCode(await printPdf(title, Buffer.concat(pieces)));
    },
    'print:pdf': async ({ title, bytes }) => withCode(await printPdf(title, bytes)),
  };
}

function withCode<T>(result: Result<T, ErrorCode>): Result<T, Refusal> {
  return result.ok ? result : err({ code: result.error });
}
