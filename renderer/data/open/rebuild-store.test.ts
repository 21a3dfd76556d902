import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper as paper } from '#renderer/platform/fake-paper.ts';
import { makeBackup } from '#renderer/sync/backup/make-backup.ts';
import { compareWithBackup } from '#renderer/sync/backup/compare-backup.ts';
import { restoreBackup } from '#renderer/sync/backup/restore-backup.ts';
import { doBackupWork } from '#renderer/sync/housekeeping.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { registerDocument, saveDocument } from '../documents/document-repository.ts';
import { saveDraft } from '../drafts.ts';
import { must } from '#shared/base/must.ts';
import { OfficeDatabase } from '../database.ts';
import type { OpeningProgress } from './opening-progress.ts';
import { takeFormerStores } from './take-former-stores.ts';

async function register({ office }: FakePc, symbol: string, extra = {}): Promise<string> {
  const saved = await registerDocument(office, paper(symbol, extra), []);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

/** A PC with two papers at the province, one unsent edit, one unsent paper, and two secret lines. */
async function busyPc(): Promise<{ commune: FakeCommune; pc: FakePc; ids: string[] }> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  await syncOnce(pc);
  const ids = [await register(pc, '1-KH/TU'), await register(pc, '2-KH/TU')];
  await syncOnce(pc);
  await saveDocument(pc.office, must(ids[0], 'one'), { note: 'chưa gửi' }, Number.MAX_SAFE_INTEGER);
  ids.push(await register(pc, '3-KH/TU'));
  ids.push(await register(pc, '1-TM/TU', { secrecy: 'secret', abstract: '' }));
  ids.push(await register(pc, '2-TM/TU', { secrecy: 'secret', abstract: '' }));
  return { commune, pc, ids };
}

const shown = async ({ office }: FakePc): Promise<unknown[]> =>
  (await office.db.documents.orderBy('id').toArray()).map(({ id, symbol, arrivalNumber, note, removed }) => ({
    id,
    symbol,
    arrivalNumber,
    note,
    removed,
  }));

describe('a store that is gone', () => {
  it('is filled from the journal while there is no line: unsent work and secret lines are there, and go out once', async () => {
    const { commune, pc } = await busyPc();
    const before = await shown(pc);
    pc.desktop.isOnline = false;
    await pc.office.db.delete();
    const again = await commune.reopen(pc);
    expect(again.office.health.getState()).toEqual({ kind: 'rebuilt' });
    expect(await shown(again)).toEqual(before);
    again.desktop.isOnline = true;
    const accepted = commune.province.streams.get(again.office.stream)?.seq ?? 0;
    await syncOnce(again);
    expect(await shown(again)).toEqual(before);
    expect((commune.province.streams.get(again.office.stream)?.seq ?? 0) - accepted).toBe(2);
    expect(await again.office.db.outbox.count()).toBe(0);
    const third = await commune.reopen(again);
    expect(third.office.health.getState()).toEqual({ kind: 'fine' });
  });

  it('keeps counting where it was: nothing new gets a used counter or number', async () => {
    const { commune, pc } = await busyPc();
    await pc.office.db.delete();
    const again = await commune.reopen(pc);
    await syncOnce(again);
    expect(await registerDocument(again.office, paper('9-KH/TU'), [])).toMatchObject({
      ok: true,
      value: { arrivalNumber: 4, ops: [{ n: 5 }] },
    });
    expect(
      await registerDocument(again.office, paper('9-TM/TU', { secrecy: 'secret', abstract: '' }), []),
    ).toMatchObject({ ok: true, value: { arrivalNumber: 3, ops: [{ n: 3 }] } });
  });

  it('was put in place of another: the foreign one is emptied and this PC rebuilt', async () => {
    const { commune, pc } = await busyPc();
    const before = await shown(pc);
    await pc.office.db.localMeta.put({ key: 'store-id', value: crypto.randomUUID() });
    await pc.office.db.documents.clear();
    const again = await commune.reopen(pc);
    expect(again.office.health.getState()).toEqual({ kind: 'rebuilt' });
    expect(await shown(again)).toEqual(before);
  });

  it('is built anew again when building was broken off', async () => {
    const { commune, pc } = await busyPc();
    const before = await shown(pc);
    await pc.office.db.delete();
    const half = await commune.reopen(pc);
    await half.office.db.localMeta.put({ key: 'rebuilding', value: true });
    await half.office.db.localMeta.delete('clock');
    const again = await commune.reopen(half);
    expect(await shown(again)).toEqual(before);
    await syncOnce(again);
    expect(await shown(again)).toEqual(before);
  });

  it('tells of a paper the province had refused: its last ops are sent again and get their outcome', async () => {
    const { commune, pc } = await busyPc();
    await syncOnce(pc);
    commune.province.publish(pc.office.stream, 'register', commune.registerId, {
      book: 'incoming',
      name: 'Register',
      holderDevice: 2,
    });
    await register(pc, '4-KH/TU');
    await syncOnce(pc);
    const refused = await pc.office.db.outbox.where('kind').equals('rejected').count();
    await pc.office.db.delete();
    const again = await commune.reopen(pc);
    await syncOnce(again);
    expect(await again.office.db.outbox.where('kind').equals('rejected').count()).toBe(refused);
  });

  it('takes what is in the newest backup along, for the time without line', async () => {
    const { commune, pc } = await busyPc();
    const other = await commune.addPc(2);
    await syncOnce(other);
    const foreign = must((await other.office.db.documents.toArray())[0], 'the papers came').id;
    await saveDocument(other.office, foreign, { signer: 'Của máy khác' }, Number.MAX_SAFE_INTEGER);
    await syncOnce(other, pc);
    await saveDraft(pc.office, 'form', { text: 'nháp' });
    expect(await doBackupWork(pc.office, pc.desktop)).toBe(true);
    const before = await pc.office.db.documents.orderBy('id').toArray();
    await register(pc, '8-KH/TU');
    pc.desktop.isOnline = false;
    await pc.office.db.delete();
    const again = await commune.reopen(pc);
    const after = await again.office.db.documents.orderBy('id').toArray();
    for (const row of before)
      expect(after.find(({ id }) => id === row.id)).toMatchObject({ symbol: row.symbol, signer: row.signer });
    expect(after).toHaveLength(before.length + 1);
    expect((await again.office.db.localDrafts.get('form'))?.value).toEqual({ text: 'nháp' });
    again.desktop.isOnline = true;
    await syncOnce(again);
    expect(await again.office.db.outbox.count()).toBe(0);
    expect(
      (await again.office.db.documents.toArray()).every(({ pending, stream }) => pending === 0 || stream === 'local'),
    ).toBe(true);
  });
});

describe('a backup', () => {
  it('holds every table with its count, and a rehearsal follows when due', async () => {
    const { pc } = await busyPc();
    const made = await makeBackup(pc.office, pc.desktop);
    if (!made.ok) throw new Error(made.error.code);
    const entry = must(made.value.entries[0], 'one was made');
    expect(entry.unsent).toBe(2);
    const rows = new Map<string, number>();
    for (const { table, bytes } of must(pc.desktop.backups.frames.get(entry.id), 'it has frames')) {
      const list = JSON.parse(new TextDecoder().decode(bytes)) as unknown[];
      rows.set(table, (rows.get(table) ?? 0) + list.length);
    }
    expect(Object.fromEntries(rows)).toEqual(entry.counts);
    const compared = await compareWithBackup(pc.office, entry);
    expect(compared.find(({ table }) => table === 'documents')).toEqual({ table: 'documents', now: 5, inBackup: 5 });
    pc.desktop.backups.nextRehearsalAt = 0;
    expect(await doBackupWork(pc.office, pc.desktop)).toBe(true);
    expect(pc.desktop.backups.rehearsals).toBe(1);
  });

  it('merged into a store that went on brings back what is missing and overwrites nothing newer', async () => {
    const { pc, ids } = await busyPc();
    await makeBackup(pc.office, pc.desktop);
    const [first = '', second = ''] = ids;
    await saveDocument(pc.office, first, { note: 'mới hơn' }, Number.MAX_SAFE_INTEGER);
    await register(pc, '7-KH/TU');
    await syncOnce(pc);
    const before = await shown(pc);
    await pc.office.db.documents.delete(second);
    await pc.office.db.shadows.delete(['document', second]);
    const seen: OpeningProgress[] = [];
    const backup = must(pc.desktop.backups.entries[0], 'one was made');
    const restored = await restoreBackup(pc.office, backup.id, (progress) => seen.push(progress), pc.desktop);
    expect(restored.ok).toBe(true);
    expect(seen.some(({ step, done }) => step === 'from-backup' && done > 0)).toBe(true);
    await syncOnce(pc);
    expect(await shown(pc)).toEqual(before);
    expect(await pc.office.db.outbox.count()).toBe(0);
  });

  it('with damaged pieces left out still gives what is in the others', async () => {
    const { commune, pc } = await busyPc();
    const before = await shown(pc);
    await makeBackup(pc.office, pc.desktop);
    const id = must(pc.desktop.backups.entries[0], 'one was made').id;
    const frames = must(pc.desktop.backups.frames.get(id), 'it has frames');
    pc.desktop.backups.frames.set(
      id,
      frames.map((frame, i) => (i % 2 === 0 ? { ...frame, bytes: new Uint8Array([91, 123]) } : frame)),
    );
    await pc.office.db.delete();
    const again = await commune.reopen(pc);
    await syncOnce(again);
    expect(await shown(again)).toEqual(before);
  });
});

describe('stores under former names', () => {
  it('leave what they had still to bring back to a restored province', async () => {
    const { pc } = await busyPc();
    const name = `hosoxa-store-${String(Math.floor(Math.random() * 1e9))}`;
    const former = new OfficeDatabase(name, pc.office.db.cipher);
    await former.open();
    const note = { key: `lost:${pc.office.stream}:document:x:e1:0`, value: { stream: pc.office.stream } };
    await former.localMeta.bulkPut([note, { key: 'clock', value: { h: 9, n: 9, localN: 9 } }]);
    former.close();
    const clock = await pc.office.db.localMeta.get('clock');
    await takeFormerStores(pc.office.db, [name]);
    expect(await pc.office.db.localMeta.get(note.key)).toEqual(note);
    expect(await pc.office.db.localMeta.get('clock')).toEqual(clock);
  });

  it('leave their unfinished forms and are deleted, the plain one of the first build too', async () => {
    const { pc } = await busyPc();
    const name = `hosoxa-store-${String(Math.floor(Math.random() * 1e9))}`;
    const former = new OfficeDatabase(name, pc.office.db.cipher);
    await former.open();
    await former.localDrafts.put({ key: 'old', value: { text: 'nháp cũ' }, savedAtMs: 1 });
    former.close();
    const plainName = `ho-so-xa-${String(Math.floor(Math.random() * 1e9))}`;
    const plain = new Dexie(plainName);
    plain.version(1).stores({ localDrafts: 'key' });
    await plain.table('localDrafts').put({ key: 'older', value: { text: 'nháp trần' }, savedAtMs: 1 });
    plain.close();
    await takeFormerStores(pc.office.db, [name, plainName]);
    expect((await pc.office.db.localDrafts.get('old'))?.value).toEqual({ text: 'nháp cũ' });
    expect((await pc.office.db.localDrafts.get('older'))?.value).toEqual({ text: 'nháp trần' });
    const names = await Dexie.getDatabaseNames();
    expect(names).not.toContain(name);
    expect(names).not.toContain(plainName);
  });
});
