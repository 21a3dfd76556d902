import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { RECEIPT_FORMAT, type ArchiveReceipt } from '#shared/domain/dossier/archive-receipt.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { attachFile, markDone, registerDocument, removeDocument } from '../documents/document-repository.ts';
import { undo } from '../undo.ts';
import type { WriteResult } from '../write/commit.ts';
import {
  addBarePaper,
  fileInDossier,
  moveItem,
  numberSheets,
  removeItem,
  saveItem,
} from './dossier-item-repository.ts';
import {
  addDossiers,
  closeDossier,
  reopenDossier,
  removeDossier,
  saveDossier,
  submitDossier,
  takeReceipt,
  withdrawPackage,
} from './dossier-repository.ts';
import { countItems, listUnfiled } from './list-unfiled.ts';
import { readDossierPapers } from './read-dossier-papers.ts';

const hash = 'ab'.repeat(32);
const today = toPlainDate('2026-11-22');

async function startPc(): Promise<FakePc> {
  const pc = await new FakeCommune().addPc(1);
  await syncOnce(pc);
  return pc;
}

async function done(result: Promise<WriteResult>): Promise<string> {
  const saved = await result;
  if (!saved.ok) throw new Error(`${saved.error.code} ${saved.error.field ?? ''}`);
  return saved.value.id;
}

function refused(result: WriteResult): string {
  return result.ok ? 'saved' : result.error.code;
}

async function papersOf({ office }: FakePc, id: string): Promise<readonly string[]> {
  return (await readDossierPapers(office, id)).map(({ symbol }) => symbol);
}

/** A dossier with three papers of the register, the second with a PDF. */
async function filed(pc: FakePc): Promise<{ id: string; papers: readonly string[] }> {
  const { office } = pc;
  const id = await done(
    addDossiers(office, [{ year: 2026, title: 'Hội nghị Ban Chấp hành năm 2026', code: 'H05.2026.01' }]),
  );
  const papers: string[] = [];
  for (const symbol of ['01-TB/TU', '02-TB/TU', '03-TB/TU'])
    papers.push(await done(registerDocument(office, fakePaper(symbol), [])));
  const file = { hash, name: 'a.pdf', size: 10, mime: 'application/pdf' as const, pages: 3 };
  await done(attachFile(office, must(papers[1], 'a paper'), file));
  await done(
    fileInDossier(
      office,
      id,
      papers.map((ownerId) => ({ ownerType: 'document', ownerId })),
    ),
  );
  return { id, papers };
}

describe('a dossier', () => {
  it('opens with its first paper and holds papers in the order they were put in, each once', async () => {
    const pc = await startPc();
    const { id, papers } = await filed(pc);
    expect(await pc.office.db.dossiers.get(id)).toMatchObject({
      state: 'open',
      openedOn: today,
      access: 'conditional',
    });
    await done(fileInDossier(pc.office, id, [{ ownerType: 'document', ownerId: must(papers[0], 'a paper') }]));
    expect(await papersOf(pc, id)).toEqual(['01-TB/TU', '02-TB/TU', '03-TB/TU']);
    expect((await readDossierPapers(pc.office, id))[1]).toMatchObject({ pages: 3, files: [{ hash }], place: 2 });
  });

  it('begins with the day of its earliest paper, however late it is made', async () => {
    const { office } = await startPc();
    const id = await done(addDossiers(office, [{ year: 2026, title: 'Việc cũ' }]));
    const dates = ['2026-05-06', '2026-03-02', '2026-01'];
    const papers = [];
    for (const issuedOn of dates)
      papers.push(
        await done(registerDocument(office, fakePaper(`${issuedOn}-TB/TU`, { issuedOn: toPartialDate(issuedOn) }), [])),
      );
    await done(
      fileInDossier(
        office,
        id,
        papers.map((ownerId) => ({ ownerType: 'document' as const, ownerId })),
      ),
    );
    expect(await office.db.dossiers.get(id)).toMatchObject({ state: 'open', openedOn: '2026-03-02' });
    await done(closeDossier(office, id, toPlainDate('2026-05-06')));
  });

  it('moves a paper with few changes, and numbers its sheets', async () => {
    const pc = await startPc();
    const { office } = pc;
    const { id } = await filed(pc);
    const before = await readDossierPapers(office, id);
    const moved = await moveItem(office, must(before[2], 'a paper').id, 0);
    expect(moved.ok && moved.value.ops).toHaveLength(1);
    expect(await papersOf(pc, id)).toEqual(['03-TB/TU', '01-TB/TU', '02-TB/TU']);
    await done(numberSheets(office, id, 1));
    expect((await readDossierPapers(office, id)).map(({ firstSheet }) => firstSheet)).toEqual([1, 2, 3]);
  });

  it('takes a bare paper with its file', async () => {
    const pc = await startPc();
    const { office } = pc;
    const { id } = await filed(pc);
    const bare = {
      symbol: '',
      issuedOn: null,
      issuer: 'Chi bộ thôn Đoài',
      typeId: null,
      abstract: 'Biên bản họp',
      signer: '',
      pages: 2,
      note: '',
    };
    const file = { hash, name: 'bien-ban.pdf', size: 10, mime: 'application/pdf' as const, pages: 2 };
    const item = await done(addBarePaper(office, id, bare, [file]));
    expect((await readDossierPapers(office, id)).at(-1)).toMatchObject({
      id: item,
      abstract: 'Biên bản họp',
      files: [{ hash }],
    });
    expect(refused(await addBarePaper(office, id, { ...bare, abstract: 'x'.repeat(5000) }, []))).toBe('bad-value');
  });

  it('never takes a secret paper: the line would leave the PC', async () => {
    const pc = await startPc();
    const { id } = await filed(pc);
    const secret = await done(registerDocument(pc.office, fakePaper('09-BC/TU', { secrecy: 'secret' }), []));
    expect(refused(await fileInDossier(pc.office, id, [{ ownerType: 'document', ownerId: secret }]))).toBe(
      'secret-stays-home',
    );
  });

  it('says of a paper whose line was removed that it is gone, and keeps its place', async () => {
    const pc = await startPc();
    const { id, papers } = await filed(pc);
    await done(removeDocument(pc.office, must(papers[0], 'a paper')));
    expect(await readDossierPapers(pc.office, id)).toMatchObject([
      { standing: 'gone', place: 1 },
      { place: 2 },
      { place: 3 },
    ]);
  });

  it('once closed takes no change, until it is opened again', async () => {
    const pc = await startPc();
    const { office } = pc;
    const { id, papers } = await filed(pc);
    const [first] = await readDossierPapers(office, id);
    const item = must(first, 'a paper').id;
    await done(closeDossier(office, id, today));
    expect(refused(await saveDossier(office, id, { title: 'Khác' }, 0))).toBe('not-allowed');
    expect(refused(await removeItem(office, item))).toBe('not-allowed');
    expect(refused(await moveItem(office, item, 2))).toBe('not-allowed');
    expect(refused(await saveItem(office, item, { note: 'x' }, 0))).toBe('not-allowed');
    expect(refused(await numberSheets(office, id, 1))).toBe('not-allowed');
    expect(refused(await fileInDossier(office, id, [{ ownerType: 'document', ownerId: must(papers[0], 'p') }]))).toBe(
      'not-allowed',
    );
    await done(reopenDossier(office, id));
    await done(saveDossier(office, id, { title: 'Khác' }, Number.MAX_SAFE_INTEGER));
    expect(await office.db.dossiers.get(id)).toMatchObject({ state: 'open', title: 'Khác', closedOn: null });
  });

  it('is not closed while it is empty, and its standing changes by its steps only', async () => {
    const { office } = await startPc();
    const id = await done(addDossiers(office, [{ year: 2026, title: 'Trống' }]));
    expect(refused(await closeDossier(office, id, today))).toBe('not-allowed');
    expect(refused(await saveDossier(office, id, { state: 'archived' }, 0))).toBe('not-allowed');
    expect(refused(await submitDossier(office, id, hash))).toBe('not-allowed');
    await done(removeDossier(office, id));
  });

  it('with papers in it is not removed from the list', async () => {
    const pc = await startPc();
    const { id } = await filed(pc);
    expect(refused(await removeDossier(pc.office, id))).toBe('not-allowed');
  });
});

describe('the answer of the archive', () => {
  const receipt: ArchiveReceipt = {
    format: RECEIPT_FORMAT,
    outcome: 'returned',
    packageHash: hash,
    dossierCode: 'H05.2026.01',
    dossierTitle: '',
    documents: 3,
    number: '',
    on: today,
    archive: 'Lưu trữ Tỉnh uỷ',
    person: 'Người Mẫu',
    reason: 'Thiếu biên bản',
  };

  it('returns a dossier with the reason, and accepts it once it was mended', async () => {
    const pc = await startPc();
    const { office } = pc;
    const { id } = await filed(pc);
    await done(closeDossier(office, id, today));
    await done(submitDossier(office, id, hash));
    expect(refused(await takeReceipt(office, { ...receipt, packageHash: 'cd'.repeat(32) }))).toBe('record-missing');
    await done(takeReceipt(office, receipt));
    expect(await office.db.dossiers.get(id)).toMatchObject({ state: 'returned', returnReason: 'Thiếu biên bản' });
    expect(refused(await takeReceipt(office, receipt))).toBe('record-missing');
    await done(closeDossier(office, id, today));
    await done(submitDossier(office, id, 'cd'.repeat(32)));
    await done(takeReceipt(office, { ...receipt, packageHash: 'cd'.repeat(32), outcome: 'accepted', number: '12/BB' }));
    expect(await office.db.dossiers.get(id)).toMatchObject({
      state: 'archived',
      receiptNumber: '12/BB',
      receivedOn: today,
      returnReason: '',
    });
    expect(refused(await reopenDossier(office, id))).toBe('not-allowed');
  });

  it('can be forestalled: the package is taken back before it came', async () => {
    const pc = await startPc();
    const { id } = await filed(pc);
    await done(closeDossier(pc.office, id, today));
    await done(submitDossier(pc.office, id, hash));
    await done(withdrawPackage(pc.office, id));
    expect(refused(await takeReceipt(pc.office, receipt))).toBe('record-missing');
  });
});

describe('work that is not filed yet', () => {
  it('is ended, of that year and in no dossier; a paper taken out of its dossier is unfiled again', async () => {
    const pc = await startPc();
    const { office } = pc;
    const { id, papers } = await filed(pc);
    const loose = await done(registerDocument(office, fakePaper('05-TB/TU'), []));
    await done(registerDocument(office, fakePaper('06-TB/TU'), []));
    for (const paper of [...papers, loose]) await done(markDone(office, paper, { result: 'xong', doneOn: today }));
    expect((await listUnfiled(office, 2026)).documents).toEqual([loose]);
    expect((await listUnfiled(office, 2025)).documents).toEqual([]);
    const [first] = await readDossierPapers(office, id);
    const removed = await removeItem(office, must(first, 'a paper').id);
    expect(new Set((await listUnfiled(office, 2026)).documents)).toEqual(new Set([loose, papers[0]]));
    expect((await countItems(office)).get(id)).toBe(2);
    if (removed.ok) await undo(office, removed.value);
    expect((await listUnfiled(office, 2026)).documents).toEqual([loose]);
    expect((await countItems(office)).get(id)).toBe(3);
  });
});
