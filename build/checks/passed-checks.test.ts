import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPassedChecks } from './passed-checks.ts';

let project: string;

const write = (path: string, text: string): void => {
  writeFileSync(join(project, path), text);
};

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'checks-'));
  for (const folder of ['shared', 'renderer', 'e2e', 'e2e/desktop']) mkdirSync(join(project, folder));
  write('package.json', '{}');
  write('shared/name.ts', "export const name = 'Nà Lầu';");
  write('shared/name.test.ts', "import { name } from './name.ts';");
  write('renderer/screen.tsx', "import { name } from '#shared/name.ts';");
  write('renderer/worker.ts', "new Worker(new URL('../shared/name.ts', import.meta.url));");
  write('renderer/screen.test.tsx', "import './screen.tsx';");
  write('renderer/worker.test.ts', "import './worker.ts';");
  write('renderer/alone.test.ts', "import { it } from 'vitest';");
  write('renderer/disk.test.ts', "import { readdirSync } from 'node:fs';");
  write('renderer/slow.integration.test.ts', '');
  write('e2e/desktop/app.test.ts', '');
});
afterEach(() => {
  rmSync(project, { recursive: true });
});

const STEP = 'lint and types';
const read = () => readPassedChecks(project, join(project, 'out', 'passed.json'), [STEP]);

/** Everything passes now; the checks that are to be made again. */
const pass = (): void => {
  const checks = read();
  checks.keep([STEP, ...checks.testFiles]);
};
const again = (): readonly string[] => {
  const checks = read();
  return [STEP, ...checks.testFiles].filter((name) => !checks.has(name));
};

describe('checks that passed', () => {
  it('are known again while every file is the same', () => {
    expect(again()).toEqual([STEP, ...read().testFiles]);
    pass();
    expect(again()).toEqual([]);
  });

  it('of the fast tests alone are files of their own', () => {
    expect(read().testFiles).toEqual([
      'renderer/alone.test.ts',
      'renderer/disk.test.ts',
      'renderer/screen.test.tsx',
      'renderer/worker.test.ts',
      'shared/name.test.ts',
    ]);
  });

  it('are made again where what they rest on has changed: a step by any file, a test by what it leads to', () => {
    pass();
    write('shared/name.ts', "export const name = 'Pó Khau';");
    expect(again()).toEqual([
      STEP,
      'renderer/disk.test.ts',
      'renderer/screen.test.tsx',
      'renderer/worker.test.ts',
      'shared/name.test.ts',
    ]);
    pass();
    write('renderer/alone.test.ts', '');
    expect(again()).toEqual([STEP, 'renderer/alone.test.ts', 'renderer/disk.test.ts']);
  });

  it('are all made again with other packages', () => {
    pass();
    write('package-lock.json', '{}');
    expect(again()).toEqual([STEP, ...read().testFiles]);
  });

  it('are made again when a file appears where one was looked for', () => {
    write('renderer/alone.test.ts', "import './other.ts';");
    pass();
    write('renderer/other.ts', '');
    expect(again()).toContain('renderer/alone.test.ts');
  });

  it('are forgotten when what they rest on changed while they ran', () => {
    pass();
    const running = read();
    write('shared/name.ts', '');
    running.keep([STEP, 'shared/name.test.ts', 'renderer/alone.test.ts']);
    expect(again()).toContain('shared/name.test.ts');
    expect(again()).toContain(STEP);
    expect(again()).not.toContain('renderer/alone.test.ts');
  });

  it('that were not among those that passed are made again', () => {
    const checks = read();
    checks.keep(['shared/name.test.ts']);
    expect(again()).toEqual([STEP, ...checks.testFiles.filter((file) => file !== 'shared/name.test.ts')]);
  });
});
