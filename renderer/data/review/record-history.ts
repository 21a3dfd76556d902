import { Dexie } from 'dexie';
import { hlcToMs } from '#shared/sync/hlc.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { isOverlaid } from '#shared/sync/replica.ts';
import type { Office } from '../office.ts';
import type { ServerHistoryEntry } from '../office-ports.ts';
import { readStates } from '../replica/record-state.ts';
import type { HistoryRow } from '../rows.ts';

/** A value a field has or had: who wrote it, on which PC, when (corrected). `pending`: only on this PC so far. */
export type HistoryLine = {
  readonly field: string;
  readonly value: FieldValue;
  readonly atMs: number;
  readonly staffId: string;
  readonly dev: number;
  readonly deviceName: string | null;
  readonly state: 'current' | 'past' | 'pending';
};

/** A record's changes, newest first. `complete`: the province's own trail is in it; else only what this PC has seen. */
export type RecordHistory = { readonly entries: readonly HistoryLine[]; readonly complete: boolean };

/** Past values kept on this PC. */
export function historyOf({ db }: Office, type: string, id: string): Promise<HistoryRow[]> {
  return db.history.where('[type+id+h+dev+field]').between([type, id], [type, id, Dexie.maxKey]).toArray();
}

/** Everything known here of a record's changes, joined with the province's trail when it was asked. */
export async function readRecordHistory(
  office: Office,
  type: string,
  id: string,
  fromServer: readonly ServerHistoryEntry[] | undefined,
): Promise<RecordHistory> {
  const { db } = office;
  const [kept, [state], devices] = await Promise.all([
    historyOf(office, type, id),
    readStates(db, [{ type, id }]),
    db.devices.toArray(),
  ]);
  const names = new Map(devices.map(({ number, name }) => [number, name]));
  const lines = new Map<string, HistoryLine & { readonly h: number }>();
  const own = (state?.own ?? []).filter((row) => isOverlaid(row) && row.op.t !== 'cmd');
  const hidden = new Set(own.flatMap(({ op }) => Object.keys(op.f)));
  const add = (entry: ServerHistoryEntry, standing: HistoryLine['state']): void => {
    const key = `${entry.field} ${String(entry.h)} ${String(entry.dev)}`;
    const line = {
      h: entry.h,
      field: entry.field,
      value: entry.v,
      atMs: hlcToMs(entry.h),
      staffId: entry.by,
      dev: entry.dev,
      deviceName: names.get(entry.dev) ?? null,
      state: standing,
    };
    lines.set(key, line);
  };
  for (const entry of fromServer ?? []) add(entry, 'past');
  for (const entry of kept) add(entry, 'past');
  for (const [field, set] of Object.entries(state?.shadow?.c ?? {}))
    for (const cell of Object.values(set.e)) add({ field, v: cell.v, by: cell.by, dev: cell.d, h: cell.h }, 'past');
  for (const [field, cell] of Object.entries(state?.shadow?.f ?? {}))
    add({ field, v: cell.v, by: cell.by, dev: cell.d, h: cell.h }, hidden.has(field) ? 'past' : 'current');
  for (const { op, kind } of own) {
    const written = op.t === 'del' ? { [REMOVED]: true } : op.f;
    for (const [field, v] of Object.entries(written))
      add({ field, v, by: op.by, dev: op.dev, h: op.h }, kind === 'acknowledged' ? 'current' : 'pending');
  }
  return { entries: [...lines.values()].sort((a, b) => b.h - a.h), complete: fromServer !== undefined };
}
