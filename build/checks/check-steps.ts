import { join } from 'node:path';

/** One part of `npm run check`: a program and its arguments. */
export type CheckStep = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Where the fast tests leave their counts. */
export const FAST_TESTS_REPORT = 'out/tests/fast.json';

const ROOMS = ['e2e', 'renderer', 'electron', 'server', 'parcel', 'shared'];

/** The step of the fast tests. */
export const FAST_TESTS = 'fast tests';

/** More file names than this do not fit on a command line everywhere. */
const MOST_NAMED_FILES = 60;

/** Every step, the long ones first, so that two cores are busy to the end. `testFiles`: only these of the fast tests; a great many of them are all. */
export function checkSteps(testFiles?: readonly string[]): readonly CheckStep[] {
  const named = testFiles === undefined || testFiles.length > MOST_NAMED_FILES ? [] : testFiles;
  const tests = tool(FAST_TESTS, 'vitest', [...vitestArguments('fast', FAST_TESTS_REPORT), ...named]);
  return [
    ...(testFiles?.length === 0 ? [] : [tests]),
    // Collecting garbage less often saves a fifth of the time, for three gigabytes at most.
    { ...tool('lint and types', 'oxlint', []), env: { GOGC: '400', GOMEMLIMIT: '3GiB' } },
    tool('import rules', 'depcruise', [
      ...ROOMS,
      'build',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ]),
    tool('dead code', 'knip', ['--no-progress']),
    tool('formatting', 'oxfmt', ['--list-different']),
  ];
}

/** The compiler itself, room by room. The linter's copy of it finds the same in the files it reads, but does not judge what belongs to no file. */
export function typeSteps(): readonly CheckStep[] {
  return ROOMS.map((room) => ({
    name: `types of ${room}`,
    command: process.execPath,
    args: [
      'node_modules/typescript-native/bin/tsc',
      '-p',
      room,
      '--incremental',
      '--tsBuildInfoFile',
      `out/types/${room}.tsbuildinfo`,
    ],
  }));
}

/** Arguments of one vitest project, with counts as JSON beside the output for people. */
export function vitestArguments(project: string, report: string): readonly string[] {
  return [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
  ];
}

/** A program of node_modules. */
export function tool(name: string, program: string, args: readonly string[]): CheckStep {
  return { name, command: join('node_modules/.bin', program), args };
}
