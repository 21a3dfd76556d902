import type { FieldValue } from '#shared/sync/op.ts';

/** A value of a field as the audit trail tells it, newest first. */
export type HistoryLine = {
  readonly field: string;
  readonly value: FieldValue;
  readonly atMs: number;
  readonly staffId: string;
  readonly dev: number;
  readonly deviceName: string | null;
  readonly state: 'current' | 'past' | 'pending';
};

/** One change: what stood before and after. `before` is undefined when the line is the field's first that is known. */
export type HistoryChange = HistoryLine & { readonly before: FieldValue | undefined };

/** Changes of one person in one moment on one PC, shown together. */
export type HistoryGroup = {
  readonly key: string;
  readonly staffId: string;
  readonly dev: number;
  readonly deviceName: string | null;
  readonly atMs: number;
  readonly pending: boolean;
  readonly changes: readonly HistoryChange[];
};

/** Gives each line the value the field had before it. `lines` are newest first. */
export function toChanges(lines: readonly HistoryLine[]): readonly HistoryChange[] {
  const newer = new Map<string, HistoryLine[]>();
  for (const line of [...lines].reverse()) newer.set(line.field, [...(newer.get(line.field) ?? []), line]);
  return lines.map((line) => {
    const ofField = newer.get(line.field) ?? [];
    const before = ofField[ofField.indexOf(line) - 1];
    return { ...line, before: before?.value };
  });
}

/** Leaves out fields that were empty from the beginning, and puts the fields of one moment in the order of the form. */
export function withoutEmptyFirsts(
  changes: readonly HistoryChange[],
  order: readonly string[],
): readonly HistoryChange[] {
  return changes
    .filter(({ before, value }) => before !== undefined || (value !== null && value !== ''))
    .map((change, i) => ({ change, i }))
    .sort(
      (a, b) =>
        b.change.atMs - a.change.atMs || order.indexOf(a.change.field) - order.indexOf(b.change.field) || a.i - b.i,
    )
    .map(({ change }) => change);
}

/** Puts changes made in one save together. `changes` are newest first. */
export function groupChanges(changes: readonly HistoryChange[]): readonly HistoryGroup[] {
  const groups: {
    key: string;
    staffId: string;
    dev: number;
    deviceName: string | null;
    atMs: number;
    pending: boolean;
    changes: HistoryChange[];
  }[] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    const pending = change.state === 'pending';
    if (
      last !== undefined &&
      last.staffId === change.staffId &&
      last.dev === change.dev &&
      last.pending === pending &&
      Math.abs(last.atMs - change.atMs) < 2000
    ) {
      last.changes.push(change);
      continue;
    }
    groups.push({
      key: `${String(change.atMs)}-${String(change.dev)}-${change.field}`,
      staffId: change.staffId,
      dev: change.dev,
      deviceName: change.deviceName,
      atMs: change.atMs,
      pending,
      changes: [change],
    });
  }
  return groups;
}
