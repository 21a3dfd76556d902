import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Op } from '#shared/sync/op.ts';
import { syncFolder } from '../disk/atomic-file.ts';
import type { VersionedKey } from '../keys/key-source.ts';
import { prepareOp, readLocated, writePrepared, type JournalStore } from './journal-store.ts';
import { readLegacyJournal, type LegacyJournal } from './legacy-journal.ts';
import { encodeOp, sealBytes } from './op-cipher.ts';
import type { Lane } from './segment-format.ts';

const OPS_AT_ONCE = 500;

/** The lane an op counts in. */
export function laneOf(op: Op): Lane {
  return op.stream === LOCAL_STREAM ? 'local' : 'shared';
}

/**
 * Takes the journal of the first build over: every op is enciphered, read back and compared before the file in clear goes. A crash at any point leaves
 * the old file, and what was taken over already is passed over the next time. Damaged stretches go aside, enciphered.
 */
export async function takeOverLegacy(store: JournalStore, key: VersionedKey): Promise<void> {
  const { legacyFile, setAside } = store.parts;
  const read = await readLegacyJournal(legacyFile);
  if (!read.ok) {
    await setAside.move(legacyFile);
    store.setAside += 1;
    return;
  }
  const legacy = read.value;
  if (legacy === undefined) return;
  const missing = await listMissing(store, legacy.ops);
  for (const dev of new Set(missing.map((op) => op.dev))) {
    const ofDevice = missing.filter((op) => op.dev === dev);
    for (let from = 0; from < ofDevice.length; from += OPS_AT_ONCE) {
      const some = ofDevice.slice(from, from + OPS_AT_ONCE).map((op) => prepareOp(laneOf(op), op));
      await writePrepared(store, some, key, dev);
    }
  }
  if ((await listMissing(store, legacy.ops)).length > 0) throw new Error('journal taken over does not read back');
  await keepDamage(store, legacy, key);
  await rm(legacyFile);
  await syncFolder(dirname(legacyFile));
}

/** Those of `ops` that the segments do not hold, compared byte by byte. */
async function listMissing(store: JournalStore, ops: readonly Op[]): Promise<readonly Op[]> {
  const here = new Set<string>();
  for (const lane of ['shared', 'local'] as const) {
    for (const dev of new Set(ops.map((op) => op.dev))) {
      for (let n = 0; ;) {
        const located = store.index.listAbove(lane, dev, n);
        if (located.length === 0) break;
        for (const op of await readLocated(store, located)) here.add(markOf(op));
        n = located.at(-1)?.entry.n ?? n;
      }
    }
  }
  return ops.filter((op) => !here.has(markOf(op)));
}

function markOf(op: Op): string {
  return Buffer.from(encodeOp(op)).toString('latin1');
}

async function keepDamage(store: JournalStore, { damage, file }: LegacyJournal, key: VersionedKey): Promise<void> {
  for (const { start, end } of damage) {
    const label = `journal-first-build-${String(start)}-${String(end)}`;
    if (
      await store.parts.setAside.keep(
        `${label}.key${String(key.id)}`,
        sealBytes(key.key, label, file.subarray(start, end)),
      )
    )
      store.setAside += 1;
    store.scanDamage += end - start;
  }
}
