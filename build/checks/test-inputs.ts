import { createHash, type Hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { inputHash } from '../bundle/input-hash.ts';

/** Whatever looks like the path of a file of ours: imports, workers, mocks. Imports bear their ending in this house. */
const REFERENCE = /['"`]((?:\.{1,2}\/|#)[\w./-]+)['"`]/gu;

/** What reads files or starts programs may read anything. */
const READS_AROUND = /['"]node:(?:fs|child_process|worker_threads)/u;

/** What every test rests on. */
const FOR_ALL = ['package.json', 'package-lock.json', 'vitest.config.ts'];

/**
 * What the verdict on each test file rests on, as a hash: the file and all it imports, directly or not. One in which anything reads the disk rests on the
 * whole project, of which `wholeHash` is the hash.
 */
export function testInputs(
  project: string,
  testFiles: readonly string[],
  wholeHash: string,
): ReadonlyMap<string, string> {
  const forAll = `${process.version} ${inputHash(project, FOR_ALL)}`;
  const files = new Map<string, SourceFile | undefined>();
  const read = (path: string): SourceFile | undefined => {
    if (!files.has(path)) files.set(path, readSource(project, path));
    return files.get(path);
  };
  return new Map(
    testFiles.map((testFile) => {
      const hash = createHash('sha256').update(forAll);
      const isAround = addAll(hash, testFile, read);
      return [testFile, isAround ? wholeHash : hash.digest('hex')];
    }),
  );
}

/** A file of ours: the hash of its text, and the paths in it. */
type SourceFile = { readonly hash: string; readonly paths: readonly string[]; readonly readsAround: boolean };

/** Adds a file and all it leads to; whether any of them reads the disk. */
function addAll(hash: Hash, first: string, read: (path: string) => SourceFile | undefined): boolean {
  const seen = new Set([first]);
  let readsAround = false;
  for (const path of seen) {
    const source = read(path);
    if (source === undefined) continue;
    hash.update(path).update(source.hash);
    readsAround ||= source.readsAround;
    for (const next of source.paths) seen.add(next);
  }
  return readsAround;
}

function readSource(project: string, path: string): SourceFile | undefined {
  const full = posix.join(project, path);
  if (statSync(full, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const text = readFileSync(full, 'utf8');
  const paths = [...text.matchAll(REFERENCE)].map(([, reference = '']) =>
    reference.startsWith('#') ? reference.slice(1) : posix.join(posix.dirname(path), reference),
  );
  return { hash: createHash('sha256').update(text).digest('hex'), paths, readsAround: READS_AROUND.test(text) };
}
