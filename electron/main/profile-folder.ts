import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where things of this PC lie, all within one folder. */
export type ProfileFolder = {
  readonly root: string;
  readonly journal: string;
  readonly vault: string;
  readonly device: string;
  readonly windowState: string;
  readonly log: string;
};

/** Makes the profile folder if it is missing, readable by this account alone. */
export function openProfileFolder(path: string): ProfileFolder {
  const root = resolve(path);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  return {
    root,
    journal: join(root, 'journal.hsxj'),
    vault: join(root, 'vault'),
    device: join(root, 'device.json'),
    windowState: join(root, 'window.json'),
    log: join(root, 'log'),
  };
}
