import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { registerDocument, saveDocument } from '../documents/document-repository.ts';
import { readOutboxSummary } from '../review/outbox-summary.ts';
import { askProvince } from './ask-province.ts';
import { placeOf, readStanding, type Place } from './place-of.ts';
import { readReceipt, type Receipt } from './read-receipt.ts';

async function newPaper(pc: FakePc, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  pc.desktop.vault.set(hash, bytes);
  const file = { hash, name: 'a.pdf', size: bytes.length, mime: 'application/pdf' as const, pages: 1 };
  const saved = await registerDocument(pc.office, fakePaper('1-KH/TU'), [file]);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

const noLine = () => Promise.resolve({ ok: false, error: { code: 'offline' } });

async function receiptOf({ office }: FakePc, id: string): Promise<Receipt> {
  return must(await readReceipt(office, 'document', id), 'the paper is here');
}

async function listPlaceOf({ office }: FakePc, id: string): Promise<Place> {
  return placeOf(must(await office.db.documents.get(id), 'the paper is here'), await readStanding(office));
}

describe('where a paper is', () => {
  it('is only here until the province has told its hash and that of its file, in the list as in the details', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    await syncOnce(pc);
    const id = await newPaper(pc, 'tệp một');
    expect(await receiptOf(pc, id)).toMatchObject({ place: 'only-here', recordsOnlyHere: 2, filesOnlyHere: 1 });
    expect(await listPlaceOf(pc, id)).toBe('only-here');
    expect(await readOutboxSummary(pc.office)).toMatchObject({ records: 2, files: 1 });
    await syncOnce(pc);
    const receipt = await receiptOf(pc, id);
    expect(receipt).toMatchObject({ place: 'at-province', filesOnlyHere: 0 });
    expect(Math.abs((receipt.sinceMs ?? 0) - commune.nowMs)).toBeLessThan(1000);
    expect(receipt.records).toHaveLength(2);
    expect(await listPlaceOf(pc, id)).toBe('at-province');
    expect(await readOutboxSummary(pc.office)).toMatchObject({ records: 0, files: 0 });
  });

  it('is not at the province when its records are and the file is not', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    await syncOnce(pc);
    const id = await newPaper(pc, 'tệp hai');
    const upload = pc.desktop.call['files:upload-piece'];
    Object.assign(pc.desktop.call, { 'files:upload-piece': noLine });
    await syncOnce(pc).catch(() => undefined); // its records went, then the line was gone
    expect(await receiptOf(pc, id)).toMatchObject({ place: 'only-here', recordsOnlyHere: 0, filesOnlyHere: 1 });
    expect(await listPlaceOf(pc, id)).toBe('only-here');
    Object.assign(pc.desktop.call, { 'files:upload-piece': upload });
    await syncOnce(pc);
    expect((await receiptOf(pc, id)).place).toBe('at-province');
  });

  it('is "taken" with a province that tells no hashes, and only here again after the next edit', async () => {
    const commune = new FakeCommune();
    commune.province.isOfOlderBuild = true;
    const pc = await commune.addPc(1);
    await syncOnce(pc);
    const id = await newPaper(pc, 'tệp ba');
    await syncOnce(pc);
    expect((await receiptOf(pc, id)).place).toBe('taken');
    expect(await listPlaceOf(pc, id)).toBe('taken');
    await saveDocument(pc.office, id, { note: 'sửa' }, 1000);
    expect((await receiptOf(pc, id)).place).toBe('only-here');
  });

  it('is asked anew when the province lives another life, its files too', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    await syncOnce(pc);
    const id = await newPaper(pc, 'tệp bốn');
    await syncOnce(pc);
    commune.province.restore(new Map(), () => true);
    commune.province.files.clear();
    Object.assign(pc.desktop.call, { 'files:missing': noLine });
    await syncOnce(pc);
    expect(await receiptOf(pc, id)).toMatchObject({ place: 'only-here', filesOnlyHere: 1 });
    expect(await listPlaceOf(pc, id)).toBe('only-here');
  });
});

describe('what the province shows of a paper', () => {
  it('is the same until another PC has edited it or the file is gone there', async () => {
    const commune = new FakeCommune();
    const [pc, other] = [await commune.addPc(1), await commune.addPc(2)];
    await syncOnce(pc);
    const id = await newPaper(pc, 'tệp năm');
    await syncOnce(pc, other);
    const receipt = await receiptOf(pc, id);
    expect(await askProvince(pc.office, receipt)).toMatchObject({ records: 2, files: 1, differing: 0, lacking: 0 });
    await saveDocument(other.office, id, { note: 'máy khác sửa' }, 1000);
    await syncOnce(other);
    commune.province.files.clear();
    expect(await askProvince(pc.office, receipt)).toMatchObject({ records: 1, files: 0, differing: 1, lacking: 1 });
    pc.desktop.isOnline = false;
    expect(await askProvince(pc.office, receipt)).toBeUndefined();
  });
});
