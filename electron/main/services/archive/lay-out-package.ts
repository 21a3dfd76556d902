import { createHash } from 'node:crypto';
import { packagePaths, type ArchivePackage } from '#shared/domain/dossier/archive-package.ts';
import { formatHashList } from './hash-list.ts';
import { PACKAGE_FORMAT, type PackageManifest, type PackageManifestFile } from './package-manifest.ts';
import { formatDescriptive } from './write-descriptive.ts';
import { formatMets } from './write-mets.ts';

/** A file to be written: bytes made here, or a file of the vault by its hash. */
export type PlannedFile = {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly content: { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'vault' };
};

/** A package as it will lie on the disk. `hash`: SHA-256 of its list of hashes, by which papers and receipts name it. */
export type PlannedPackage = { readonly files: readonly PlannedFile[]; readonly hash: string; readonly bytes: number };

/** When and by which build a package is made. */
export type PackageStamp = { readonly createdAt: string; readonly version: string };

/** Everything of a package but the papers' own bytes, known before anything is written. `sizes`: bytes of each vault file by its hash. */
export function layOutPackage(
  order: ArchivePackage,
  sizes: ReadonlyMap<string, number>,
  { createdAt, version }: PackageStamp,
): PlannedPackage {
  const papers = order.documents.flatMap(({ files }) =>
    files.map(({ hash, name, mime }): PackageManifestFile => {
      const size = sizes.get(hash);
      if (size === undefined) throw new Error('a file without size');
      return { path: `${packagePaths.data}/${name}`, size, sha256: hash, mime };
    }),
  );
  const descriptive = planText(packagePaths.descriptive, formatDescriptive(order));
  const { size, sha256 } = descriptive;
  const manifest: PackageManifest = {
    format: PACKAGE_FORMAT,
    createdAt,
    software: version,
    maker: order.maker,
    dossier: { code: order.code, title: order.title, fields: asRecord(order.fields) },
    documents: order.documents.map(({ code, fields, files }) => ({
      code,
      fields: asRecord(fields),
      files: files.map(({ name }) => name),
    })),
    files: [{ path: packagePaths.descriptive, size, sha256, mime: 'application/xml' }, ...papers],
  };
  const made = [
    planText(packagePaths.mets, formatMets(manifest, version)),
    planText(packagePaths.manifest, `${JSON.stringify(manifest, null, 1)}\n`),
    descriptive,
  ];
  const stored = papers.map((file): PlannedFile => ({
    path: file.path,
    size: file.size,
    sha256: file.sha256,
    content: { kind: 'vault' },
  }));
  const list = planText(packagePaths.hashList, formatHashList([...made, ...stored]));
  const files = [...made, list, ...stored];
  return { files, hash: list.sha256, bytes: files.reduce((sum, file) => sum + file.size, 0) };
}

function planText(path: string, text: string): PlannedFile {
  const bytes = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, size: bytes.length, sha256, content: { kind: 'bytes', bytes } };
}

function asRecord(fields: ArchivePackage['fields']): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}
