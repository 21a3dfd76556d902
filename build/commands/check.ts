import { mkdirSync } from 'node:fs';
import { checkSteps, type CheckStep } from '../checks/check-steps.ts';
import { printTable, runSteps, type StepResult } from '../checks/run-steps.ts';

/** `npm run check`: everything fast. Non-zero when anything fails. */
export async function run(): Promise<number> {
  const started = Date.now();
  const results = await runChecks();
  const failed = results.filter(({ ok }) => !ok).length;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`\n${failed === 0 ? 'All checks passed' : `${String(failed)} checks failed`} in ${seconds} s\n`);
  return failed === 0 ? 0 : 1;
}

/** Runs every check, and what else is given, and prints the table. */
export async function runChecks(more: readonly CheckStep[] = []): Promise<readonly StepResult[]> {
  mkdirSync('out', { recursive: true });
  const results = await runSteps([...checkSteps(), ...more]);
  printTable(results);
  return results;
}
