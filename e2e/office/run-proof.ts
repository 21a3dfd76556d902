import { isDeepStrictEqual } from 'node:util';

/** What a proof is given: a voice, and a place to name what must be cleaned up (last named, first cleaned). */
export type ProofTools = {
  readonly say: (line: string) => void;
  readonly onEnd: (clean: () => Promise<unknown>) => void;
};

/** An expectation of a proof that did not hold. */
class ProofFailure extends Error {
  override readonly name = 'ProofFailure';
}

/** Runs a proof, cleans up whatever happened, prints its last line and ends the process with its exit code. `run` gives the figure. */
export async function runProof(name: string, run: (tools: ProofTools) => Promise<string>): Promise<void> {
  const cleaning: (() => Promise<unknown>)[] = [];
  const say = (line: string): void => {
    console.log(`  ${line}`);
  };
  let last: string;
  try {
    last = `${name}: ok ${await run({ say, onEnd: (clean) => cleaning.push(clean) })}`;
  } catch (cause) {
    if (!(cause instanceof ProofFailure)) console.error(cause);
    last = `${name}: FAILED ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)}`;
    process.exitCode = 1;
  }
  for (const clean of cleaning.reverse()) await clean().catch((cause: unknown) => console.error(cause));
  console.log(last);
  // Everything is closed. Left to itself, Node 20 has been seen to spin for ever at its end over a request of a socket that was cut.
  process.exit();
}

/** Expects a value to pass; `what` is the claim in words. */
export function expectThat<T>(value: T, passes: (value: T) => boolean, what: string): void {
  if (!passes(value)) throw new ProofFailure(`${what}: ${shorten(value)}`);
}

/** Expects two values to be deeply equal; `what` is the claim in words. */
export function expectEqual<T>(actual: T, expected: T, what: string): void {
  if (!isDeepStrictEqual(actual, expected)) throw new ProofFailure(`${what}: ${describeDifference(actual, expected)}`);
}

/** The first part in which two values differ, with the way to it. */
function describeDifference(actual: unknown, expected: unknown): string {
  if (!isRecord(actual) || !isRecord(expected)) return `${shorten(actual)} is not ${shorten(expected)}`;
  const keys = [...new Set([...Object.keys(actual), ...Object.keys(expected)])].filter(
    (key) => !isDeepStrictEqual(actual[key], expected[key]),
  );
  const first = keys[0] ?? '';
  return `${keys.length} parts differ, first ${first}: ${describeDifference(actual[first], expected[first])}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shorten(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
