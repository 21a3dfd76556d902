import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { PackageReport } from '#shared/domain/dossier/archive-report.ts';
import { syncFolder } from '../disk/atomic-file.ts';
import type { PlannedFile, PlannedPackage } from './lay-out-package.ts';

/** Where bytes of the vault come from; the stream fails when they are not what their hash says. */
export type OpenVaultFile = (file: { readonly sha256: string; readonly size: number }) => AsyncIterable<Uint8Array>;

/** How a package is written. `check`: reads back what was written. */
export type WriteOptions = {
  readonly openFile: OpenVaultFile;
  readonly check: (path: string, statedHash: string) => Promise<PackageReport>;
  readonly tell: (done: number) => void;
  readonly signal: AbortSignal;
};

/** A package that was written differs from what it should be when it is read back. */
export class BadReadBack extends Error {
  override readonly name = 'BadReadBack';

  constructor(readonly report: PackageReport) {
    super('the package reads back differently');
  }
}

/**
 * Writes a package beside others in a folder: under a name of its own first, flushed, read back and checked as the archive will, only then renamed.
 * Cancelled or failed, nothing is left. Answers the name it got: one that is taken is never overwritten.
 */
export async function writePackage(
  folder: string,
  name: string,
  form: 'folder' | 'zip',
  plan: PlannedPackage,
  options: WriteOptions,
): Promise<string> {
  const ending = form === 'zip' ? '.zip' : '';
  const temporary = join(folder, `.${name}.partial${ending}`);
  await rm(temporary, { recursive: true, force: true });
  try {
    await (form === 'zip' ? writeZip(temporary, name, plan, options) : writeFolder(temporary, plan, options));
    const report = await options.check(temporary, plan.hash);
    if (report.findings.length > 0) throw new BadReadBack(report);
    options.signal.throwIfAborted();
    const final = await findFreeName(folder, name, ending);
    await rename(temporary, join(folder, final));
    await syncFolder(folder);
    return final;
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined); // the first failure is the one to tell
    throw cause;
  }
}

async function writeFolder(
  root: string,
  { files }: PlannedPackage,
  { openFile, tell, signal }: WriteOptions,
): Promise<void> {
  const folders = new Set<string>([root]);
  for (const file of files) {
    signal.throwIfAborted();
    const path = join(root, file.path);
    folders.add(dirname(path));
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, 'wx', 0o644);
    try {
      for await (const chunk of contentOf(file, openFile)) {
        signal.throwIfAborted();
        await handle.writeFile(chunk);
        tell(chunk.length);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  for (const folder of folders) await syncFolder(folder);
}

/** Entries lie under the package's name; papers are compressed already and are stored as they are. */
async function writeZip(
  path: string,
  name: string,
  { files }: PlannedPackage,
  { openFile, tell, signal }: WriteOptions,
): Promise<void> {
  const zip = new ZipFile();
  let fail: (cause: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  zip.on('error', fail);
  for (const file of files)
    zip.addReadStreamLazy(`${name}/${file.path}`, { size: file.size, compress: false, mode: 0o100644 }, (take) => {
      const stream = Readable.from(counted(contentOf(file, openFile), tell, signal));
      stream.once('error', fail);
      take(undefined, stream);
    });
  zip.end();
  const target = createWriteStream(path, { flags: 'wx', mode: 0o644 });
  try {
    await Promise.race([pipeline(zip.outputStream, target, { signal }), broken]);
  } finally {
    target.destroy();
  }
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  tell: (bytes: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    yield chunk;
    tell(chunk.length);
  }
}

async function* contentOf(file: PlannedFile, openFile: OpenVaultFile): AsyncGenerator<Uint8Array> {
  if (file.content.kind === 'bytes') yield file.content.bytes;
  else yield* openFile(file);
}

async function findFreeName(folder: string, name: string, ending: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const tried = `${name}${n === 1 ? '' : `-${String(n)}`}${ending}`;
    if ((await stat(join(folder, tried)).catch(() => undefined)) === undefined) return tried;
  }
}
