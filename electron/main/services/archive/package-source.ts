import type { Readable } from 'node:stream';
import type { FindingCode } from '#shared/domain/dossier/archive-report.ts';

/** A file within a package. `path` from the package's root, with `/`. `size`: bytes it says it has. */
export type SourceFile = { readonly path: string; readonly size: number };

/** Something wrong with an entry itself, before its content is looked at. */
export type SourceFault = { readonly code: FindingCode; readonly where: string; readonly detail: string };

/** A package lying in a folder or in a ZIP: what is in it, and a way to read it. Nothing is unpacked. */
export type PackageSource = {
  /** Name of the folder or file. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly faults: readonly SourceFault[];
  /** Whether content may be read: a bomb is not touched. */
  readonly isReadable: boolean;
  readonly open: (path: string) => Promise<Readable>;
  readonly close: () => Promise<void>;
};

/** More entries than any dossier has. */
export const ENTRIES_MAX = 120_000;
const METS = /^mets\.xml$/i;

/** Whether a path from outside leads where it says: relative, no step upwards, no drive, no control characters. */
export function isStraightPath(path: string): boolean {
  const parts = path.split('/');
  return (
    path !== '' &&
    !path.startsWith('/') &&
    !/[\\\u0000-\u001f\u007f]/.test(path) &&
    !/^[A-Za-z]:/.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** The folder all entries lie in (`name/`) when the package's root is one step down, else an empty text. */
export function findRootPrefix(paths: readonly string[]): string {
  if (paths.some((path) => METS.test(path) || path === 'manifest-sha256.txt')) return '';
  const first = paths[0]?.split('/')[0];
  if (first === undefined || !paths.every((path) => path.startsWith(`${first}/`))) return '';
  return `${first}/`;
}
