import { mkdirSync, rmSync } from 'node:fs';
import { checkSteps, FAST_TESTS, FAST_TESTS_REPORT, type CheckStep } from '../checks/check-steps.ts';
import { readPassedChecks } from '../checks/passed-checks.ts';
import { printTable, runSteps, type StepResult } from '../checks/run-steps.ts';
import { passedFiles } from '../checks/test-report.ts';

/** `npm run check`: everything fast. What passed on the same files is not judged again: a step, or a file of tests. Non-zero when anything fails. */
export async function run(): Promise<number> {
  const started = Date.now();
  const stepNames = checkSteps().map(({ name }) => name);
  const passed = readPassedChecks('.', 'out/passed-checks.json', stepNames);
  const steps = checkSteps(passed.testFiles.filter((file) => !passed.has(file))).filter(
    ({ name }) => !passed.has(name),
  );
  rmSync(FAST_TESTS_REPORT, { force: true });
  const results = await runSteps(steps);
  const isGood = results.filter(({ ok }) => ok).map(({ name }) => name);
  // An error outside of all tests belongs to no file: of a run that failed none is known to be good.
  passed.keep([...isGood, ...(isGood.includes(FAST_TESTS) ? passedFiles(FAST_TESTS_REPORT) : [])]);
  const known = stepNames.filter((name) => !steps.some((step) => step.name === name));
  printTable([...results, ...known.map((name) => ({ name, ok: true, isUnchanged: true, seconds: 0, output: '' }))]);

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
