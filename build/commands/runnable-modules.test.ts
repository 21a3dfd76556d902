import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listRunnableModules } from './runnable-modules.ts';

it('lists what is run, with its purpose, and leaves out its parts and tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modules-'));
  writeFileSync(join(folder, 'two-offices.ts'), '/**\n * Two offices converge.\n * In detail.\n */\nrun();\n');
  writeFileSync(join(folder, 'clone-start.ts'), '/** A clone starts. */\n// not-in-test\nrun();\n');
  writeFileSync(join(folder, 'office.ts'), 'export const office = 1;\n');
  writeFileSync(join(folder, 'office.test.ts'), 'run();\n');
  const modules = listRunnableModules(folder);
  rmSync(folder, { recursive: true, force: true });
  expect(modules.map(({ name, purpose, inTest }) => [name, purpose, inTest])).toEqual([
    ['clone-start', 'A clone starts.', false],
    ['two-offices', 'Two offices converge.', true],
  ]);
});
