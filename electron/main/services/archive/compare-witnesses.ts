import { packagePaths } from '#shared/domain/dossier/archive-package.ts';
import type { FindingCode, PackageFinding } from '#shared/domain/dossier/archive-report.ts';
import { isCountable, type FileDigest } from './hash-file.ts';
import type { PackageManifest } from './package-manifest.ts';
import type { MetsFile } from './read-mets.ts';

/** What bears witness to the files of a package; undefined where it is missing or unreadable. A foreign package has METS only. */
export type Witnesses = {
  readonly list: ReadonlyMap<string, string> | undefined;
  readonly manifest: PackageManifest | undefined;
  readonly mets: readonly MetsFile[] | undefined;
  readonly isOurs: boolean;
};

type Verdict = 'agrees' | 'differs' | 'silent' | 'unchecked';

/** Files no witness but the list of hashes speaks of, and those none does. */
const listOnly: readonly string[] = [packagePaths.mets, packagePaths.manifest];

/**
 * Holds what is there against what is said of it. Where all witnesses differ from a file it was altered; where one differs from a file the others
 * know, that one was edited. A file that is gone while its bytes lie under another name was renamed.
 */
export function compareWitnesses(
  digests: ReadonlyMap<string, FileDigest>,
  witnesses: Witnesses,
): readonly PackageFinding[] {
  const findings: PackageFinding[] = [];
  const add = (code: FindingCode, where: string, detail = '', rule = ''): void => {
    findings.push({ code, where, rule, detail });
  };
  const metsByPath = new Map((witnesses.mets ?? []).map((file) => [file.path, file]));
  const manifestByPath = new Map((witnesses.manifest?.files ?? []).map((file) => [file.path, file]));
  const named = new Set([...(witnesses.list?.keys() ?? []), ...metsByPath.keys(), ...manifestByPath.keys()]);
  const surplus = new Map([...digests].filter(([path]) => !named.has(path) && !isWitness(path, witnesses.isOurs)));
  if (witnesses.list !== undefined)
    for (const path of listOnly) if (digests.has(path) && !named.has(path)) add('list-incomplete', path);
  for (const path of named) {
    const digest = digests.get(path);
    if (digest === undefined) reportMissing(path);
    else reportPresent(path, digest);
  }
  for (const path of surplus.keys()) add(witnesses.isOurs ? 'file-added' : 'file-unlisted', path);
  return findings;

  function reportMissing(path: string): void {
    const sha256 = witnesses.list?.get(path) ?? manifestByPath.get(path)?.sha256;
    const mets = metsByPath.get(path);
    const moved = [...surplus].find(
      ([, digest]) =>
        digest.sha256 === sha256 ||
        (mets !== undefined && sha256 === undefined && judgeMets(mets, digest) === 'agrees'),
    )?.[0];
    if (moved === undefined) add('file-missing', path);
    else {
      surplus.delete(moved);
      add('file-renamed', path, moved);
    }
  }

  function reportPresent(path: string, digest: FileDigest): void {
    const mets = metsByPath.get(path);
    const inManifest = manifestByPath.get(path);
    const verdicts = {
      list: judge(witnesses.list?.get(path), digest.sha256),
      manifest: judge(inManifest?.sha256, digest.sha256),
      mets: mets === undefined ? ('silent' as const) : judgeMets(mets, digest),
    };
    const all = Object.values(verdicts);
    const speaking = all.filter((verdict) => verdict === 'agrees' || verdict === 'differs');
    if (verdicts.mets === 'unchecked' && !speaking.includes('agrees')) add('file-unchecked', path, mets?.checksumType);
    if (speaking.length > 0 && speaking.every((verdict) => verdict === 'differs')) {
      add('file-altered', path, '', verdicts.mets === 'differs' ? 'CSIP71' : '');
      return;
    }
    if (verdicts.list === 'differs') add('list-edited', path);
    if (verdicts.mets === 'differs') add('mets-edited', path, '', 'CSIP71');
    if (verdicts.manifest === 'differs') add('manifest-disagrees', path);
    if (witnesses.isOurs) reportSilence(path, verdicts);
  }

  function reportSilence(path: string, verdicts: { readonly [Name in 'list' | 'manifest' | 'mets']: Verdict }): void {
    if (witnesses.list !== undefined && verdicts.list === 'silent') add('list-incomplete', path);
    if (listOnly.includes(path)) return;
    if (witnesses.mets !== undefined && verdicts.mets === 'silent') add('mets-edited', path);
    if (witnesses.manifest !== undefined && verdicts.manifest === 'silent') add('manifest-disagrees', path);
  }
}

function judge(said: string | undefined, actual: string): Verdict {
  if (said === undefined) return 'silent';
  return said === actual ? 'agrees' : 'differs';
}

function judgeMets({ size, checksum, checksumType }: MetsFile, digest: FileDigest): Verdict {
  if (size !== undefined && size !== digest.size) return 'differs';
  if (checksum === '') return 'silent';
  if (!isCountable(checksumType)) return 'unchecked';
  return digest.others[checksumType] === checksum ? 'agrees' : 'differs';
}

/** Files that speak of others and need not be spoken of. */
function isWitness(path: string, isOurs: boolean): boolean {
  if (path.toLowerCase() === packagePaths.mets.toLowerCase()) return true;
  return isOurs && (path === packagePaths.manifest || path === packagePaths.hashList);
}
