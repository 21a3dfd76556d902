import { prepareApp } from './prepare-app.ts';
import { listRunnableModules, type RunnableModule } from './runnable-modules.ts';
import { runModule } from './run-module.ts';

const USUAL_LIMIT_SECONDS = 50;

/** `npm run proof -- NAME`; without a name lists the proofs. */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const proof = listProofs().find((each) => each.name === name);
  if (proof === undefined) return listOnly(name);
  const app = await prepareApp();
  try {
    const { code } = await runProof(proof, rest);
    return code;
  } finally {
    await app.stop();
  }
}

/** Every proof of e2e/proof. */
export function listProofs(): readonly RunnableModule[] {
  return listRunnableModules('e2e/proof');
}

/** Runs one proof on a prepared machine; a proof that takes longer than it should is only told. */
export async function runProof(
  proof: RunnableModule,
  args: readonly string[] = [],
  hardLimitMs?: number,
): Promise<{ readonly code: number; readonly seconds: number }> {
  const { code, seconds } = await runModule(proof.file, args, hardLimitMs);
  if (seconds > USUAL_LIMIT_SECONDS && proof.inTest) {
    process.stderr.write(`${proof.name}: took ${seconds.toFixed(0)} s, more than ${String(USUAL_LIMIT_SECONDS)} s\n`);
  }
  return { code, seconds };
}

function listOnly(asked: string | undefined): number {
  if (asked !== undefined) process.stderr.write(`There is no proof named ${asked}. There are:\n`);
  for (const proof of listProofs()) {
    process.stdout.write(`${proof.name.padEnd(20)} ${proof.purpose}${proof.inTest ? '' : ' (not part of npm test)'}\n`);
  }
  return asked === undefined ? 0 : 1;
}
