import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PackageFinding, PackageReport } from '#shared/domain/dossier/archive-report.ts';
import { packagePaths } from '#shared/domain/dossier/archive-package.ts';
import { isPackageName } from '#shared/domain/dossier/dossier-code.ts';
import { compareWitnesses, type Witnesses } from './compare-witnesses.ts';
import { openFolderSource } from './folder-source.ts';
import { digestFile, isCountable, isOfItsKind, type FileDigest } from './hash-file.ts';
import { parseHashList } from './hash-list.ts';
import { parseManifest, type PackageManifest } from './package-manifest.ts';
import type { PackageSource } from './package-source.ts';
import { readMets, type MetsFacts } from './read-mets.ts';
import { PACKAGE_SOFTWARE } from './write-mets.ts';
import { childrenOf, parseXml, XML_MAX_BYTES, type XmlElement } from './xml-tree.ts';
import { openZipSource } from './zip-source.ts';

/** How a package is checked. `statedHash`: the package's hash as the sender's paper says it. `tell`: bytes read and bytes in all. */
export type CheckOptions = {
  readonly statedHash?: string;
  readonly tell?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

const FINDINGS_MAX = 1000;

/**
 * Checks a package in a folder or ZIP against everything that bears witness to it: METS, the list of hashes, the manifest, the description. Never
 * unpacks, never changes it. Everything wrong is a finding; throws only when the path cannot be read at all, or when cancelled.
 */
export async function checkPackage(path: string, options: CheckOptions = {}): Promise<PackageReport> {
  const isFolder = (await stat(path)).isDirectory();
  const source = isFolder ? await openFolderSource(path) : await openZipSource(path);
  if (source === undefined)
    return { ...nothing, name: basename(path), findings: [{ code: 'zip-broken', where: '', rule: '', detail: '' }] };
  try {
    return await checkSource(source, options);
  } finally {
    await source.close();
  }
}

const nothing: PackageReport = {
  name: '',
  isOurs: false,
  packageHash: '',
  code: '',
  title: '',
  office: '',
  documents: 0,
  files: 0,
  bytes: 0,
  findings: [],
};

async function checkSource(source: PackageSource, options: CheckOptions): Promise<PackageReport> {
  const findings: PackageFinding[] = source.faults.map((fault) => ({ ...fault, rule: '' }));
  const add = (code: PackageFinding['code'], where = '', detail = '', rule = ''): void => {
    findings.push({ code, where, rule, detail });
  };
  const bytes = source.files.reduce((sum, { size }) => sum + size, 0);
  const report = { ...nothing, name: source.name, files: source.files.length, bytes };
  if (!source.isReadable) return { ...report, findings };
  const metsPath = source.files.find(({ path }) => path.toLowerCase() === packagePaths.mets.toLowerCase())?.path;
  const present = new Set(source.files.map(({ path }) => path));
  const hasOurs = [packagePaths.manifest, packagePaths.hashList].some((path) => present.has(path));
  if (metsPath === undefined && !hasOurs) {
    add('not-a-package');
    return { ...report, findings };
  }
  checkNames(source, add);
  const small = await readSmallFiles(source, metsPath, add);
  const mets = small.mets;
  findings.push(...(mets?.findings ?? []));
  const isOurs = hasOurs || mets?.facts.software === PACKAGE_SOFTWARE;
  if (isOurs) checkOwnParts(source, present, small, add);
  else add('not-ours');
  const witnesses: Witnesses = {
    list: small.list,
    manifest: small.manifest,
    mets: mets?.facts.files,
    isOurs,
  };
  const digests = await digestAll(source, witnesses, options, add);
  findings.push(...compareWitnesses(digests, witnesses));
  if (isOurs) checkKinds(digests, add);
  const packageHash = digests.get(packagePaths.hashList)?.sha256 ?? '';
  if (options.statedHash !== undefined && options.statedHash !== packageHash) add('hash-not-stated', '', packageHash);
  return {
    ...report,
    isOurs,
    packageHash,
    code: small.manifest?.dossier.code ?? mets?.facts.objId ?? '',
    title: small.manifest?.dossier.title ?? mets?.facts.label ?? '',
    office: small.manifest?.maker.office ?? '',
    documents: small.manifest?.documents.length ?? 0,
    findings: shorten(findings),
  };
}

type Add = (code: PackageFinding['code'], where?: string, detail?: string, rule?: string) => void;

type SmallFiles = {
  readonly mets: { readonly facts: MetsFacts; readonly findings: readonly PackageFinding[] } | undefined;
  readonly list: ReadonlyMap<string, string> | undefined;
  readonly manifest: PackageManifest | undefined;
  readonly descriptive: XmlElement | undefined;
};

/** Names that no system takes, or that two files share on systems that do not tell upper from lower case. */
function checkNames({ files }: PackageSource, add: Add): void {
  const known = new Set<string>();
  for (const { path } of files) {
    const folded = path.toLowerCase();
    if (known.has(folded)) add('name-twice', path);
    known.add(folded);
  }
}

async function readSmallFiles(source: PackageSource, metsPath: string | undefined, add: Add): Promise<SmallFiles> {
  const read = (path: string): Promise<Buffer | undefined> => readSmall(source, path);
  const metsBytes = metsPath === undefined ? undefined : await read(metsPath);
  const metsTree = metsBytes === undefined ? undefined : parseXml(metsBytes);
  if (metsPath === undefined) add('mets-missing', packagePaths.mets);
  else if (metsPath !== packagePaths.mets) add('mets-name', metsPath, '', 'CSIPSTR4');
  const isMets = metsTree?.name === 'mets';
  if (metsPath !== undefined && !isMets) add('mets-unreadable', metsPath);
  const list = await read(packagePaths.hashList);
  const manifest = await read(packagePaths.manifest);
  const descriptive = await read(packagePaths.descriptive);
  return {
    mets: isMets ? readMets(metsTree) : undefined,
    list: list === undefined ? undefined : parseHashList(list.toString('utf8')),
    manifest: manifest === undefined ? undefined : parseManifest(manifest),
    descriptive: descriptive === undefined ? undefined : parseXml(descriptive),
  };
}

/** What a package of this program must have, and that its parts say the same. */
function checkOwnParts(
  { files }: PackageSource,
  present: ReadonlySet<string>,
  { list, manifest, descriptive }: SmallFiles,
  add: Add,
): void {
  for (const { path } of files) if (!path.split('/').every(isPackageName)) add('name-unfit', path);
  if (list === undefined)
    add(present.has(packagePaths.hashList) ? 'list-unreadable' : 'list-missing', packagePaths.hashList);
  if (manifest === undefined)
    add(present.has(packagePaths.manifest) ? 'manifest-unreadable' : 'manifest-missing', packagePaths.manifest);
  if (descriptive === undefined) {
    if (present.has(packagePaths.descriptive)) add('metadata-unreadable', packagePaths.descriptive);
    return;
  }
  if (manifest === undefined) return;
  const codes = childrenOf(childrenOf(descriptive, 'documents')[0], 'document').map(
    (document) => childrenOf(document, 'docCode')[0]?.text ?? '',
  );
  const known = manifest.documents.map(({ code }) => code);
  if (codes.join('\n') !== known.join('\n')) add('metadata-disagrees', packagePaths.descriptive, String(codes.length));
  const stated = manifest.dossier.fields['totalDoc'] ?? '';
  if (stated !== String(known.length)) add('count-wrong', packagePaths.manifest, `${stated} ${String(known.length)}`);
}

async function digestAll(
  source: PackageSource,
  { mets }: Witnesses,
  { tell, signal }: CheckOptions,
  add: Add,
): Promise<ReadonlyMap<string, FileDigest>> {
  const digests = new Map<string, FileDigest>();
  const types = new Map((mets ?? []).map(({ path, checksumType }) => [path, checksumType]));
  const total = source.files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { path } of source.files) {
    signal?.throwIfAborted();
    const type = types.get(path);
    try {
      const digest = await digestFile(
        await source.open(path),
        type !== undefined && isCountable(type) ? [type] : [],
        (more) => {
          done += more;
          tell?.(done, total);
          signal?.throwIfAborted();
        },
      );
      digests.set(path, digest);
    } catch (cause) {
      signal?.throwIfAborted();
      add('unreadable', path, cause instanceof Error ? cause.message.slice(0, 100) : '');
    }
  }
  return digests;
}

function checkKinds(digests: ReadonlyMap<string, FileDigest>, add: Add): void {
  for (const [path, { beginning }] of digests)
    if (path.startsWith(`${packagePaths.data}/`) && !isOfItsKind(path, beginning)) add('file-not-its-kind', path);
}

async function readSmall(source: PackageSource, path: string): Promise<Buffer | undefined> {
  const size = source.files.find((file) => file.path === path)?.size;
  if (size === undefined || size > XML_MAX_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let read = 0;
  try {
    for await (const chunk of (await source.open(path)) as AsyncIterable<Buffer>) {
      read += chunk.length;
      if (read > XML_MAX_BYTES) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined; // named by `digestAll`, which reads every file
  }
  return Buffer.concat(chunks);
}

function shorten(findings: readonly PackageFinding[]): readonly PackageFinding[] {
  if (findings.length <= FINDINGS_MAX) return findings;
  const more: PackageFinding = {
    code: 'more-findings',
    where: '',
    rule: '',
    detail: String(findings.length - FINDINGS_MAX),
  };
  return [...findings.slice(0, FINDINGS_MAX), more];
}
