import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must as sure } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { registerDocument, saveDocument } from '#renderer/data/documents/document-repository.ts';
import { listConflicts } from '#renderer/data/review/list-conflicts.ts';
import { settleConflict } from '#renderer/data/review/settle-conflict.ts';
import { listAttention } from '#renderer/data/review/list-attention.ts';
import { fakePaper as paper } from '#renderer/platform/fake-paper.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { syncOnce as sync } from './sync-once.ts';

const must = <T>(value: T | undefined): T => sure(value, 'the test made it');

describe('two PCs and the province', () => {
  it('a paper registered on one PC is the same on the other', async () => {
    const commune = new FakeCommune();
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await sync(one);
    const saved = await registerDocument(one.office, paper('12-KH/TU'), []);
    expect(saved).toMatchObject({ ok: true, value: { arrivalNumber: 1 } });
    const [mine] = await one.office.db.documents.toArray();
    expect(mine).toMatchObject({ pending: 1, seq: 0, symbol: '12-KH/TU' });
    await sync(one, two);
    const [sent] = await one.office.db.documents.toArray();
    expect(sent).toMatchObject({ pending: 0, arrivalNumber: 1 });
    expect(await two.office.db.documents.toArray()).toEqual([sent]);
    expect(await one.office.db.outbox.count()).toBe(0);
  });

  it('edits of the same field become a question on both PCs, settled once and everywhere', async () => {
    const commune = new FakeCommune();
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await sync(one);
    const saved = await registerDocument(one.office, paper('12-KH/TU'), []);
    if (!saved.ok) throw new Error(saved.error.code);
    await sync(one, two);
    const { id } = saved.value;
    const seen = must(await two.office.db.documents.get(id)).seq;
    await saveDocument(one.office, id, { abstract: 'Của một', note: 'ghi chú' }, seen);
    commune.nowMs += 1000;
    await saveDocument(two.office, id, { abstract: 'Của hai', signer: 'Lò Văn An' }, seen);
    await sync(one, two, one);
    for (const { office } of [one, two]) {
      const conflicts = await listConflicts(office);
      expect(conflicts).toHaveLength(1);
      const field = must(must(conflicts[0]).fields[0]);
      expect(field).toMatchObject({
        field: 'abstract',
        strict: false,
        now: { value: 'Của hai' },
        others: [{ value: 'Của một' }],
      });
      expect(field.before).toBe('V/v 12-KH/TU');
      expect(field.now.mine).toBe(office === two.office);
      expect(await office.db.documents.get(id)).toMatchObject({
        note: 'ghi chú',
        signer: 'Lò Văn An',
        conflicts: ['abstract'],
        pending: 0,
      });
    }
    const conflict = must((await listConflicts(one.office))[0]);
    await settleConflict(one.office, 'document', id, 'abstract', 'Của một', conflict.seq);
    expect(await listConflicts(one.office)).toEqual([]);
    await sync(one, two);
    expect(await listConflicts(two.office)).toEqual([]);
    expect((await two.office.db.documents.get(id))?.abstract).toBe('Của một');
    expect(await one.office.db.shadows.toArray()).toEqual(await two.office.db.shadows.toArray());
  });

  it('an edit form that was open while another PC changed the field does not overwrite it unseen', async () => {
    const commune = new FakeCommune();
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await sync(one);
    const saved = await registerDocument(one.office, paper('12-KH/TU'), []);
    if (!saved.ok) throw new Error(saved.error.code);
    await sync(one, two);
    const { id } = saved.value;
    const openedAt = must(await two.office.db.documents.get(id)).seq;
    await saveDocument(one.office, id, { abstract: 'Của một' }, openedAt);
    await sync(one, two);
    await saveDocument(two.office, id, { abstract: 'Của hai' }, openedAt);
    await sync(two, one);
    expect(await listConflicts(one.office)).toHaveLength(1);
  });

  it('the PC without the book registers without number and gets it at sync', async () => {
    const commune = new FakeCommune({ holder: 1 });
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await sync(one, two);
    await registerDocument(one.office, paper('1-KH/TU'), []);
    const other = await registerDocument(two.office, paper('2-KH/TU'), []);
    expect(other).toMatchObject({ ok: true, value: { arrivalNumber: null } });
    await sync(two, one, two);
    const numbers = (await two.office.db.documents.toArray()).map(({ symbol, arrivalNumber }) => [
      symbol,
      arrivalNumber,
    ]);
    expect(new Map(numbers as [string, number][])).toEqual(
      new Map([
        ['1-KH/TU', 1],
        ['2-KH/TU', 2],
      ]),
    );
    expect(await one.office.db.documents.toArray()).toEqual(await two.office.db.documents.toArray());
  });

  it('a refused paper keeps its text, and one refused for its number is filed anew without it', async () => {
    const commune = new FakeCommune({ holder: 1 });
    const one = await commune.addPc(1);
    await sync(one);
    commune.province.publish(communeStream('na-lau'), 'register', commune.registerId, { holderDevice: 7 });
    await registerDocument(one.office, paper('5-KH/TU'), []);
    await sync(one);
    const attention = await listAttention(one.office);
    expect(attention).toMatchObject([
      {
        kind: 'refused',
        code: 'number-not-leased',
        renumbered: true,
        title: '5-KH/TU',
        fields: { abstract: 'V/v 5-KH/TU' },
      },
    ]);
    expect(await one.office.db.documents.toArray()).toMatchObject([
      { symbol: '5-KH/TU', arrivalNumber: null, pending: 0 },
    ]);
  });

  it('a lost answer changes nothing: the same ops are sent again and skipped', async () => {
    const commune = new FakeCommune();
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await sync(one);
    await registerDocument(one.office, paper('12-KH/TU'), []);
    one.desktop.loseNextAnswer = true;
    await expect(sync(one)).rejects.toThrow('offline');
    expect(await one.office.db.outbox.count()).toBe(1);
    await sync(one, two);
    expect(await one.office.db.outbox.count()).toBe(0);
    expect(await two.office.db.documents.count()).toBe(1);
  });

  it('a copy that differs is found by the daily comparison and fetched anew, unsent changes stay', async () => {
    const commune = new FakeCommune();
    const one = await commune.addPc(1);
    await sync(one);
    for (const symbol of ['1-KH/TU', '2-KH/TU', '3-KH/TU']) await registerDocument(one.office, paper(symbol), []);
    await sync(one);
    const [lost] = await one.office.db.documents.toArray();
    await one.office.db.shadows.delete(['document', must(lost).id]);
    await one.office.db.documents.delete(must(lost).id);
    commune.nowMs += 24 * 3600_000;
    one.desktop.isOnline = true;
    await sync(one);
    expect(await one.office.db.documents.count()).toBe(3);
    expect((await one.office.db.cookies.toArray()).every(({ anew }) => !anew)).toBe(true);
  });

  it('a server restored from backup gets from the journal what it lost', async () => {
    const commune = new FakeCommune();
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await sync(one);
    for (const symbol of ['1-KH/TU', '2-KH/TU', '3-KH/TU']) await registerDocument(one.office, paper(symbol), []);
    await sync(one, two);
    let kept = 0;
    commune.province.restore(new Map([[1, 1]]), ({ type }) => type !== 'document' || (kept += 1) <= 1);
    await registerDocument(one.office, paper('4-KH/TU'), []);
    await sync(one, two, one);
    expect((await two.office.db.documents.toArray()).map(({ symbol }) => symbol).sort()).toEqual([
      '1-KH/TU',
      '2-KH/TU',
      '3-KH/TU',
      '4-KH/TU',
    ]);
    expect(await one.office.db.documents.toArray()).toEqual(await two.office.db.documents.toArray());
    expect(await one.office.db.outbox.count()).toBe(0);
  });

  it('files reach the province and the other PC behind their records', async () => {
    const commune = new FakeCommune();
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await sync(one);
    const hash = 'ab'.repeat(32);
    one.desktop.vault.set(hash, new Uint8Array(200_000));
    await registerDocument(one.office, paper('12-KH/TU'), [
      { hash, name: 'a.pdf', size: 200_000, mime: 'application/pdf', pages: 2 },
    ]);
    await sync(one, two);
    expect(commune.province.files.has(hash)).toBe(true);
    expect(two.desktop.vault.has(hash)).toBe(true);
    expect(await two.office.db.localTransfers.toArray()).toMatchObject([{ direction: 'down', state: 'done' }]);
  });

  it('a clock three years wrong changes neither order of numbers nor content', async () => {
    const commune = new FakeCommune();
    const [one, two] = [await commune.addPc(1, -3 * 365 * 86_400_000), await commune.addPc(2)];
    await sync(one, two);
    await registerDocument(one.office, paper('12-KH/TU'), []);
    await sync(one, two);
    expect(one.office.today()).toBe('2026-11-22');
    expect(await two.office.db.documents.toArray()).toEqual(await one.office.db.documents.toArray());
  });

  it('secret papers never leave the PC', async () => {
    const commune = new FakeCommune();
    const [one, two] = [await commune.addPc(1), await commune.addPc(2)];
    await sync(one);
    const saved = await registerDocument(one.office, paper('9-TB/TU', { secrecy: 'secret', abstract: '' }), []);
    expect(saved).toMatchObject({ ok: true, value: { arrivalNumber: 1 } });
    await registerDocument(one.office, paper('10-TB/TU'), []);
    await sync(one, two);
    expect(await one.office.db.documents.count()).toBe(2);
    expect((await two.office.db.documents.toArray()).map(({ symbol }) => symbol)).toEqual(['10-TB/TU']);
    expect(
      [...must(commune.province.streams.get(communeStream('na-lau'))).records.values()].some(
        ({ f }) => f['symbol']?.v === '9-TB/TU',
      ),
    ).toBe(false);
  });
});
