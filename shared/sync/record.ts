import type { FieldValue, OpName } from './op.ts';

/**
 * One field's value with its origin: sequence, hybrid time, device, person; `told`: the time as its own PC told it, where the server cut it (`ownTime`).
 * Where the op is known, also its counter `n`, and `saw`: the ops
 * whose values it replaced before the server had them; of a value that waits for a person, `was`: the sequence from which on it was the one in use, until
 * `s`. The last three are kept by the server and never sent, because only who merges asks for them.
 */
export type Cell = {
  readonly v: FieldValue;
  readonly s: number;
  readonly h: number;
  readonly d: number;
  readonly by: string;
  readonly told?: number;
  readonly n?: number;
  readonly saw?: readonly OpName[];
  readonly was?: number;
};

/**
 * When a value was written, by the clock of its own PC: among writes of one PC the later one has the later time. What the server made of it does not tell:
 * an op that comes to it again after a restore is cut to a later time than one that came after it in the life before.
 */
export function ownTime({ h, told }: { readonly h: number; readonly told?: number | undefined }): number {
  return told ?? h;
}

/** Values of one field that lost to a concurrent change and wait for a person, by device. `s`: when the set last changed; an empty `e` is a settled conflict. */
export type ConflictSet = { readonly s: number; readonly e: Readonly<Record<string, Cell>> };

/** A record as the server holds it and as every device keeps it in its shadow. */
export type SyncRecord = {
  readonly type: string;
  readonly id: string;
  /** Sequence of the last change in the stream. */
  readonly seq: number;
  readonly f: Readonly<Record<string, Cell>>;
  readonly c: Readonly<Record<string, ConflictSet>>;
};

/** A row of a pull page: like a record, but with only the cells and conflict sets newer than the asker's complete cookie. */
export type Row = SyncRecord;

/** Key under which records of all types are kept in one map or table. */
export function recordKey(type: string, id: string): string {
  return `${type}:${id}`;
}

/** A record that does not exist yet. */
export function emptyRecord(type: string, id: string): SyncRecord {
  return { type, id, seq: 0, f: {}, c: {} };
}
