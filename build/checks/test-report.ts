import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** What Vitest says in JSON, as far as it is read here. */
type Report = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

/** How many tests of a report passed, and what failed: file, test and the first line of why. Nothing where there is no report. */
export function readCounts(path: string): { readonly passed: number; readonly failures: readonly string[] } {
  const { numPassedTests, testResults } = readReport(path);
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${pathOf(name)}: ${test.fullName}: ${test.failureMessages[0]?.split('\n')[0] ?? ''}`),
  );
  return { passed: numPassedTests, failures };
}

/** The test files of a report in which nothing failed, from the top of the project. */
export function passedFiles(path: string): readonly string[] {
  return readReport(path)
    .testResults.filter(({ status }) => status === 'passed')
    .map(({ name }) => pathOf(name));
}

function pathOf(file: string): string {
  return relative('.', file).replaceAll(sep, '/');
}

function readReport(path: string): Report {
  if (!existsSync(path)) return { numPassedTests: 0, testResults: [] };
  return JSON.parse(readFileSync(path, 'utf8')) as Report;
}
