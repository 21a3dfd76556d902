import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { hourOf } from '#shared/domain/attachment/line-rules.ts';
import { registerDocument } from '../documents/document-repository.ts';
import { saveSetting } from '../settings/setting-repository.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { FileMover } from '#renderer/sync/files.ts';
import { allDocuments } from '../documents/document-list.ts';
import { addRecord, saveRecord } from '../write/save-record.ts';
import { attachmentDraft } from '../documents/attachment-draft.ts';
import { commit } from '../write/commit.ts';
import { listLikelyPrefixes, planTransfers, unplannedFiles } from './transfer-store.ts';
import type { TransferRow } from '../rows.ts';

const file = { hash: 'ab'.repeat(32), name: 'a.pdf', size: 900, mime: 'application/pdf' };
let commune: FakeCommune;
let pc: FakePc;

beforeEach(async () => {
  commune = new FakeCommune();
  pc = await commune.addPc(1);
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

describe('the order of files', () => {
  const hashes = ['11', '22', '33', '44'].map((digits) => digits.repeat(32)) as [string, string, string, string];

  /** A paper of today with a file of this size. */
  async function paperWith(hash: string, size: number, urgency: 'normal' | 'flash'): Promise<void> {
    const stored = { hash, name: 'a.pdf', size, mime: 'application/pdf', pages: 1 } as const;
    const saved = await registerDocument(pc.office, fakePaper('1-KH/TU', { urgency }), [stored]);
    if (!saved.ok) throw new Error(saved.error.code);
    pc.desktop.vault.set(hash, new Uint8Array(size));
  }

  async function movedInTurn(mover: FileMover): Promise<string[]> {
    const moved: string[] = [];
    for (let last = 0; ;) {
      if ((await mover.movePiece()) !== 'moved') return moved;
      const done = await pc.office.db.localTransfers.where('state').equals('done').primaryKeys();
      if (done.length > last) moved.push(...done.filter((hash) => !moved.includes(hash)));
      last = done.length;
    }
  }

  it('looks at the papers: urgent first, then small, then large; waited for before all', async () => {
    const [large, flash, small, waited] = hashes;
    await paperWith(large, 400_000, 'normal');
    await paperWith(flash, 500_000, 'flash');
    await paperWith(small, 900, 'normal');
    await paperWith(waited, 600_000, 'normal');
    const mover = new FileMover(pc.office, pc.desktop);
    expect(await mover.plan()).toBe(true);
    mover.want(waited);
    expect(await movedInTurn(mover)).toEqual([waited, flash, small, large]);
  });

  it('follows the office that spares its line, until a person waits', async () => {
    const [large, small] = hashes;
    await paperWith(large, 1_500_000, 'normal');
    await paperWith(small, 900, 'normal');
    const hour = (((hourOf(pc.office.nowMs()) % 24) + 24) % 24) + 2;
    const night = { from: hour % 24, to: (hour + 1) % 24 };
    await saveSetting(pc.office, 'line-rules', { night, largeMegabytes: 1, hourlyMegabytes: null });
    const mover = new FileMover(pc.office, pc.desktop);
    await mover.plan();
    expect(await movedInTurn(mover)).toEqual([small]);
    mover.want(large);
    expect(await movedInTurn(mover)).toContain(large);
  });

  it('counts what has gone in the hour', async () => {
    const [first, second] = hashes;
    await saveSetting(pc.office, 'line-rules', { night: null, largeMegabytes: 10, hourlyMegabytes: 1 });
    await paperWith(first, 1_100_000, 'normal');
    await paperWith(second, 1_200_000, 'normal');
    const mover = new FileMover(pc.office, pc.desktop);
    await mover.plan();
    await movedInTurn(mover);
    const gone = async (): Promise<number> => (await pc.office.db.localTransfers.get(first))?.offset ?? 0;
    expect(await gone()).toBeGreaterThanOrEqual(1_000_000);
    expect(await gone()).toBeLessThan(1_100_000);
    commune.nowMs += 3_600_000;
    await movedInTurn(mover);
    expect(await gone()).toBe(1_100_000);
  });
});

it('a file is looked at as the continuation of the longest ones of its record that the province has', async () => {
  const [old, signed, unsent, foreign] = ['11', '22', '33', '44'].map((digits) => digits.repeat(32));
  const stored = (hash = '', size = 0) => ({ hash, name: 'a.pdf', size, mime: 'application/pdf' as const, pages: 1 });
  const files = [stored(old, 800), stored(unsent, 850), stored(signed, 900)];
  const saved = await registerDocument(pc.office, fakePaper('1-KH/TU'), files);
  if (!saved.ok) throw new Error(saved.error.code);
  const { id } = saved.value;
  const done = (hash = '', size = 0, documentId = id) => row(size, { hash, documentId, state: 'done' });
  await planTransfers(pc.office, [done(old, 800), done(foreign, 700, 'another')]);
  const wanted = row(900, { hash: signed ?? '', documentId: id, direction: 'up', state: 'waiting' });
  expect(await listLikelyPrefixes(pc.office, wanted, 5)).toEqual([old]);
});
