import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputHash } from '../bundle/input-hash.ts';

const NOT_OURS = new Set(['node_modules', 'out', 'dist', 'coverage', '.git']);

/** Remembers which steps passed on which content of the project, so that the same files are not judged twice. */
export type PassedSteps = {
  readonly has: (name: string) => boolean;
  /** Keeps the names, unless a file has changed while the steps ran: then nobody knows which one they read. */
  readonly keep: (names: readonly string[]) => void;
};

/** The steps that passed on the project as it is now; `folder` keeps them between runs. */
export function readPassedSteps(project: string, folder: string): PassedSteps {
  const now = hashOf(project);
  const file = (name: string): string => join(folder, name.replaceAll(' ', '-'));
  return {
    has: (name) => readOrNothing(file(name)) === now,
    keep: (names) => {
      mkdirSync(folder, { recursive: true });
      const isSame = hashOf(project) === now;
      for (const name of names) {
        if (isSame) writeFileSync(file(name), now);
        else rmSync(file(name), { force: true });
      }
    },
  };
}

function hashOf(project: string): string {
  const ours = readdirSync(project).filter((name) => !NOT_OURS.has(name));
  return inputHash(project, ours, { withTests: true });
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
