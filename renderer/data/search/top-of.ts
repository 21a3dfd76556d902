/** The `limit` items with the highest keys, highest first; of equal keys the later item. One pass: most items are below all kept. */
export function topOf(items: readonly number[], limit: number, keyOf: (item: number) => number): readonly number[] {
  const kept: { readonly item: number; readonly key: number }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = kept.at(-1);
    if (kept.length === limit && last !== undefined && key < last.key) continue;
    let place = kept.length;
    while (place > 0 && (kept[place - 1]?.key ?? 0) <= key) place -= 1;
    kept.splice(place, 0, { item, key });
    if (kept.length > limit) kept.pop();
  }
  return kept.map(({ item }) => item);
}
