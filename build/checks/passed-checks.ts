import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { filesUnder, inputHash } from '../bundle/input-hash.ts';
import { testInputs } from './test-inputs.ts';

const NOT_OURS = new Set(['node_modules', 'out', 'dist', 'coverage', '.git']);

/** Remembers which checks passed on which content, so that the same files are not judged twice. A check is a step, by its name, or a file of fast tests. */
export type PassedChecks = {
  readonly testFiles: readonly string[];
  readonly has: (name: string) => boolean;
  /** Keeps the names, unless what they rest on has changed while they ran: then nobody knows which content they judged. */
  readonly keep: (names: readonly string[]) => void;
};

/** The checks that passed on the project as it is now. `steps` rest on every file of it; `keptIn` keeps them between runs. */
export function readPassedChecks(project: string, keptIn: string, steps: readonly string[]): PassedChecks {
  const testFiles = listFastTests(project);
  const inputsNow = (): ReadonlyMap<string, string> => {
    const whole = inputHash(project, ourNames(project), { withTests: true });
    return new Map([...steps.map((name) => [name, whole] as const), ...testInputs(project, testFiles, whole)]);
  };
  const inputs = inputsNow();
  const kept = readKept(keptIn);
  return {
    testFiles,
    has: (name) => kept[name] !== undefined && kept[name] === inputs.get(name),
    keep: (names) => {
      const now = inputsNow();
      const unchanged = names.filter((name) => now.get(name) === inputs.get(name));
      const passed = Object.entries(kept).filter(([name]) => now.has(name) && !names.includes(name));
      mkdirSync(dirname(keptIn), { recursive: true });
      writeFileSync(
        keptIn,
        JSON.stringify(Object.fromEntries([...passed, ...unchanged.map((name) => [name, now.get(name)])])),
      );
    },
  };
}

/** Files of fast tests, as `vitest.config.ts` has them. */
function listFastTests(project: string): readonly string[] {
  return ourNames(project)
    .flatMap((name) => filesUnder(project, name))
    .filter((path) => /\.test\.tsx?$/u.test(path) && !/\.integration\.test\.ts$|^e2e\/desktop\//u.test(path))
    .sort();
}

function ourNames(project: string): readonly string[] {
  return readdirSync(project).filter((name) => !NOT_OURS.has(name));
}

function readKept(path: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
