/** Returns `value`, or throws when it is absent although the caller knows why it cannot be. `why` is that reason. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`broken expectation: ${why}`);
  return value;
}
