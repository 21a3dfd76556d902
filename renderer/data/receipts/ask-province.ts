import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import type { Receipt } from './read-receipt.ts';

/** A PC of the office: whether it has all of the item, and when it last said how far it is (server milliseconds). */
export type Holder = {
  readonly name: string;
  readonly isOwn: boolean;
  readonly holds: boolean;
  readonly atMs: number | null;
};

/**
 * What the province showed of an item by hash, compared with what is held here. `differing`: records it has in another state (changed since by another PC)
 * or not at all; `lacking`: files it does not have; `takenAtMs`: when it took the last change of the item.
 */
export type Shown = {
  readonly records: number;
  readonly files: number;
  readonly differing: number;
  readonly lacking: number;
  readonly takenAtMs: number | null;
  readonly holders: readonly Holder[];
};

const ASKED_AT_ONCE = 500;

/** Lets the province show an item; undefined when it cannot be asked now. Of an item of more than 500 records, the first. */
export async function askProvince(office: Office, receipt: Receipt): Promise<Shown | undefined> {
  const records = receipt.records.slice(0, ASKED_AT_ONCE);
  const files = receipt.files.slice(0, ASKED_AT_ONCE);
  const [answer, devices] = await Promise.all([
    office.ports.receipts.show({ records: records.map(({ type, id }) => ({ type, id })), files: [...files] }),
    office.db.devices.toArray(),
  ]);
  if (answer === undefined) return undefined;
  const there = new Map(answer.records.map((record) => [recordKey(record.type, record.id), record]));
  const same = records.filter(({ type, id, hash }) => there.get(recordKey(type, id))?.hash === hash);
  const names = new Map(devices.map(({ number, name }) => [number, name]));
  const newest = Math.max(0, ...answer.records.map(({ seq }) => seq));
  const taken = answer.records.flatMap(({ takenAt }) => takenAt ?? []);
  return {
    records: same.length,
    files: answer.files.length,
    differing: records.length - same.length,
    lacking: files.length - answer.files.length,
    takenAtMs: taken.length === 0 ? null : Math.max(...taken),
    holders: answer.devices.map(({ dev, upTo, toldAt }) => ({
      name: names.get(dev) ?? String(dev),
      isOwn: dev === office.device.dev,
      holds: newest > 0 && upTo >= newest,
      atMs: toldAt,
    })),
  };
}
