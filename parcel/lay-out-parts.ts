/** Something to be packed. What is `whole` is never cut: a message is read at one go. */
export type PackItem = { readonly size: number; readonly isWhole: boolean };

/** A stretch of an item in a part. */
export type Stretch = { readonly item: number; readonly at: number; readonly size: number };

/** Most bytes an entry takes in a manifest. */
export const ENTRY_LINE_BYTES = 300;

/** Least bytes of a file that are worth a new entry at the end of a part. */
const LEAST_STRETCH = 4096;

/**
 * Divides items into parts of at most `room` bytes each, in order, the line of each in the manifest counted; files are cut where a part ends. A message that
 * is longer than a part alone gets a part of its own. There is always at least one part.
 */
export function layOutParts(items: readonly PackItem[], room: number): readonly (readonly Stretch[])[] {
  const parts: Stretch[][] = [[]];
  let left = room;
  const begin = (): void => {
    parts.push([]);
    left = room;
  };
  const put = (stretch: Stretch): void => {
    parts.at(-1)?.push(stretch);
    left -= stretch.size + ENTRY_LINE_BYTES;
  };
  items.forEach(({ size, isWhole }, item) => {
    if (isWhole) {
      if (size + ENTRY_LINE_BYTES > left && left < room) begin();
      put({ item, at: 0, size });
      return;
    }
    for (let at = 0; at < size;) {
      const fits = left - ENTRY_LINE_BYTES;
      if (fits < Math.min(size - at, LEAST_STRETCH) && left < room) {
        begin();
        continue;
      }
      const stretch = Math.min(size - at, Math.max(LEAST_STRETCH, fits));
      put({ item, at, size: stretch });
      at += stretch;
    }
  });
  return parts;
}
