import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { resumeRotation, takeNewKeys } from '#renderer/sync/rotate-keys.ts';
import { registerDocument } from '../documents/document-repository.ts';
import type { Office } from '../office.ts';
import { keyIdOf } from './row-cipher.ts';

/** Ids of the keys the rows of all tables lie under. */
async function keysInUse({ db }: Office): Promise<Set<number>> {
  const ids = new Set<number>();
  for (const { name } of db.tables) {
    const rows = await new Promise<{ readonly c: Uint8Array }[]>((resolve) => {
      const request = db.backendDB().transaction(name).objectStore(name).getAll();
      request.onsuccess = () => {
        resolve(request.result as { readonly c: Uint8Array }[]);
      };
    });
    for (const { c } of rows) ids.add(keyIdOf(c));
  }
  return ids;
}

async function officeWithPapers(count: number) {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  for (let i = 0; i < count; i += 1) await registerDocument(pc.office, fakePaper(`${String(i)}-KH/TU`), []);
  return { commune, pc };
}

describe('an exchange of keys', () => {
  it('enciphers every row anew, changes none, and says when it is done', async () => {
    const { pc } = await officeWithPapers(230);
    const { office, desktop } = pc;
    const before = await office.db.documents.toArray();
    const rotated = await desktop.call['keys:rotate']({ passphrase: 'x'.repeat(10) });
    if (!rotated.ok) throw new Error('the fake rotates');
    const seen: number[] = [];
    office.rotation.subscribe((state) => state !== null && seen.push(state.done));
    await takeNewKeys(office, rotated.value, desktop);
    expect(await keysInUse(office)).toEqual(new Set([2]));
    expect(await office.db.documents.toArray()).toEqual(before);
    expect(desktop.keys.rowKeys.map(({ id }) => id)).toEqual([2]);
    expect(seen.length).toBeGreaterThan(5);
    expect(office.rotation.getState()).toBeNull();
  });

  it('broken off goes on at the next start', async () => {
    const { commune, pc } = await officeWithPapers(30);
    await pc.desktop.call['keys:rotate']({ passphrase: 'x'.repeat(10) });
    const again = await commune.reopen(pc);
    await registerDocument(again.office, fakePaper('99-KH/TU'), []);
    expect(await keysInUse(again.office)).toEqual(new Set([1, 2]));
    await resumeRotation(again.office, again.desktop);
    expect(await keysInUse(again.office)).toEqual(new Set([2]));
    const last = await commune.reopen(again);
    expect(await last.office.db.documents.count()).toBe(31);
    expect(must(await last.office.db.documents.toCollection().first(), 'papers were made').symbol).toMatch(/KH/);
  });
});
