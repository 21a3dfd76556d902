import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import type { ReceiptAnswer, ReceiptRequest } from '#shared/contract/receipts.ts';
import { must } from '#shared/base/must.ts';
import { contentText } from '#shared/sync/content-text.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { runCommand } from './command-line.ts';
import { createProvinceService } from './services/province-service.ts';
import { openAsOwner, type Database } from './storage/database.ts';
import { findRunningPostgres } from './storage/embedded-postgres.ts';
import { noFiles, newDocument, postJson, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
let owner: Database;
let pc: TestPc;
let colleague: TestPc;
let stranger: TestPc;
beforeAll(async () => {
  province = await startTestProvince();
  owner = openAsOwner(must(await findRunningPostgres(province.dataDir), 'the database runs'));
  pc = await TestPc.join(province.server, 'na-lau');
  colleague = await TestPc.join(province.server, 'na-lau');
  stranger = await TestPc.join(province.server, 'po-khau');
});
afterAll(async () => {
  await owner.destroy();
  await province.end();
});

const sha256 = (content: string | Buffer): Buffer => createHash('sha256').update(content).digest();
const show = async (from: TestPc, request: ReceiptRequest): Promise<ReceiptAnswer> =>
  (await (await postJson(province.server.url + httpPaths.receipts, request, from.headers)).json()) as ReceiptAnswer;
/** What a PC that holds these records comes to. */
const stretchOf = (records: readonly SyncRecord[]): string =>
  sha256(
    Buffer.concat([...records].sort((a, b) => a.seq - b.seq).map((record) => sha256(contentText(record)))),
  ).toString('hex');
const command = (...args: readonly string[]) => runCommand(args, createProvinceService(owner, Date.now, noFiles));

describe('what the province confirms', () => {
  it('is the hash of the page it sends, as a PC that applied it comes to by itself', async () => {
    await pc.sync();
    const before = pc.cookie.after;
    pc.change(newDocument({ symbol: '1-CV/VPTU' }));
    pc.change(newDocument({ symbol: '2-CV/VPTU' }));
    const answer = await pc.exchange(pc.request({ streams: [{ ...pc.ask(), confirm: before }] }));
    const page = must(answer.streams[0], 'one stream was asked for');
    await pc.sync();
    const mine = [...pc.records.values()].filter(({ seq }) => seq > before && seq <= page.next);
    expect(mine).toHaveLength(2);
    expect(page.confirmed).toEqual({ upTo: page.next, hash: stretchOf(mine) });
  });

  it('is told of older records with the last page only, and never unasked', async () => {
    await colleague.sync();
    const all = [...colleague.records.values()];
    const older = await colleague.exchange(colleague.request({ streams: [{ ...colleague.ask(), confirm: 0 }] }));
    expect(older.streams[0]?.confirmed).toEqual({ upTo: colleague.cookie.after, hash: stretchOf(all) });
    const beginning = { id: colleague.stream, epoch: colleague.cookie.epoch, base: 0, after: 1, limit: 1, confirm: 0 };
    const cut = await colleague.exchange(colleague.request({ streams: [beginning] }));
    expect(cut.streams[0]).toMatchObject({ more: true });
    expect(cut.streams[0]?.confirmed).toBeUndefined();
    expect((await colleague.exchange(colleague.request())).streams[0]?.confirmed).toBeUndefined();
  });
});

describe('what the province shows', () => {
  it('are records by hash and the PCs that have them, to its own commune only', async () => {
    const { id } = pc.change(newDocument({ symbol: '3-CV/VPTU' }));
    await pc.sync();
    await pc.exchange(pc.request({ ops: [] })); // says how far it is
    const asked = { records: [{ type: 'document', id }], files: ['ab'.repeat(32)] };
    const own = await show(pc, asked);
    const record = must(pc.records.get(recordKey('document', id)), 'the PC has its own paper');
    expect(own.records).toMatchObject([
      { type: 'document', id, seq: record.seq, hash: sha256(contentText(record)).toString('hex') },
    ]);
    expect(Math.abs((own.records[0]?.takenAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(own.files).toEqual([]);
    const holders = new Map(own.devices.map(({ dev, upTo }) => [dev, upTo]));
    expect(holders.get(pc.dev)).toBe(record.seq);
    expect(holders.get(colleague.dev)).toBeLessThan(record.seq);
    const foreign = await show(stranger, asked);
    expect(foreign.records).toEqual([]);
    expect(foreign.devices.map(({ dev }) => dev)).toEqual([stranger.dev]);
  });

  it('is refused to whoever is not in, and for what is no address', async () => {
    const url = province.server.url + httpPaths.receipts;
    expect((await postJson(url, { records: [], files: [] })).status).toBe(401);
    const bad = { records: [{ type: "x' or 1=1", id: 'y' }], files: [] };
    expect((await postJson(url, bad, pc.headers)).status).toBe(400);
  });
});

describe('the command that says who owes what', () => {
  it('names each PC with its last contact, and the files it announced and has not sent', async () => {
    const { id: documentId } = pc.change(newDocument({ symbol: '4-CV/VPTU' }));
    const f = {
      documentId,
      ownerType: 'document',
      hash: 'cd'.repeat(32),
      name: 'to-giay.pdf',
      size: 4096,
      mime: 'application/pdf',
      pages: 1,
      addedAt: '2026-11-20T01:02:03.000Z',
    };
    const attachment = pc.change({ type: 'attachment', f });
    await pc.sync();
    const { isDone, text } = await command('owes', 'na-lau');
    expect(isDone).toBe(true);
    expect(text).toContain(`máy ${pc.dev} (na-lau)`);
    expect(text).toContain('còn nợ tệp to-giay.pdf (4 KB)');
    expect(text).toContain('còn 1 tệp chưa nộp');
    expect(text).not.toContain('po-khau');
    const lines = text.split('\n');
    expect(lines.findIndex((line) => line.includes('to-giay.pdf'))).toBe(
      lines.findIndex((line) => line.startsWith(`máy ${pc.dev} `)) + 1,
    );
    pc.change({ t: 'del', type: 'attachment', id: attachment.id, f: {}, base: 1_000_000 });
    await pc.sync();
    expect((await command('owes')).text).toContain('không máy nào còn nợ tệp');
    expect((await command('owes', 'ho-tay')).isDone).toBe(false);
  });
});
