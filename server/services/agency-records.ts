import { uuidv7 } from 'uuidv7';
import { agencySchema, type AgencyFields } from '#shared/domain/exchange/agency-record.ts';
import { PROVINCE_STREAM } from '#shared/entities.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listRecordsOf } from '#server/storage/sync-reader.ts';
import { writeServerRecords } from './server-records.ts';

/** The directory of agencies by code, as published. */
export type Directory = ReadonlyMap<string, AgencyFields & { readonly id: string }>;

/** Reads the directory; of a code published twice (two servers that began at once) the older record counts. */
export async function readDirectory(trx: DatabaseTransaction): Promise<Directory> {
  const records = (await listRecordsOf(trx, PROVINCE_STREAM, 'agency')).sort((a, b) => (a.id < b.id ? 1 : -1));
  return new Map(records.map((record) => [valuesOf(record).code, { id: record.id, ...valuesOf(record) }]));
}

/** Publishes an agency, or brings it up to date; what is not named stays. Nothing is written when nothing changes. */
export async function publishAgency(
  trx: DatabaseTransaction,
  agency: Pick<AgencyFields, 'code'> & Partial<AgencyFields>,
  usual: AgencyFields,
  nowMs: number,
): Promise<void> {
  const known = (await readDirectory(trx)).get(agency.code);
  const wanted = known === undefined ? { ...usual, ...agency } : agency;
  const f = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => known?.[field as keyof AgencyFields] !== value),
  );
  if (Object.keys(f).length === 0) return;
  await writeServerRecords(trx, PROVINCE_STREAM, [{ type: 'agency', id: known?.id ?? uuidv7(), f }], nowMs);
}

function valuesOf({ f }: SyncRecord): AgencyFields {
  return agencySchema.parse(Object.fromEntries(Object.entries(f).map(([field, cell]) => [field, cell.v])));
}
