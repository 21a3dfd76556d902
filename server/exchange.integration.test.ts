import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import { httpPaths } from '#shared/contract/http.ts';
import { AWAITED_DIGITS } from '#shared/contract/protocol.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { storedPath } from './storage/file-folder.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { newDocument, startTestProvince, TestPc, type Change, type TestProvince } from './test-office.ts';

/* Two communes and the province's office; everything by the protocol, on the real server and database. */
let province: TestProvince;
let server: RunningServer;
let sender: TestPc;
let colleague: TestPc;
let recipient: TestPc;
/** The sender's book of outgoing papers, and the last number given in it. */
let book: string;
let last = 0;

beforeAll(async () => {
  province = await startTestProvince();
  ({ server } = province);
  await server.createCommune({
    id: 'van-phong',
    name: 'văn phòng Tỉnh uỷ',
    province: 'tỉnh Cao Bằng',
    kind: 'province',
  });
  sender = await TestPc.join(server, 'na-lau');
  book = sender.change(newBook()).id;
  sender.change({ t: 'cmd', type: 'register', id: book, f: { command: TAKE_REGISTER } });
  await sender.sync();
  colleague = await TestPc.join(server, 'na-lau');
  recipient = await TestPc.join(server, 'po-khau');
});
afterAll(() => province.end());

describe('a paper over the exchange', () => {
  it('comes to the recipient under the id of its dispatch, says so to the sender, and its answers flow back', async () => {
    const { dispatch } = await send({ recipient: 'po-khau' });
    await sender.sync();
    const arrival = await arrivalAt(recipient, dispatch.id);
    expect(valuesOf(arrival)).toMatchObject({
      origin: 'exchange',
      from: 'na-lau',
      fromName: 'Đảng uỷ xã Nà Lầu',
      addressedTo: '',
      status: '01',
      revision: 1,
      letter: { symbol: `${String(last)}/UBND` },
    });
    await until(sender, dispatch.id, { status: '01', deliveredTo: '' });
    recipient.edit(arrival, { status: '03', statusNote: 'Số đến 5', statusAt: '2026-11-20T02:00:00.000Z' });
    await recipient.sync();
    await until(sender, dispatch.id, { status: '03', statusNote: 'Số đến 5' });
    recipient.edit(arrival, { status: '06' });
    await recipient.sync();
    await until(sender, dispatch.id, { status: '06' });
    expect(Object.keys(sender.records.get(recordKey('dispatch', dispatch.id))?.c ?? {})).toEqual([]);
  });

  it('is updated and asked back at the recipient; an answer counts for the wish it was given to', async () => {
    const { dispatch } = await send({ recipient: 'po-khau' });
    await sender.sync();
    await arrivalAt(recipient, dispatch.id);
    sender.edit(dispatch, {
      revision: 2,
      revisionNote: 'sửa trích yếu',
      letter: letterOf({ abstract: 'Trích yếu mới', externalId: dispatch.f['outgoingId'] as string }),
    });
    await sender.sync();
    const updated = await arrivalAt(recipient, dispatch.id, ({ revision }) => revision === 2);
    expect(valuesOf(updated)['letter']).toMatchObject({ abstract: 'Trích yếu mới' });
    const first = '2026-11-20T03:00:00.000Z';
    sender.edit(dispatch, { recallAt: first, recallReason: 'nhầm phụ lục' });
    await sender.sync();
    await arrivalAt(recipient, dispatch.id, ({ recallAt }) => recallAt === first);
    recipient.edit(updated, { recallStatus: '16', recallNote: 'đã phổ biến', recallAnsweredFor: first });
    await recipient.sync();
    await until(sender, dispatch.id, { recallStatus: '16', recallAnsweredFor: first, recallNote: 'đã phổ biến' });
  });

  it('that was called back before it was delivered is not delivered, whatever comes later', async () => {
    const { dispatch } = await send({ recipient: 'po-khau' });
    const recallAt = '2026-11-20T03:00:00.000Z';
    sender.edit(dispatch, { recallAt, recallReason: 'gửi nhầm' });
    await sender.sync();
    await until(sender, dispatch.id, { status: 'waiting', recallStatus: '15', recallAnsweredFor: recallAt });
    sender.edit(dispatch, { revision: 2 });
    await sender.sync();
    await settled();
    await recipient.sync();
    expect(recipient.records.has(recordKey('arrival', dispatch.id))).toBe(false);
  });

  it('is called back by the second PC of the sender while the first one, which knows nothing of it, updates it', async () => {
    const { dispatch } = await send({ recipient: 'po-khau' });
    await sender.sync();
    await colleague.sync();
    const [early, late] = ['2026-11-20T03:00:00.000Z', '2026-11-20T04:00:00.000Z'];
    colleague.edit(dispatch, { recallAt: late, recallReason: 'gửi nhầm' });
    sender.edit(dispatch, { recallAt: early, recallReason: 'gửi nhầm', revision: 2, revisionNote: 'thêm trang' });
    await colleague.sync();
    await sender.sync();
    const arrival = await arrivalAt(recipient, dispatch.id, ({ revision }) => revision === 2);
    expect(valuesOf(arrival)).toMatchObject({ recallAt: late, revisionNote: 'thêm trang' });
  });

  it('waits through days in which the recipient says nothing, and through a server that ends and begins again between the steps', async () => {
    const { dispatch } = await send({ recipient: 'po-khau' });
    await sender.sync();
    await server.stop();
    server = await startServer({ dataDir: province.dataDir });
    const [from, to] = [sender.at(server), recipient.at(server)];
    await arrivalAt(to, dispatch.id);
    await until(from, dispatch.id, { status: '01' });
    const trail = (await server.recordsOf('po-khau')).filter(({ id }) => id === dispatch.id);
    expect(trail.length).toBe(1);
    await server.stop();
    server = await startServer({ dataDir: province.dataDir, port: Number(new URL(province.server.url).port) });
  });
});

describe('the files of a paper', () => {
  it('come to the recipient whenever they have come whole, on one set of bytes', async () => {
    const bytes = randomBytes(5000);
    const { dispatch, hash } = await send({ recipient: 'po-khau', bytes });
    await sender.sync();
    const arrival = await arrivalAt(recipient, dispatch.id);
    expect(valuesOf(arrival)['files']).toMatchObject([{ hash }]);
    expect((await recipient.get(`${httpPaths.files}/${hash}`)).status).toBe(404);
    const awaits = ['0123456789abcdef', hash.slice(0, AWAITED_DIGITS)];
    expect(await hereFor(recipient, awaits)).toBeUndefined();
    await upload(sender, bytes);
    await settled();
    expect(Buffer.from(await (await recipient.get(`${httpPaths.files}/${hash}`)).arrayBuffer()).equals(bytes)).toBe(
      true,
    );
    const [there, here] = ['na-lau', 'po-khau'].map((commune) =>
      statSync(storedPath(join(province.dataDir, 'files'), commune, hash)),
    );
    expect(here?.ino).toBe(there?.ino);
    expect(await hereFor(recipient, awaits)).toEqual([hash.slice(0, AWAITED_DIGITS)]);
    const stranger = await TestPc.join(server, 'van-phong');
    expect(await hereFor(stranger, awaits)).toBeUndefined();
  });

  it('that are there already come with it', async () => {
    const bytes = randomBytes(5000);
    await upload(sender, bytes);
    const { dispatch, hash } = await send({ recipient: 'van-phong', bytes });
    await sender.sync();
    const office = await TestPc.join(server, 'van-phong');
    await arrivalAt(office, dispatch.id);
    await settled();
    expect((await office.get(`${httpPaths.files}/${hash}`)).status).toBe(200);
    expect((await recipient.get(`${httpPaths.files}/${hash}`)).status).toBe(404);
  });
});

describe('what a sender chooses', () => {
  it('as an id writes nothing over a paper another one sent or the office itself brought in, and tells nothing of it', async () => {
    const { dispatch } = await send({ recipient: 'po-khau', bytes: randomBytes(700) });
    await sender.sync();
    const first = await arrivalAt(recipient, dispatch.id);
    const { revision: _revision, ...said } = valuesOf(first);
    const byFile = {
      ...said,
      origin: 'edxml',
      revision: 1,
      from: '',
      files: [],
      letter: letterOf({ abstract: 'của tỉnh' }),
    };
    const imported = recipient.change({ type: 'arrival', f: { ...byFile, statusNote: 'riêng của xã' } });
    const line = recipient.change(newDocument());
    await recipient.sync();
    await server.createCommune({ id: 'xa-la', name: 'xã Lạ', province: 'tỉnh Cao Bằng' });
    const stranger = await TestPc.join(server, 'xa-la');
    const own = await paperOf(stranger, 'Đảng uỷ xã Lạ');
    for (const id of [dispatch.id, imported.id, line.id]) {
      stranger.change({ ...own(), id });
      expect((await stranger.sync()).outcomes.map(({ kind }) => kind)).not.toContain('rejected');
      await until(stranger, id, { status: '02' });
      const values = valuesOf(stranger.records.get(recordKey('dispatch', id)));
      expect(values['statusNote']).toContain('mang cùng mã');
    }
    await recipient.sync();
    expect(valuesOf(recipient.records.get(recordKey('arrival', dispatch.id)))).toEqual(valuesOf(first));
    expect(valuesOf(recipient.records.get(recordKey('arrival', imported.id)))).toMatchObject({
      origin: 'edxml',
      from: '',
    });
    expect(recipient.records.has(recordKey('arrival', line.id))).toBe(false);
    await until(sender, dispatch.id, { status: '01' });
    // Called back, it counts as given back: it can be sent again under another id.
    stranger.edit({ type: 'dispatch', id: line.id }, { recallAt: NOW, recallReason: 'gửi lại' });
    await stranger.sync();
    await until(stranger, line.id, { recallStatus: '15', status: '02' });
  });

  it('as the size of a file counts only until the file has come', async () => {
    const bytes = randomBytes(3000);
    const size = bytes.length + 7;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const file = { hash, name: '12-CV-ĐU.pdf', size, mime: 'application/pdf' };
    const { dispatch } = await send({ recipient: 'po-khau', bytes, attachment: { size }, dispatch: { files: [file] } });
    await sender.sync();
    expect(valuesOf(await arrivalAt(recipient, dispatch.id))['files']).toMatchObject([{ size }]);
    await upload(sender, bytes);
    const sizeOf = ({ files }: Readonly<Record<string, FieldValue>>): unknown => (files as [{ size: number }])[0].size;
    await arrivalAt(recipient, dispatch.id, (values) => sizeOf(values) === bytes.length);
    const again = await send({ recipient: 'po-khau', bytes, attachment: { size }, dispatch: { files: [file] } });
    await sender.sync();
    expect(sizeOf(valuesOf(await arrivalAt(recipient, again.dispatch.id)))).toBe(bytes.length);
  });
});

describe('a dispatch that waited for its paper', () => {
  it('goes out when another PC brings the paper', async () => {
    last += 1;
    const symbol = `${String(last)}/UBND`;
    const paper = { ...newOutgoing({ registerId: book, series: '2026', number: last, symbol }), id: uuidv7() };
    await colleague.sync();
    const dispatch = colleague.change(newDispatch(paper.id, { recipient: 'po-khau', files: [] }));
    expect((await colleague.sync()).outcomes).toMatchObject([{ kind: 'parked' }]);
    sender.change(paper);
    await sender.sync();
    await arrivalAt(recipient, dispatch.id);
    await until(colleague, dispatch.id, { status: '01' });
  });
});

describe('an office that was merged away', () => {
  it('has its waiting papers and all new ones at its successor, and the sender is told', async () => {
    await server.createCommune({ id: 'xa-cu', name: 'xã Cũ', province: 'tỉnh Cao Bằng' });
    const old = await TestPc.join(server, 'xa-cu');
    const [waiting, entered] = [await send({ recipient: 'xa-cu' }), await send({ recipient: 'xa-cu' })];
    await sender.sync();
    await arrivalAt(old, waiting.dispatch.id);
    old.edit(await arrivalAt(old, entered.dispatch.id), { status: '03' });
    await old.sync();
    expect(await server.mergeCommune('xa-cu', 'po-khau')).toBe('merged');
    expect(await server.mergeCommune('po-khau', 'xa-cu')).toBe('circle');
    expect(await server.mergeCommune('nobody', 'xa-cu')).toBe('unknown');
    const later = await send({ recipient: 'xa-cu' });
    await sender.sync();
    for (const { dispatch } of [waiting, later]) {
      const moved = await arrivalAt(recipient, dispatch.id);
      expect(valuesOf(moved)).toMatchObject({ addressedTo: 'Đảng uỷ xã Cũ', status: '01' });
      await until(sender, dispatch.id, { deliveredTo: 'Đảng uỷ xã Pò Khẩu' });
    }
    await until(sender, entered.dispatch.id, { status: '03', deliveredTo: 'Đảng uỷ xã Pò Khẩu' });
    // A PC that has not heard of it answers and sends as before.
    old.edit({ type: 'arrival', id: waiting.dispatch.id }, { status: '03' });
    expect((await old.sync()).outcomes).toMatchObject([{ kind: 'ok' }]);
    await until(sender, waiting.dispatch.id, { status: '03', deliveredTo: 'Đảng uỷ xã Pò Khẩu' });
    old.change((await paperOf(old, 'Đảng uỷ xã Cũ'))());
    expect((await old.sync()).outcomes.at(-1)).toMatchObject({ kind: 'ok' });
  });
});

describe('the province refuses', () => {
  const refused = async (pc: TestPc, act: () => Op | Promise<Op>): Promise<string | undefined> => {
    const { n } = await act();
    const outcome = (await pc.sync()).outcomes.find((each) => each.n === n);
    return outcome?.kind === 'rejected' ? outcome.reason : outcome?.kind;
  };

  it('a recipient nobody knows, a paper that is not issued or has another number, a secret one, and files of others', async () => {
    const sendOf = async (order: Parameters<typeof send>[0]): Promise<Op> => (await send(order)).dispatch;
    expect(await refused(sender, () => sendOf({ recipient: 'nobody' }))).toBe('recipient-unknown');
    expect(await refused(sender, () => sendOf({ recipient: 'po-khau', outgoing: { state: 'draft' } }))).toBe(
      'not-allowed',
    );
    expect(await refused(sender, () => sendOf({ recipient: 'po-khau', letter: { symbol: '999/UBND' } }))).toBe(
      'not-allowed',
    );
    const foreign = [{ hash: 'ab'.repeat(32), name: 'x.pdf', size: 1, mime: 'application/pdf' }];
    expect(await refused(sender, () => sendOf({ recipient: 'po-khau', dispatch: { files: foreign } }))).toBe(
      'not-allowed',
    );
    const secret = await send({ recipient: 'po-khau', outgoing: { secrecy: 'secret' } });
    const { outcomes } = await sender.sync();
    expect(outcomes.find(({ n }) => n === secret.dispatch.n)?.kind).not.toBe('ok');
    expect((await server.recordsOf('na-lau')).some(({ id }) => id === secret.dispatch.id)).toBe(false);
  });

  it('a letter of another paper, in the name or under the identifier of another office, or with a file described otherwise, now and later', async () => {
    const sendOf = async (order: Omit<Order, 'recipient'>): Promise<Op> =>
      (await send({ recipient: 'po-khau', ...order })).dispatch;
    const other = await send({ recipient: 'po-khau' });
    const { dispatch, hash } = await send({ recipient: 'po-khau' });
    await sender.sync();
    const outgoingId = dispatch.f['outgoingId'] as string;
    const wrong: readonly Readonly<Record<string, FieldValue>>[] = [
      { externalId: other.dispatch.f['outgoingId'] as string },
      { issuer: 'văn  phòng tỉnh uỷ' },
      { organId: 'A01' },
    ];
    for (const letter of wrong) {
      expect(await refused(sender, () => sendOf({ letter }))).toBe('not-allowed');
      const edited = letterOf({ externalId: outgoingId, ...letter });
      expect(await refused(sender, () => sender.edit(dispatch, { letter: edited, revision: 2 }))).toBe('not-allowed');
    }
    const changed = letterOf({ externalId: outgoingId, symbol: '999/UBND' });
    expect(await refused(sender, () => sender.edit(dispatch, { letter: changed, revision: 2 }))).toBe('not-allowed');
    const file = { hash, name: '12-CV-ĐU.pdf', size: 64, mime: 'application/pdf' };
    for (const lie of [{ size: 65 }, { name: 'x.exe' }, { mime: 'text/html' }])
      expect(await refused(sender, () => sender.edit(dispatch, { files: [{ ...file, ...lie }], revision: 2 }))).toBe(
        'not-allowed',
      );
    expect(await refused(sender, () => sender.edit(dispatch, { files: [file], revision: 2 }))).toBe('ok');
    sender.edit({ type: 'outgoing', id: outgoingId }, {}, 'del');
    expect(await refused(sender, () => sender.edit(dispatch, { files: [], revision: 3 }))).toBe('not-allowed');
  });

  it('what the other side is to say, another recipient, and a paper taken off the list instead of called back', async () => {
    const { dispatch } = await send({ recipient: 'po-khau' });
    await sender.sync();
    const arrival = await arrivalAt(recipient, dispatch.id);
    expect(await refused(sender, () => sender.edit(dispatch, { status: '06' }))).toBe('field-is-the-servers');
    expect(await refused(sender, () => sender.edit(dispatch, { recipient: 'van-phong' }))).toBe('not-allowed');
    expect(await refused(sender, () => sender.edit(dispatch, {}, 'del'))).toBe('not-allowed');
    expect(await refused(recipient, () => recipient.edit(arrival, { files: [] }))).toBe('field-is-the-servers');
    expect(await refused(recipient, () => recipient.edit(arrival, {}, 'del'))).toBe('not-allowed');
    const { letter: _letter, ...rest } = valuesOf(arrival);
    const forged = { type: 'arrival', f: { ...rest, letter: letterOf({ abstract: 'bịa' }) } };
    expect(await refused(recipient, () => recipient.change(forged))).toBe('field-is-the-servers');
  });
});

type Order = {
  readonly recipient: string;
  readonly bytes?: Buffer;
  readonly outgoing?: Readonly<Record<string, FieldValue>>;
  readonly dispatch?: Readonly<Record<string, FieldValue>>;
  readonly letter?: Readonly<Record<string, FieldValue>>;
  readonly attachment?: Readonly<Record<string, FieldValue>>;
  /** Id of the dispatch. */
  readonly id?: string;
};

/** Which of the files it waits for a PC is told are there. */
async function hereFor(pc: TestPc, awaits: readonly string[]): Promise<readonly string[] | undefined> {
  const { streams } = await pc.exchange(pc.request({ ops: [], streams: [{ ...pc.ask(), awaits }] }));
  return streams[0]?.here;
}

/** An issued paper with its file, and its dispatch; nothing is sent to the server yet. */
async function send(order: Order): Promise<{ readonly dispatch: Op; readonly hash: string }> {
  const bytes = order.bytes ?? randomBytes(64);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = { hash, name: '12-CV-ĐU.pdf', size: bytes.length, mime: 'application/pdf' };
  last += 1;
  const symbol = `${String(last)}/UBND`;
  const numbered =
    order.outgoing?.['state'] === 'draft' ? {} : { registerId: book, series: '2026', number: last, symbol };
  const outgoing = sender.change(newOutgoing({ ...numbered, ...order.outgoing }));
  const attachment = {
    ...file,
    documentId: outgoing.id,
    ownerType: 'outgoing',
    pages: 1,
    addedAt: NOW,
    ...order.attachment,
  };
  sender.change({ type: 'attachment', f: attachment });
  const letter = letterOf({ externalId: outgoing.id, ...order.letter });
  const dispatch = sender.change({
    ...newDispatch(outgoing.id, { recipient: order.recipient, files: [file], letter, ...order.dispatch }),
    ...(order.id !== undefined && { id: order.id }),
  });
  return Promise.resolve({ dispatch, hash });
}

const NOW = '2026-11-20T01:00:00.000Z';

/** An issued paper of an office that has sent nothing before; each call makes a dispatch of it to Pò Khẩu. */
async function paperOf(pc: TestPc, issuer: string): Promise<() => Change> {
  const register = pc.change(newBook()).id;
  pc.change({ t: 'cmd', type: 'register', id: register, f: { command: TAKE_REGISTER } });
  const symbol = '1/UBND';
  const { id } = pc.change(newOutgoing({ registerId: register, series: '2026', number: 1, symbol }));
  await pc.sync();
  const letter = letterOf({ externalId: id, issuer, symbol });
  return () => newDispatch(id, { recipient: 'po-khau', files: [], letter, sentBy: pc.person });
}

function newBook(): Change {
  const f = {
    book: 'outgoing',
    name: 'Sổ văn bản đi',
    bodyId: null,
    regime: 'state',
    suffix: 'UBND',
    counting: 'year',
    closedOn: null,
    origin: '',
  };
  return { type: 'register', f };
}

function newOutgoing(f: Readonly<Record<string, FieldValue>> = {}): Change {
  const plain = {
    regime: 'state',
    bodyId: null,
    typeId: 'state-letter',
    abstract: 'Về việc đăng ký thi đua',
    registerId: null,
    series: '',
    number: null,
    symbol: '',
    issuedOn: '2026-11-20',
    numberReason: '',
    numberedBy: null,
    numberedAt: null,
    place: 'Nà Lầu',
    signMode: 'on-behalf',
    signBody: 'ĐẢNG UỶ',
    signPost: 'Bí thư',
    signer: 'Nông Văn Mẫu',
    signerId: null,
    urgency: 'normal',
    secrecy: 'none',
    circulation: '',
    recipients: 'Đảng uỷ xã Pò Khẩu',
    archiveKeeper: '',
    copies: 0,
    pages: 1,
    dueOn: null,
    replyToId: null,
    replacesId: null,
    state: 'issued',
    reason: '',
    note: '',
    drafterId: null,
    createdAt: NOW,
  };
  return { type: 'outgoing', f: { ...plain, ...f } };
}

function letterOf(f: Readonly<Record<string, FieldValue>> = {}): Readonly<Record<string, FieldValue>> {
  const plain = {
    externalId: uuidv7(),
    organId: '',
    issuer: 'Đảng uỷ xã Nà Lầu',
    symbol: `${String(last)}/UBND`,
    issuedOn: '2026-11-20',
    place: 'Nà Lầu',
    typeId: 'party-letter',
    typeName: 'Công văn',
    abstract: 'Về việc đăng ký thi đua',
    signer: 'Nông Văn Mẫu',
    signerPost: 'Bí thư',
    urgency: 'normal',
    pages: 1,
    dueOn: null,
    isDirective: false,
    replyTo: [],
    note: '',
  };
  return { ...plain, ...f };
}

function newDispatch(outgoingId: string, f: Readonly<Record<string, FieldValue>>): Change {
  const plain = {
    outgoingId,
    recipientKind: 'agency',
    recipientName: 'Đảng uỷ xã Pò Khẩu',
    channel: 'exchange',
    kind: 'new',
    replacesId: null,
    letter: letterOf({ externalId: outgoingId }),
    revision: 1,
    revisionNote: '',
    sentAt: NOW,
    sentBy: sender.person,
    recallAt: null,
    recallReason: '',
  };
  return { type: 'dispatch', f: { ...plain, ...f } };
}

function valuesOf(record: SyncRecord | undefined): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(Object.entries(record?.f ?? {}).map(([field, { v }]) => [field, v]));
}

/** The arrival, once the courier has brought it as wanted. */
function arrivalAt(
  pc: TestPc,
  id: string,
  isThere: (values: Readonly<Record<string, FieldValue>>) => boolean = () => true,
): Promise<SyncRecord> {
  return waitFor(async () => {
    await pc.sync();
    const record = pc.records.get(recordKey('arrival', id));
    return record !== undefined && isThere(valuesOf(record)) ? record : undefined;
  });
}

/** Until the sender's dispatch says this. */
async function until(pc: TestPc, id: string, wanted: Readonly<Record<string, FieldValue>>): Promise<void> {
  await waitFor(async () => {
    await pc.sync();
    const values = valuesOf(pc.records.get(recordKey('dispatch', id)));
    return Object.entries(wanted).every(([field, value]) => (values[field] ?? usual(field)) === value) || undefined;
  }).catch(() => {
    expect(valuesOf(pc.records.get(recordKey('dispatch', id)))).toMatchObject(wanted);
  });
}

/** What a field no op has written stands for. */
function usual(field: string): FieldValue {
  return field === 'status' ? 'waiting' : field === 'deliveredTo' ? '' : null;
}

async function waitFor<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 100; i += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}

/** Long enough for a courier that has nothing else to do. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 400));
}

async function upload(from: TestPc, bytes: Buffer): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const tus = { ...from.headers, 'tus-resumable': '1.0.0' };
  await fetch(server.url + httpPaths.files, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `hash ${Buffer.from(hash).toString('base64')}`,
    },
  });
  const sent = await fetch(`${server.url}${httpPaths.files}/${hash}`, {
    method: 'PATCH',
    body: new Uint8Array(bytes),
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  if (sent.status !== 204) throw new Error(`upload refused: ${String(sent.status)}`);
}
