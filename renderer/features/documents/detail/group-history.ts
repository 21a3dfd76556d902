import type { FieldValue } from '#shared/sync/op.ts';

type HistoryLine = {
  readonly field: string;
  readonly value: FieldValue;
  readonly atMs: number;
  readonly staffId: string;
  readonly dev: number;
  readonly deviceName: string | null;
  readonly state: 'current' | 'past' | 'pending';
};

/** What one person wrote in one save. */
export type HistoryGroup = Omit<HistoryLine, 'field' | 'value' | 'state'> & {
  readonly key: string;
  readonly pending: boolean;
  readonly lines: HistoryLine[];
};

/** Puts the lines of one save together. `lines` are newest first and stay so. */
export function groupHistory(lines: readonly HistoryLine[]): readonly HistoryGroup[] {
  const groups: HistoryGroup[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const pending = line.state === 'pending';
    if (last !== undefined && last.atMs === line.atMs && last.dev === line.dev && last.pending === pending) {
      last.lines.push(line);
      continue;
    }
    const { atMs, staffId, dev, deviceName } = line;
    groups.push({
      key: `${String(atMs)}-${String(dev)}-${line.field}`,
      atMs,
      staffId,
      dev,
      deviceName,
      pending,
      lines: [line],
    });
  }
  return groups;
}
