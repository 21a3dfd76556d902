import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const TEST_FILE = /\.test\.tsx?$/;

/** SHA-256 over names and contents of the given files and folders of a project; tests do not count unless asked for. */
export function inputHash(project: string, inputs: readonly string[], { withTests = false } = {}): string {
  const hash = createHash('sha256');
  const files = inputs.flatMap((input) => filesUnder(project, input));
  for (const file of files.filter((each) => withTests || !TEST_FILE.test(each)).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(project, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Paths of the files under a file or folder of a project, none where it is not there. */
export function filesUnder(project: string, path: string): string[] {
  const full = join(project, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(project, `${path}/${name}`));
}
