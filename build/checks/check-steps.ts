import { join } from 'node:path';

/** One part of `npm run check`: a program and its arguments. */
export type CheckStep = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it judges the files alone, so that the same files get the same verdict. */
  readonly isStatic?: boolean;
};

/** Where the fast tests leave their counts. */
export const FAST_TESTS_REPORT = 'out/tests/fast.json';

const ROOMS = ['e2e', 'renderer', 'electron', 'server', 'parcel', 'shared'];

/** Every step, the long ones first, so that two cores are busy to the end. */
export function checkSteps(): readonly CheckStep[] {
  return [
    tool('fast tests', 'vitest', vitestArguments('fast', FAST_TESTS_REPORT)),
    // Collecting garbage less often saves a fifth of the time, for three gigabytes at most.
    { ...judge('lint and types', 'oxlint', []), env: { GOGC: '400', GOMEMLIMIT: '3GiB' } },
    judge('import rules', 'depcruise', [
      ...ROOMS,
      'build',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ]),
    judge('dead code', 'knip', ['--no-progress']),
    judge('formatting', 'oxfmt', ['--list-different']),
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

function judge(name: string, program: string, args: readonly string[]): CheckStep {
  return { ...tool(name, program, args), isStatic: true };
}
