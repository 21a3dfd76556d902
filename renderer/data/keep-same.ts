/**
 * `next` with every part that equals its counterpart in `before` taken from `before`, down to single values: who compares by identity (a memoised row)
 * sees only what really changed. Arrays are compared by place, maps by key; bytes and class instances count as changed.
 */
export function keepSame<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (Array.isArray(before) && Array.isArray(next)) return keepArray(before, next) as T;
  if (before instanceof Map && next instanceof Map) return keepMap(before, next) as T;
  if (isPlain(before) && isPlain(next)) return keepFields(before, next) as T;
  return next;
}

function keepArray(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const kept = next.map((value, i) => keepSame(before[i], value));
  return before.length === kept.length && kept.every((value, i) => Object.is(value, before[i])) ? before : kept;
}

function keepMap(
  before: ReadonlyMap<unknown, unknown>,
  next: ReadonlyMap<unknown, unknown>,
): ReadonlyMap<unknown, unknown> {
  const kept = new Map([...next].map(([key, value]) => [key, keepSame(before.get(key), value)] as const));
  const isSame =
    before.size === kept.size &&
    [...kept].every(([key, value]) => before.has(key) && Object.is(value, before.get(key)));
  return isSame ? before : kept;
}

type Fields = Readonly<Record<string, unknown>>;

function keepFields(before: Fields, next: Fields): Fields {
  const names = Object.keys(next);
  const kept: Record<string, unknown> = {};
  let isSame = names.length === Object.keys(before).length;
  for (const name of names) {
    const value = keepSame(before[name], next[name]);
    kept[name] = value;
    isSame &&= Object.hasOwn(before, name) && Object.is(value, before[name]);
  }
  return isSame ? before : kept;
}

function isPlain(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
