/**
 * Prints one figure of a bench: a line of a table, or with `--json` one line of JSON
 * `{"bench","name","value","unit"}` on stdout, with `"note"` where the conditions differ from those asked for.
 */
export function report(bench: string, name: string, value: number, unit: string, note?: string): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench, name, value, unit, ...(note === undefined ? {} : { note }) })}\n`);
    return;
  }
  const remark = note === undefined ? '' : `  (${note})`;
  process.stdout.write(`${bench.padEnd(10)} ${name.padEnd(28)} ${toDisplay(value).padStart(14)} ${unit}${remark}\n`);
}

/** Four significant digits at least, whole numbers whole. */
function toDisplay(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return value.toLocaleString('en-US', { maximumSignificantDigits: Math.abs(value) >= 1000 ? 7 : 4 });
}
