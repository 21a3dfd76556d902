import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper as paper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import {
  giveDirective,
  registerDocument,
  removeDocument,
  restoreDocument,
  saveDocument,
} from '../documents/document-repository.ts';
import { readIncomingLines } from '../books/read-book-lines.ts';
import { findDuplicates } from '../documents/find-duplicates.ts';
import { readRecordHistory } from '../review/record-history.ts';
import { undo } from '../undo.ts';

async function startPc(): Promise<{ commune: FakeCommune; pc: FakePc }> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  await syncOnce(pc);
  return { commune, pc };
}

async function registered({ office }: FakePc, symbol: string, extra = {}): Promise<string> {
  const saved = await registerDocument(office, paper(symbol, extra), []);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

describe('a write', () => {
  it('is in the journal, on the screen and in the outbox', async () => {
    const { pc } = await startPc();
    const id = await registered(pc, '12-KH/TU');
    expect(pc.desktop.journal).toHaveLength(1);
    expect(await pc.office.db.documents.get(id)).toMatchObject({ symbol: '12-KH/TU', pending: 1 });
    expect(await pc.office.db.outbox.toArray()).toMatchObject([{ n: 1, kind: 'waiting' }]);
  });

  it('brings pasted text to its stored form', async () => {
    const { pc } = await startPc();
    const id = await registered(pc, '12-KH/TU', { abstract: 'Đảng\u00a0 uỷ xã\u200b '.normalize('NFD') });
    expect((await pc.office.db.documents.get(id))?.abstract).toBe('Đảng uỷ xã'.normalize('NFC'));
  });

  it('refuses what breaks a rule and leaves everything as it was', async () => {
    const { pc } = await startPc();
    const { office } = pc;
    const id = await registered(pc, '12-KH/TU');
    expect(await registerDocument(office, paper('13-KH/TU', { abstract: 'x'.repeat(5000) }), [])).toEqual({
      ok: false,
      error: { code: 'bad-value', field: 'abstract' },
    });
    expect(await registerDocument(office, paper('13-KH/TU', { receivedOn: '2026-02-31' as never }), [])).toMatchObject({
      ok: false,
      error: { code: 'bad-value', field: 'receivedOn' },
    });
    expect(await registerDocument(office, paper('13-KH/TU', { arrivalNumber: 1 }), [])).toEqual({
      ok: false,
      error: { code: 'number-taken', field: 'arrivalNumber' },
    });
    expect(await saveDocument(office, id, { secrecy: 'secret' }, 0)).toMatchObject({
      ok: false,
      error: { code: 'secret-stays-home' },
    });
    expect(await saveDocument(office, id, { arrivalNumber: 9 }, 0)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    const file = { hash: 'ab'.repeat(32), name: 'a.pdf', size: 1, mime: 'application/pdf' as const, pages: 1 };
    expect(await registerDocument(office, paper('1-TM/TU', { secrecy: 'secret' }), [file])).toMatchObject({
      ok: false,
      error: { code: 'secret-stays-home' },
    });
    expect(pc.desktop.journal).toHaveLength(1);
    expect(await office.db.documents.count()).toBe(1);
  });

  it('numbers papers from one each year, by hand or by itself, without gaps of its own making', async () => {
    const { pc } = await startPc();
    const numbers: (number | null)[] = [];
    for (const extra of [{}, {}, { arrivalNumber: 40 }, {}, { receivedOn: toPlainDate('2027-01-02') }]) {
      const saved = await registerDocument(pc.office, paper('1-KH/TU', extra), []);
      numbers.push(saved.ok ? saved.value.arrivalNumber : null);
    }
    expect(numbers).toEqual([1, 2, 40, 41, 1]);
  });

  it('gives a hundred papers registered at once a hundred numbers', async () => {
    const { pc } = await startPc();
    const saved = await Promise.all(
      Array.from({ length: 100 }, (_, i) => registerDocument(pc.office, paper(`${String(i)}-KH/TU`), [])),
    );
    expect(new Set(saved.map((result) => (result.ok ? result.value.arrivalNumber : 0))).size).toBe(100);
    expect(pc.desktop.journal.map(({ n }) => n)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  it('that changes nothing writes nothing', async () => {
    const { pc } = await startPc();
    const id = await registered(pc, '12-KH/TU');
    expect(await saveDocument(pc.office, id, { abstract: 'V/v 12-KH/TU' }, 0)).toMatchObject({
      ok: true,
      value: { ops: [] },
    });
    expect(pc.desktop.journal).toHaveLength(1);
  });

  it('fails as a value when the journal fails, and the next one goes on', async () => {
    const { pc } = await startPc();
    pc.desktop.journalFails = 'disk-full';
    expect(await registerDocument(pc.office, paper('1-KH/TU'), [])).toEqual({
      ok: false,
      error: { code: 'disk-full' },
    });
    pc.desktop.journalFails = undefined;
    await registered(pc, '2-KH/TU');
    expect(await pc.office.db.documents.toArray()).toMatchObject([{ symbol: '2-KH/TU', arrivalNumber: 1 }]);
  });

  it('survives a crash between journal and store: it is there after the next start', async () => {
    const { pc } = await startPc();
    await registered(pc, '1-KH/TU');
    const [op] = pc.desktop.journal;
    const lost = {
      ...must(op, 'one op was written'),
      n: 2,
      id: pc.office.ports.newId(),
      f: { ...must(op, 'one op').f, symbol: '2-KH/TU', arrivalNumber: 2 },
    };
    pc.desktop.journal.push(lost);
    const again = await pc.office.db.documents.count();
    expect(again).toBe(1);
    const reopened = await new FakeCommune().reopen(pc);
    expect(await reopened.office.db.documents.get(lost.id)).toMatchObject({ symbol: '2-KH/TU', pending: 1 });
    const next = await registerDocument(reopened.office, paper('3-KH/TU'), []);
    expect(next).toMatchObject({ ok: true, value: { arrivalNumber: 3, ops: [{ n: 3 }] } });
  });

  it('survives a wiped store: journal and province bring everything back, secret papers too', async () => {
    const { commune, pc } = await startPc();
    await registered(pc, '1-KH/TU');
    await syncOnce(pc);
    await registered(pc, '2-KH/TU');
    await registered(pc, '1-TM/TU', { secrecy: 'secret', abstract: '' });
    await pc.office.db.delete();
    const reopened = await commune.reopen(pc);
    await syncOnce(reopened);
    const rows = (await reopened.office.db.documents.toArray()).map(({ symbol, arrivalNumber, pending }) => [
      symbol,
      arrivalNumber,
      pending,
    ]);
    expect(rows.sort()).toEqual([
      ['1-KH/TU', 1, 0],
      ['1-TM/TU', 1, 0],
      ['2-KH/TU', 2, 0],
    ]);
    expect(await reopened.office.db.outbox.count()).toBe(0);
  });

  it('a directive moves its paper in the same act', async () => {
    const { pc } = await startPc();
    const id = await registered(pc, '12-KH/TU');
    const unit = pc.office.ports.newId();
    pc.office.actor = pc.office.ports.newId();
    await giveDirective(pc.office, {
      documentId: id,
      text: 'Giao Văn phòng chủ trì',
      leadUnitId: unit,
      leadStaffId: null,
      supportUnitIds: [],
      dueOn: toPlainDate('2026-11-24'),
    });
    expect(await pc.office.db.documents.get(id)).toMatchObject({
      state: 'in-progress',
      holderUnitId: unit,
      dueOn: '2026-11-24',
    });
    expect(await pc.office.db.directives.where('documentId').equals(id).toArray()).toMatchObject([
      { text: 'Giao Văn phòng chủ trì', authorId: pc.office.actor },
    ]);
  });

  it('can be taken back, and a removed line brought back', async () => {
    const { pc } = await startPc();
    const id = await registered(pc, '12-KH/TU');
    const saved = await saveDocument(pc.office, id, { abstract: 'Sai' }, 0);
    if (!saved.ok) throw new Error(saved.error.code);
    await undo(pc.office, saved.value);
    expect((await pc.office.db.documents.get(id))?.abstract).toBe('V/v 12-KH/TU');
    await removeDocument(pc.office, id);
    expect((await pc.office.db.documents.get(id))?.removed).toBe(true);
    await syncOnce(pc);
    expect((await pc.office.db.documents.get(id))?.removed).toBe(true);
    await restoreDocument(pc.office, id);
    await syncOnce(pc);
    expect((await pc.office.db.documents.get(id))?.removed).toBe(false);
  });

  it('leaves the former value in the history with who wrote it', async () => {
    const { pc } = await startPc();
    const id = await registered(pc, '12-KH/TU');
    await syncOnce(pc);
    pc.office.actor = pc.office.ports.newId();
    await saveDocument(pc.office, id, { abstract: 'Mới' }, Number.MAX_SAFE_INTEGER);
    const lines = (await readRecordHistory(pc.office, 'document', id, undefined)).entries.filter(
      ({ field }) => field === 'abstract',
    );
    expect(lines).toMatchObject([
      { value: 'Mới', state: 'pending', staffId: pc.office.actor, deviceName: 'PC 1' },
      { value: 'V/v 12-KH/TU', state: 'past' },
    ]);
  });

  it('shows at once in lists, duplicates and the register', async () => {
    const { pc } = await startPc();
    const id = await registered(pc, '84-KH/TU');
    await registered(pc, '85-KH/TU');
    const found = await findDuplicates(pc.office, { symbol: 'Số: 84 kh/tu', issuedOn: null, issuer: 'tu' });
    expect(found.map((row) => row.id)).toEqual([id]);
    const day = toPlainDate('2026-11-22');
    const numbers: (number | null)[] = [];
    for await (const lines of readIncomingLines(pc.office, 'incoming', { from: day, to: day }))
      numbers.push(...lines.map(({ document }) => document.arrivalNumber));
    expect(numbers).toEqual([1, 2]);
  });
});

describe('a crash between the two disks', () => {
  it('that left the op in the store only is mended at the next start: the journal gets it', async () => {
    const { commune, pc } = await startPc();
    await registered(pc, '1-KH/TU');
    await registered(pc, '2-KH/TU');
    const lost = must(pc.desktop.journal.pop(), 'two ops were written');
    const reopened = await commune.reopen(pc);
    expect(reopened.desktop.journal.map(({ n, id }) => [n, id])).toEqual([
      [1, pc.desktop.journal[0]?.id],
      [2, lost.id],
    ]);
    await syncOnce(reopened);
    expect(await reopened.office.db.outbox.count()).toBe(0);
  });

  it('while the journal refuses leaves neither row, number nor outbox entry', async () => {
    const { pc } = await startPc();
    const id = await registered(pc, '1-KH/TU');
    pc.desktop.journalFails = 'journal-failed';
    expect(await saveDocument(pc.office, id, { note: 'mất' }, 0)).toMatchObject({
      ok: false,
      error: { code: 'journal-failed' },
    });
    expect(await registerDocument(pc.office, paper('2-KH/TU'), [])).toMatchObject({ ok: false });
    expect(await pc.office.db.documents.toArray()).toMatchObject([{ id, note: '', pending: 1 }]);
    expect(await pc.office.db.outbox.count()).toBe(1);
    pc.desktop.journalFails = undefined;
    expect(await registerDocument(pc.office, paper('3-KH/TU'), [])).toMatchObject({
      ok: true,
      value: { arrivalNumber: 2, ops: [{ n: 2 }] },
    });
  });
});
