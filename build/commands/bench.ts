import { prepareApp } from './prepare-app.ts';
import { listRunnableModules } from './runnable-modules.ts';
import { runModule } from './run-module.ts';

/** `npm run bench -- NAME [--json]`; without a name lists the benches. */
export async function run(args: readonly string[]): Promise<number> {
  const benches = listRunnableModules('e2e/bench');
  const name = args.find((argument) => !argument.startsWith('--'));
  const bench = benches.find((each) => each.name === name);
  if (bench === undefined) {
    if (name !== undefined) process.stderr.write(`There is no bench named ${name}. There are:\n`);
    for (const each of benches) process.stdout.write(`${each.name.padEnd(20)} ${each.purpose}\n`);
    return name === undefined ? 0 : 1;
  }
  const app = await prepareApp();
  try {
    const rest = args.filter((argument) => argument !== name);
    const { code } = await runModule(bench.file, rest);
    return code;
  } finally {
    await app.stop();
  }
}
