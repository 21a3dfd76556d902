import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runModule } from './run-module.ts';

const folder = mkdtempSync(join(tmpdir(), 'run-module-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('gives the exit code and what was printed', async () => {
  const run = await runModule(write('ends.ts', "console.log('một dòng'); process.exitCode = 3;"), []);
  expect([run.code, run.output]).toEqual([3, 'một dòng']);
});

it('ends what hangs at its limit', async () => {
  const run = await runModule(write('hangs.ts', 'setInterval(() => undefined, 1000);'), [], 1500);
  expect(run.code).not.toBe(0);
});

it('does not go on with what follows when the run is interrupted', async () => {
  // The module ends well of itself when it is interrupted, as a proof that cleans up does.
  const polite = "process.on('SIGINT', () => process.exit(0)); process.kill(process.ppid, 'SIGINT');";
  const file = write('polite.ts', `${polite} setInterval(() => undefined, 1000);`);
  await expect(runModule(file, [], 30_000)).rejects.toThrow('interrupted');
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
