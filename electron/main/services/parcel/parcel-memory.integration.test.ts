import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ParcelManifest } from '#shared/contract/parcel-manifest.ts';
import type { SentParcel } from '#shared/contract/parcel.ts';
import { openParcelMemory } from './parcel-memory.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-parcels-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function sentTo(to: number, number: number): SentParcel {
  return {
    ...{ id: `${String(to)}-${String(number)}`, to, number, at: number, by: '', label: '', bytes: 1, parts: 1 },
    ...{ files: 0, skipped: 0, ops: null, receivedAt: null },
  };
}

it('counts packages for each receiver by itself, however many others have got since', { timeout: 60_000 }, async () => {
  const path = join(folder, 'parcels.json');
  const memory = await openParcelMemory(path);
  await memory.noteSent(sentTo(7, 1));
  await memory.noteSent(sentTo(7, 2));
  for (let number = 1; number <= 410; number += 1) await memory.noteSent(sentTo(0, number));
  const again = await openParcelMemory(path);
  expect([0, 7, 8].map((to) => again.nextNumber(to))).toEqual([411, 3, 1]);
  expect(again.state().sent).toHaveLength(401);
});

it('remembers what a colleague’s PC waits for by its newest package, over a restart, and of the province nothing of the kind', async () => {
  const path = join(folder, 'parcels.json');
  const memory = await openParcelMemory(path);
  const parcel = (from: number, at: number, awaits: readonly string[]): ParcelManifest =>
    ({
      ...{ id: `${String(from)}-${String(at)}`, from, at, awaits, series: 's', number: at, carrier: '', label: '' },
      ...{ way: from === 0 ? 'down' : 'across', receipts: [] },
    }) as unknown as ParcelManifest;
  await memory.noteRead(parcel(7, 2, ['b']), '', 5);
  await memory.noteRead(parcel(7, 1, ['a']), '', 6);
  await memory.noteRead(parcel(0, 3, ['c']), '', 7);
  const again = await openParcelMemory(path);
  expect([7, 0, 8].map((dev) => again.awaitedBy(dev))).toEqual([['b'], [], []]);
});
