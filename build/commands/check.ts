import { mkdirSync } from 'node:fs';
import { checkSteps, type CheckStep } from '../checks/check-steps.ts';
import { readPassedSteps } from '../checks/passed-steps.ts';
import { printTable, runSteps, type StepResult } from '../checks/run-steps.ts';

/** `npm run check`: everything fast; what passed on the same files is not judged again. Non-zero when anything fails. */
export async function run(): Promise<number> {
  const started = Date.now();
  const passed = readPassedSteps('.', 'out/passed-steps');
  const steps = checkSteps();
  const known = steps.filter(({ name, isStatic }) => isStatic === true && passed.has(name));
  const results = await runSteps(steps.filter((step) => !known.includes(step)));
  const isGood = new Set(results.filter(({ ok }) => ok).map(({ name }) => name));
  passed.keep(steps.filter(({ name, isStatic }) => isStatic === true && isGood.has(name)).map(({ name }) => name));
  printTable([...results, ...known.map(({ name }) => ({ name, ok: true, isUnchanged: true, seconds: 0, output: '' }))]);

  const failed = results.filter(({ ok }) => !ok).length;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`\n${failed === 0 ? 'All checks passed' : `${String(failed)} checks failed`} in ${seconds} s\n`);
  return failed === 0 ? 0 : 1;
}

/** Runs every check, and what else is given, and prints the table. */
export async function runChecks(more: readonly CheckStep[]): Promise<readonly StepResult[]> {
  mkdirSync('out', { recursive: true });
  const results = await runSteps([...checkSteps(), ...more]);
  printTable(results);
  return results;
}
