import { isEntityType, policyOf, type EntityType } from '#shared/entities.ts';
import { hlcToMs } from '#shared/sync/hlc.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import type { Cell } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import { readStates, viewOf } from '../replica/record-state.ts';
import type { HistoryRow } from '../rows.ts';
import { historyOf } from './record-history.ts';
import { readTitle } from './record-titles.ts';

/** One of the values people gave a field at the same time: who, on which PC, when (corrected). */
export type ConflictValue = {
  readonly value: FieldValue;
  readonly staffId: string;
  readonly staffName: string | null;
  readonly dev: number;
  readonly deviceName: string | null;
  readonly atMs: number;
  /** Given on this PC. */
  readonly mine: boolean;
};

/** A field that waits for a person. `now`: the value used until then. `before`: what it was, undefined when not known here. */
export type ConflictField = {
  readonly field: string;
  /** The record may not be used in an official paper until settled. */
  readonly strict: boolean;
  readonly before: FieldValue | undefined;
  readonly now: ConflictValue;
  readonly others: readonly ConflictValue[];
};

/** A record with fields that wait for a person. `seq`: hand it to `settleConflict`, so that only values seen here are settled. */
export type OpenConflict = {
  readonly type: EntityType;
  readonly id: string;
  readonly seq: number;
  readonly title: string;
  readonly fields: readonly ConflictField[];
};

/** Every open conflict on this PC, newest record first. One settled here and not yet sent is not listed. */
export async function listConflicts(office: Office): Promise<readonly OpenConflict[]> {
  const { db } = office;
  const open = await db.shadows.where('open').equals(1).toArray();
  const [states, staff, devices] = await Promise.all([readStates(db, open), db.staff.toArray(), db.devices.toArray()]);
  const staffNames = new Map(staff.map(({ id, name }) => [id, name.full]));
  const deviceNames = new Map(devices.map(({ number, name }) => [number, name]));
  const toValue = ({ v, by, d, h }: Cell): ConflictValue => ({
    value: v,
    staffId: by,
    staffName: staffNames.get(by) ?? null,
    dev: d,
    deviceName: deviceNames.get(d) ?? null,
    atMs: hlcToMs(h),
    mine: d === office.device.dev,
  });
  const conflicts = await Promise.all(
    states.map(async (state): Promise<OpenConflict[]> => {
      const { type, id, shadow } = state;
      const waiting = viewOf(state).conflicts;
      if (shadow === undefined || !isEntityType(type) || waiting.length === 0) return [];
      const history = await historyOf(office, type, id);
      const fields = waiting.flatMap((field): ConflictField[] => {
        const now = shadow.f[field];
        const losers = Object.values(shadow.c[field]?.e ?? {});
        if (now === undefined) return [];
        const before = field === REMOVED ? undefined : valueBefore(history, field, [now, ...losers]);
        return [
          { field, strict: policyOf(type, field) === 'strict', before, now: toValue(now), others: losers.map(toValue) },
        ];
      });
      return [{ type, id, seq: shadow.seq, title: await readTitle(office, state), fields }];
    }),
  );
  return conflicts.flat().sort((a, b) => b.seq - a.seq);
}

/** The newest value older than all that now stand against each other. */
function valueBefore(history: readonly HistoryRow[], field: string, cells: readonly Cell[]): FieldValue | undefined {
  const isRival = (row: HistoryRow): boolean => cells.some((cell) => cell.h === row.h && cell.d === row.dev);
  const first = Math.min(...cells.map(({ h }) => h));
  return history.filter((row) => row.field === field && !isRival(row) && row.h < first).sort((a, b) => b.h - a.h)[0]?.v;
}
