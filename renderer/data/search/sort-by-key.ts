/** Ordinals are told apart in the low bits of a sort key; keys stay below 2^53. */
const ORDINAL_SPAN = 2 ** 20;

/** Ordinals sorted by a key below 2^33; those that are alike as they came in. */
export function sortByKey(
  ordinals: readonly number[],
  keyOf: (at: number) => number,
  descending: boolean,
): Uint32Array {
  const keys = new Float64Array(ordinals.length);
  for (let i = 0; i < ordinals.length; i += 1) {
    const at = ordinals[i] ?? 0;
    keys[i] = descending ? keyOf(at) * ORDINAL_SPAN + at : -keyOf(at) * ORDINAL_SPAN - at;
  }
  keys.sort();
  const order = new Uint32Array(ordinals.length);
  for (let i = 0; i < keys.length; i += 1) order[i] = Math.abs(keys[keys.length - 1 - i] ?? 0) % ORDINAL_SPAN;
  return order;
}
