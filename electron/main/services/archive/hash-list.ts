/** A line of `manifest-sha256.txt`: as `sha256sum` writes and checks it. */
export type HashLine = { readonly path: string; readonly sha256: string };

/** The list of hashes as text, ordered by path. */
export function formatHashList(lines: readonly HashLine[]): string {
  return [...lines]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** Reads a list of hashes; undefined when a line is none, or a path stands twice. */
export function parseHashList(text: string): ReadonlyMap<string, string> | undefined {
  const lines = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined || lines.has(match[2])) return undefined;
    lines.set(match[2], match[1]);
  }
  return lines.size === 0 ? undefined : lines;
}
