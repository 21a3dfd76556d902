const PAGE = 10;

/** Where a key moves the choice in a list of `length` rows; undefined for other keys. `at` is -1 when nothing is chosen. */
export function stepOfKey(key: string, at: number, length: number): number | undefined {
  if (length === 0) return undefined;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE,
    PageUp: -PAGE,
    Home: -length,
    End: length,
  };
  const step = steps[key];
  if (step === undefined) return undefined;
  return Math.min(length - 1, Math.max(0, at + step));
}
