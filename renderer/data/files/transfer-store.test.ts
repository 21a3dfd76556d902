import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { FileMover } from '#renderer/sync/files.ts';
import { allDocuments } from '../documents/document-list.ts';
import { addRecord, saveRecord } from '../write/save-record.ts';
import { attachmentDraft } from '../documents/attachment-draft.ts';
import { commit } from '../write/commit.ts';
import { planTransfers, unplannedFiles } from './transfer-store.ts';
import type { TransferRow } from '../rows.ts';

const file = { hash: 'ab'.repeat(32), name: 'a.pdf', size: 900, mime: 'application/pdf' };
let pc: FakePc;

beforeEach(async () => {
  pc = await new FakeCommune().addPc(1);
});
afterEach(async () => {
  await pc.office.search.list(allDocuments, pc.office.today());
  pc.office.close();
});

async function makeArrival(size: number): Promise<string> {
  const saved = await addRecord(pc.office, 'arrival', {
    origin: 'exchange',
    from: 'po-khau',
    fromName: 'Đảng uỷ xã Pò Khẩu',
    kind: 'new',
    replacesId: null,
    letter: {
      externalId: '',
      organId: '',
      issuer: '',
      symbol: '',
      issuedOn: null,
      place: '',
      typeId: null,
      typeName: '',
      abstract: 'Về việc mẫu',
      signer: '',
      signerPost: '',
      urgency: 'normal',
      pages: 0,
      dueOn: null,
      isDirective: false,
      replyTo: [],
      note: '',
    },
    files: [{ ...file, size }],
    revision: 1,
    revisionNote: '',
    sentAt: '2026-11-21T02:00:00.000Z',
    recallAt: null,
    recallReason: '',
    status: '01',
  });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

async function attach(size: number): Promise<void> {
  const draft = attachmentDraft(pc.office, pc.office.ports.newId(), {
    ...file,
    size,
    mime: 'application/pdf',
    pages: 1,
  });
  const saved = await commit(pc.office, () => Promise.resolve(draft));
  if (!saved.ok) throw new Error(saved.error.code);
}

async function unplannedSizes(): Promise<number[]> {
  const sizes: number[] = [];
  for await (const rows of unplannedFiles(pc.office)) sizes.push(...rows.map(({ size }) => size));
  return sizes;
}

const row = (size: number, more: Partial<TransferRow> = {}): TransferRow => ({
  hash: file.hash,
  name: file.name,
  documentId: null,
  size,
  offset: 0,
  direction: 'down',
  state: 'failed',
  ...more,
});

describe('a file that is to be fetched', () => {
  it('is planned anew when its record says another size, and only then', async () => {
    const id = await makeArrival(900);
    expect(await unplannedSizes()).toEqual([900]);
    await planTransfers(pc.office, [row(900)]);
    expect(await unplannedSizes()).toEqual([]);
    await saveRecord(pc.office, 'arrival', id, { files: [{ ...file, size: 1200 }] }, 0);
    expect(await unplannedSizes()).toEqual([1200]);
    await planTransfers(pc.office, [row(1200, { state: 'waiting' })]);
    expect(await pc.office.db.localTransfers.get(file.hash)).toMatchObject({ size: 1200, state: 'waiting' });
    expect(await unplannedSizes()).toEqual([]);
  });

  it('has the size the office itself noted, whatever senders say', async () => {
    await makeArrival(900);
    await attach(1200);
    expect(await unplannedSizes()).toEqual([1200]);
    await planTransfers(pc.office, [row(1200)]);
    expect(await unplannedSizes()).toEqual([]);
  });

  it('stays as it is once it is here', async () => {
    await makeArrival(900);
    await planTransfers(pc.office, [row(1200, { state: 'done' })]);
    expect(await unplannedSizes()).toEqual([]);
  });

  it('fails alone when its size cannot be, and others go on', async () => {
    await planTransfers(pc.office, [row(FILE_MAX_BYTES + 1, { state: 'waiting', documentId: 'b' })]);
    const other = { ...row(10, { state: 'waiting', documentId: 'a' }), hash: 'cd'.repeat(32) };
    await planTransfers(pc.office, [other]);
    const mover = new FileMover(pc.office, pc.desktop);
    expect([await mover.movePiece(), await mover.movePiece()]).toEqual(['moved', 'moved']);
    expect(await pc.office.db.localTransfers.get(file.hash)).toMatchObject({ state: 'failed', code: 'file-too-large' });
    expect(await mover.movePiece()).toBe('nothing');
  });
});
