import { join } from 'node:path';

/** One part of `npm run check`: a program and its arguments. */
export type CheckStep = { readonly name: string; readonly command: string; readonly args: readonly string[] };

/** Where the fast tests leave their counts. */
export const FAST_TESTS_REPORT = 'out/tests/fast.json';

const ROOMS = ['e2e', 'renderer', 'electron', 'server', 'shared'];

/** Every step, the long ones first, so that two cores are busy to the end. */
export function checkSteps(): readonly CheckStep[] {
  return [
    tool('lint', 'eslint', ['.', '--cache', '--cache-location', 'out/eslint/', '--max-warnings', '0']),
    ...ROOMS.map(typeCheck),
    tool('fast tests', 'vitest', vitestArguments('fast', FAST_TESTS_REPORT)),
    tool('import rules', 'depcruise', [
      ...ROOMS,
      'build',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ]),
    tool('dead code', 'knip', ['--no-progress', '--cache', '--cache-location', 'out/knip']),
    tool('formatting', 'prettier', [
      '--check',
      '.',
      '--cache',
      '--cache-location',
      'out/prettier',
      '--log-level',
      'warn',
    ]),
    { name: 'glossary', command: process.execPath, args: ['--import', 'tsx', 'build/checks/glossary.ts'] },
  ];
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

/** By the compiler's native build, which takes a third of the time; the one written in JavaScript stays for the linter, which reads types through it. */
function typeCheck(room: string): CheckStep {
  const info = `out/types/${room}.tsbuildinfo`;
  const compiler = 'node_modules/typescript-native/bin/tsc';
  const args = [compiler, '-p', room, '--incremental', '--tsBuildInfoFile', info];
  return { name: `types of ${room}`, command: process.execPath, args };
}
