import { runInForeground } from './run-in-foreground.ts';

/** `npm run server -- ARGS`: the provincial server alone, in the foreground. */
export async function run(args: readonly string[]): Promise<number> {
  return runInForeground('server/main.ts', args);
}
