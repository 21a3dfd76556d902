/** Returns `value`, or throws when it is absent although the caller knows why it cannot be. `why` is that reason. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`broken expectation: ${why}`);
  return value;
}

/** Makes a `switch` over a union complete at compile time; throws if a foreign value slipped in at run time. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
