import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { noParcelNumbers, noteParcelNumber, parcelNumbersSchema } from '#shared/contract/parcel-numbers.ts';
import type { ParcelManifest, ParcelReceipt } from '#shared/contract/parcel-manifest.ts';
import type { ParcelState, SentParcel } from '#shared/contract/parcel.ts';
import { writeFileAtomically } from '../disk/atomic-file.ts';

/** Packages remembered of each sort, and receipts that go along with one. */
const KEPT = 400;
const RECEIPTS = 200;
/** Files remembered of those a colleague's PC waits for. */
const AWAITED = 2000;

const titleFields = {
  id: z.string(),
  number: z.int(),
  at: z.number(),
  label: z.string(),
};

const memorySchema = z.object({
  version: z.literal(1),
  /** This PC's count of numbers; another one when this file was lost. */
  series: z.string(),
  sent: z.array(
    z.object({
      ...titleFields,
      to: z.int(),
      by: z.string(),
      bytes: z.int(),
      parts: z.int(),
      files: z.int(),
      skipped: z.int(),
      ops: z.object({ first: z.int(), last: z.int() }).nullable(),
      receivedAt: z.number().nullable(),
    }),
  ),
  read: z.array(z.object({ ...titleFields, from: z.int(), carrier: z.string(), readAt: z.number(), by: z.string() })),
  /** Numbers read, by sender and series (`<address>|<series>`). */
  numbers: z.record(z.string(), parcelNumbersSchema),
  /** Files a colleague's PC waits for, by its number, as its newest package says; absent in files of older builds. */
  awaits: z.record(z.string(), z.object({ at: z.number(), hashes: z.array(z.string()).readonly() })).optional(),
});
type Memory = z.infer<typeof memorySchema>;

/** What this PC knows of packages it wrote and read. Lost, nothing of the office is: numbers begin anew in another series. */
export type ParcelMemory = {
  readonly state: () => ParcelState;
  readonly series: () => string;
  /** Number of the next package for this receiver. */
  readonly nextNumber: (to: number) => number;
  /** Packages of this sender that were read, for the next package to it. */
  readonly receiptsFor: (to: number) => readonly ParcelReceipt[];
  /** Files this PC of a colleague waits for, as far as its packages have said. */
  readonly awaitedBy: (dev: number) => readonly string[];
  readonly noteSent: (parcel: SentParcel) => Promise<void>;
  /** Whether it was read whole before. */
  readonly hasRead: (id: string) => boolean;
  /** Notes a package read whole, with the receipts it brought. */
  readonly noteRead: (manifest: ParcelManifest, by: string, at: number) => Promise<void>;
  readonly missingOf: (from: number, series: string) => readonly number[];
};

/** Opens it. What cannot be read begins anew. */
export async function openParcelMemory(path: string): Promise<ParcelMemory> {
  let memory = (await read(path)) ?? beginMemory();
  const keep = async (next: Memory): Promise<void> => {
    await writeFileAtomically(path, JSON.stringify(next));
    memory = next;
  };
  const key = (from: number, series: string): string => `${String(from)}|${series}`;
  return {
    state: () => ({
      sent: memory.sent,
      read: memory.read,
      missing: Object.entries(memory.numbers).flatMap(([sender, { missing }]) =>
        missing.length === 0 ? [] : [{ from: Number(sender.split('|')[0]), numbers: missing }],
      ),
    }),
    series: () => memory.series,
    nextNumber: (to) => 1 + Math.max(0, ...memory.sent.filter((each) => each.to === to).map(({ number }) => number)),
    receiptsFor: (to) =>
      memory.read
        .filter(({ from }) => from === to)
        .slice(0, RECEIPTS)
        .map(({ id, number, readAt }) => ({ id, number, at: Math.round(readAt) })),
    awaitedBy: (dev) => memory.awaits?.[String(dev)]?.hashes ?? [],
    noteSent: (parcel) => keep({ ...memory, sent: withNewest(memory.sent, parcel, ({ to }) => to) }),
    hasRead: (id) => memory.read.some((each) => each.id === id),
    noteRead(manifest, by, readAt) {
      const { id, from, series, number, at, carrier, label, receipts, way, awaits } = manifest;
      const isNews = way === 'across' && at >= (memory.awaits?.[String(from)]?.at ?? 0);
      const received = new Map(receipts.map((receipt) => [receipt.id, receipt.at]));
      return keep({
        ...memory,
        ...(isNews && { awaits: { ...memory.awaits, [String(from)]: { at, hashes: awaits.slice(0, AWAITED) } } }),
        read: withNewest(memory.read, { id, from, number, at, carrier, label, readAt, by }, (each) => each.from),
        sent: memory.sent.map((each) =>
          each.to === from ? { ...each, receivedAt: each.receivedAt ?? received.get(each.id) ?? null } : each,
        ),
        numbers: {
          ...memory.numbers,
          [key(from, series)]: noteParcelNumber(memory.numbers[key(from, series)] ?? noParcelNumbers, number),
        },
      });
    },
    missingOf: (from, series) => memory.numbers[key(from, series)]?.missing ?? [],
  };
}

/** The newest first; one of the same id takes the place of the older. Of those beyond what is kept, the newest of each address stays: numbers go on from it. */
function withNewest<T extends { readonly id: string }>(
  list: readonly T[],
  newest: T,
  addressOf: (each: T) => number,
): T[] {
  const all = [newest, ...list.filter(({ id }) => id !== newest.id)];
  const seen = new Set<number>();
  return all.filter((each, i) => {
    const isNewestOfItsAddress = !seen.has(addressOf(each));
    seen.add(addressOf(each));
    return i < KEPT || isNewestOfItsAddress;
  });
}

function beginMemory(): Memory {
  return { version: 1, series: randomBytes(8).toString('hex'), sent: [], read: [], numbers: {} };
}

async function read(path: string): Promise<Memory | undefined> {
  try {
    return memorySchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
