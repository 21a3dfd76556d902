import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { FAST_TESTS, FAST_TESTS_REPORT, tool, typeSteps, vitestArguments } from '../checks/check-steps.ts';
import { printTable, runSteps, type StepResult } from '../checks/run-steps.ts';
import { readCounts } from '../checks/test-report.ts';
import { runChecks } from './check.ts';
import { prepareApp } from './prepare-app.ts';
import { listProofs, runProof } from './proof.ts';

const PROOF_HARD_LIMIT_MS = 5 * 60_000;
const REPORTS = 'out/tests';

/** What ran; a failed check without tests of its own counts as one failure, and each failure has its name. */
type Counts = { passed: number; readonly failures: string[] };

/**
 * `npm test`: every check, integration tests, the app's end-to-end tests and all proofs.
 * Ends with what failed, by name, and a line `N passed, M failed`: tests and proofs, and each static check that failed.
 */
export async function run(): Promise<number> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const counts: Counts = { passed: 0, failures: [] };

  countSteps(counts, await runChecks(typeSteps()), FAST_TESTS, FAST_TESTS_REPORT);
  await runVitest(counts, 'integration');
  const app = await prepareApp();
  try {
    if (hasTests('e2e/desktop')) await runVitest(counts, 'e2e');
    await runProofs(counts);
  } finally {
    await app.stop();
  }
  const { passed, failures } = counts;
  process.stdout.write(`\n${failures.map((failure) => `failed: ${failure}\n`).join('')}`);
  process.stdout.write(`${String(passed)} passed, ${String(failures.length)} failed\n`);
  return failures.length === 0 ? 0 : 1;
}

async function runVitest(counts: Counts, project: string): Promise<void> {
  const report = `${REPORTS}/${project}.json`;
  const results = await runSteps([tool(`${project} tests`, 'vitest', vitestArguments(project, report))]);
  printTable(results);
  countSteps(counts, results, `${project} tests`, report);
}

async function runProofs(counts: Counts): Promise<void> {
  for (const proof of listProofs().filter(({ inTest }) => inTest)) {
    process.stdout.write(`\nproof ${proof.name} …\n`);
    const { code, seconds } = await runProof(proof, [], PROOF_HARD_LIMIT_MS);
    process.stdout.write(`proof ${proof.name}: ${code === 0 ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s\n`);
    if (code === 0) counts.passed += 1;
    else counts.failures.push(`proof ${proof.name}`);
  }
}

/** Adds the tests of one step's report, and one failure for every other step that failed. */
function countSteps(counts: Counts, results: readonly StepResult[], testStep: string, report: string): void {
  const tests = readCounts(report);
  counts.passed += tests.passed;
  counts.failures.push(...tests.failures);
  for (const { name, ok } of results) {
    if (!ok && (name !== testStep || tests.failures.length === 0)) counts.failures.push(name);
  }
}

function hasTests(folder: string): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.test.ts'))
  );
}
