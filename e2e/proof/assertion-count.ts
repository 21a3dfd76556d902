/** Counts assertions and remembers the ones that failed, so that one run shows all of them. */
export type Assertions = {
  readonly check: (sentence: string, holds: boolean, seen?: unknown) => void;
  /** Prints the failures or the line that says all is well; answers whether it is. */
  readonly conclude: (proof: string) => boolean;
};

/** Makes a counter that prints each group's failures as they come. */
export function createAssertions(): Assertions {
  let count = 0;
  const failed: string[] = [];
  return {
    check(sentence, holds, seen) {
      count += 1;
      if (holds) return;
      failed.push(sentence);
      console.log(`FAILED: ${sentence}${seen === undefined ? '' : ` (seen: ${JSON.stringify(seen)})`}`);
    },
    conclude(proof) {
      console.log(
        failed.length === 0
          ? `${proof}: ok ${String(count)} assertions`
          : `${proof}: FAILED ${String(failed.length)} of ${String(count)} assertions failed`,
      );
      return failed.length === 0;
    },
  };
}
