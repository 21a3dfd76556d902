import { isEntityType, type EntityType } from '#shared/entities.ts';
import { hlcToMs } from '#shared/sync/hlc.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import { listOutbox } from '../replica/outbox.ts';
import { countAttention } from './list-attention.ts';

/** What is only on this PC. An op counts until the province has acknowledged it; a file until the province has it whole. */
export type OutboxSummary = {
  readonly changes: number;
  readonly records: number;
  readonly oldestAtMs: number | null;
  readonly files: number;
  readonly fileBytes: number;
  readonly attention: number;
  readonly conflicts: number;
  /** Records with unsent changes, by entity. */
  readonly byType: Readonly<Partial<Record<EntityType, number>>>;
};

/** Counts what is only on this PC. */
export async function readOutboxSummary(office: Office): Promise<OutboxSummary> {
  const { db } = office;
  const [waiting, parked, transfers, conflicts, attention] = await Promise.all([
    listOutbox(db, 'waiting'),
    listOutbox(db, 'parked'),
    db.localTransfers.toArray(),
    db.shadows.where('open').equals(1).count(),
    countAttention(office),
  ]);
  const unsent = [...waiting, ...parked];
  const byType: Partial<Record<EntityType, number>> = {};
  const records = new Map(unsent.map((row) => [recordKey(row.type, row.id), row.type]));
  for (const type of records.values()) if (isEntityType(type)) byType[type] = (byType[type] ?? 0) + 1;
  const oldest = unsent.reduce((least, { op }) => Math.min(least, op.h), Number.POSITIVE_INFINITY);
  const uploads = transfers.filter(({ direction, state }) => direction === 'up' && state !== 'done');
  return {
    changes: unsent.length,
    records: records.size,
    oldestAtMs: unsent.length === 0 ? null : hlcToMs(oldest),
    files: uploads.length,
    fileBytes: uploads.reduce((sum, { size, offset }) => sum + size - offset, 0),
    attention,
    conflicts,
    byType,
  };
}
