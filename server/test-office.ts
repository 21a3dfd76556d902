import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { enrolmentMessage, httpPaths, sessionMessage, type EnrolAnswer } from '#shared/contract/http.ts';
import { PROTOCOL_VERSION, type StreamAsk, type SyncAnswer, type SyncRequest } from '#shared/contract/protocol.ts';
import { packRequest, unpackAnswer } from '#shared/contract/wire.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { advance, EMPTY_COOKIE, mustStartAnew, type Cookie } from '#shared/sync/cookie.ts';
import { hlcFromMs } from '#shared/sync/hlc.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey, type Cell, type SyncRecord } from '#shared/sync/record.ts';
import { applyRow } from '#shared/sync/replica.ts';
import { frameCodec } from './routes/frame-codec.ts';
import { startServer, type RunningServer, type StartOptions } from './start-server.ts';

/** A server on a PostgreSQL of its own in a temporary folder. */
export type TestProvince = {
  readonly server: RunningServer;
  readonly dataDir: string;
  /** How far the server's clock runs ahead, in milliseconds: a test may let time pass. */
  readonly clock: { aheadMs: number };
  readonly end: () => Promise<void>;
};

export async function startTestProvince(
  log?: Writable,
  limits: StartOptions['limits'] = {},
  gate: StartOptions['gate'] = {},
  place: Pick<StartOptions, 'bucket'> = {},
): Promise<TestProvince> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-province-'));
  const clock = { aheadMs: 0 };
  const now = (): number => Date.now() + clock.aheadMs;
  const server = await startServer({ dataDir, now, limits, gate, ...place, ...(log !== undefined && { log }) });
  await server.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  await server.createCommune({ id: 'po-khau', name: 'xã Pò Khẩu', province: 'tỉnh Cao Bằng' });
  return {
    server,
    dataDir,
    clock,
    end: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A folder without files. */
export const noFiles = {
  share: (): Promise<boolean> => Promise.resolve(false),
  bringArrived: (): Promise<void> => Promise.resolve(),
};

/** A new device key. */
export function createDeviceKey(): { readonly privateKey: KeyObject; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: publicKey.export({ format: 'jwk' }).x ?? '' };
}

/** Signature as the contract wants it. */
export function signText(privateKey: KeyObject, text: string): string {
  return sign(null, Buffer.from(text), privateKey).toString('base64url');
}

export function postJson(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** What a new op says; the rest is filled in. */
export type Change = Pick<Op, 'type' | 'f'> &
  Partial<Pick<Op, 't' | 'id' | 'base' | 'stream' | 'h' | 'by' | 'origin' | 'saw'>>;

/** A PC as the server meets it: real keys, real frames, a replica of its stream in memory. */
export class TestPc {
  n = 0;
  cookie: Cookie = EMPTY_COOKIE;
  records = new Map<string, SyncRecord>();
  /** Requests answered or on their way so far. */
  exchanges = 0;
  token = '';
  /** Who acts at this PC: a head of the office, who may do everything, unless a test puts somebody else there. */
  person = '';
  private waiting: Op[] = [];

  private constructor(
    private readonly url: string,
    readonly enrolled: EnrolAnswer,
    readonly privateKey: KeyObject,
  ) {}

  static async join(
    server: RunningServer,
    commune: string,
    { withHead = true, ...options }: { holdsRegister?: boolean; withHead?: boolean } = {},
  ): Promise<TestPc> {
    const code = await server.createCode(commune, options);
    const { privateKey, publicKey } = createDeviceKey();
    const unsigned = { code, name: 'Máy thử', publicKey };
    const response = await postJson(server.url + httpPaths.enrol, {
      ...unsigned,
      signature: signText(privateKey, enrolmentMessage(unsigned)),
    });
    if (response.status !== 200) throw new Error(`enrolment refused: ${await response.text()}`);
    const pc = new TestPc(server.url, (await response.json()) as EnrolAnswer, privateKey);
    await pc.openSession();
    if (withHead) pc.person = await pc.findHead(server, commune);
    return pc;
  }

  /** A PC with a number it was given otherwise than by a code. */
  static of(server: RunningServer, enrolled: EnrolAnswer, privateKey: KeyObject): TestPc {
    return new TestPc(server.url, enrolled, privateKey);
  }

  /** A copy of this PC's disk, with the same number and key, that knows what it knew. */
  copy(url = this.url): TestPc {
    const copy = new TestPc(url, this.enrolled, this.privateKey);
    copy.n = this.n;
    copy.cookie = this.cookie;
    copy.records = new Map(this.records);
    copy.token = this.token;
    copy.person = this.person;
    copy.waiting = [...this.waiting];
    return copy;
  }

  /** This PC, when its province lives on another server. */
  at(server: RunningServer): TestPc {
    return this.copy(server.url);
  }

  /** The office's head whom the commune's first PC puts in as its first op, as an office begins. */
  private async findHead(server: RunningServer, commune: string): Promise<string> {
    const known = [...(await server.recordsOf(commune))].find(
      ({ type, f }) => type === 'staff' && f['role']?.v === 'office-head' && f['active']?.v === true,
    );
    if (known !== undefined) return known.id;
    const head = this.change(newStaff('office-head'));
    const { outcomes } = await this.exchange(this.request({ streams: [] }));
    if (outcomes[0]?.kind !== 'ok') throw new Error(`nobody could be put in: ${JSON.stringify(outcomes)}`);
    this.waiting = [];
    return head.id;
  }

  get dev(): number {
    return this.enrolled.dev;
  }

  get stream(): string {
    return this.enrolled.streams[0] ?? '';
  }

  async openSession(): Promise<void> {
    const { challenge } = (await (await fetch(this.url + httpPaths.challenge)).json()) as { challenge: string };
    const signature = signText(this.privateKey, sessionMessage(this.dev, challenge));
    const response = await postJson(this.url + httpPaths.session, { dev: this.dev, challenge, signature });
    this.token = ((await response.json()) as { token: string }).token;
  }

  get headers(): Record<string, string> {
    return { authorization: `D ${this.token}` };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, { headers: { ...this.headers, ...headers } });
  }

  /** Makes an op; it waits to be sent. */
  change(change: Change): Op {
    const { t = 'set', id = uuidv7(), base = 0, stream = this.stream, h = hlcFromMs(Date.now()), type, f } = change;
    const { by = this.person, origin, saw } = change;
    this.n += 1;
    const op: Op = {
      dev: this.dev,
      n: this.n,
      t,
      stream,
      type,
      id,
      f,
      base,
      h,
      by,
      ...(origin && { origin }),
      ...(saw && { saw }),
    };
    this.waiting.push(op);
    return op;
  }

  /** Edits a record as this PC sees it. */
  edit(
    record: { readonly type: string; readonly id: string },
    f: Readonly<Record<string, FieldValue>>,
    t: Op['t'] = 'set',
  ): Op {
    return this.change({
      t,
      type: record.type,
      id: record.id,
      f,
      base: this.records.get(recordKey(record.type, record.id))?.seq ?? 0,
    });
  }

  ask(limit = 1000): StreamAsk {
    return { id: this.stream, ...this.cookie, limit };
  }

  request(parts: Partial<SyncRequest> = {}): SyncRequest {
    return { v: PROTOCOL_VERSION, dev: this.dev, ops: this.waiting, seen: [], streams: [this.ask()], ...parts };
  }

  /** Sends any bytes to /v1/sync. */
  send(body: Uint8Array): Promise<Response> {
    return fetch(this.url + httpPaths.sync, { method: 'POST', body: new Uint8Array(body), headers: this.headers });
  }

  /** One exchange; throws the refusal's code when it is refused. Nothing is applied. */
  async exchange(request: SyncRequest): Promise<SyncAnswer> {
    this.exchanges += 1;
    const response = await this.send(frameCodec.toBytes(packRequest(request)));
    if (response.status !== 200) throw new Error(await response.text());
    return unpackAnswer(frameCodec.fromBytes(new Uint8Array(await response.arrayBuffer())), request);
  }

  /** Pushes what waits and pulls to the end. */
  async sync(limit = 1000): Promise<SyncAnswer> {
    const first = await this.exchange(this.request({ streams: [this.ask(limit)] }));
    this.waiting = this.waiting.filter(({ n }) => n > first.acked);
    for (
      let answer = first;
      this.apply(answer);
      answer = await this.exchange(this.request({ ops: [], streams: [this.ask(limit)] }))
    );
    return first;
  }

  private apply(answer: SyncAnswer): boolean {
    const page = answer.streams.find(({ id }) => id === this.stream);
    if (page === undefined) throw new Error('no answer for the stream');
    const end = { epoch: page.epoch, next: page.next, more: page.more, resync: page.resync === true };
    if (mustStartAnew(this.cookie, end)) this.records = new Map();
    else
      for (const row of page.rows)
        this.records.set(recordKey(row.type, row.id), applyRow(this.records.get(recordKey(row.type, row.id)), row));
    this.cookie = advance(this.cookie, end);
    return page.more;
  }
}

/** A record of the province as PCs are told it: what only who merges asks for stays there. */
export function asTold({ type, id, seq, f, c }: SyncRecord): SyncRecord {
  const tell = ({ v, s, h, d, by, told }: Cell): Cell => ({ v, s, h, d, by, ...(told !== undefined && { told }) });
  const tellAll = (cells: Readonly<Record<string, Cell>>): Record<string, Cell> =>
    Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, tell(cell)]));
  const conflicts = Object.entries(c).map(([field, { s: seen, e }]) => [field, { s: seen, e: tellAll(e) }] as const);
  return { type, id, seq, f: tellAll(f), c: Object.fromEntries(conflicts) };
}

/** What a PC sends to bring a record of its copy back. */
export function bringBack({ type, id, f }: SyncRecord): Change {
  const cells = Object.entries(f);
  const values = Object.fromEntries(cells.map(([field, { v }]) => [field, v]));
  const origin = Object.fromEntries(
    cells.map(([field, { d, h, by, told }]) => [field, { dev: d, h, by, ...(told !== undefined && { told }) }]),
  );
  return { t: 'sup', type, id, f: values, origin };
}

/** A person of the office. */
export function newStaff(role: StaffRole, f: Readonly<Record<string, FieldValue>> = {}): Change {
  const name = { full: 'Nông Thị Hoa', family: 'Nông', middle: 'Thị', given: 'Hoa' };
  const plain = { name, post: 'Chuyên viên', role, unitId: null, order: 1, active: true };
  return { type: 'staff', f: { ...plain, ...f } };
}

/** A whole document, as the first op on it must bring it. */
export function newDocument(f: Readonly<Record<string, FieldValue>> = {}): Change {
  const plain: Record<string, FieldValue> = {
    book: 'incoming',
    arrivalNumber: null,
    receivedOn: '2026-11-20',
    symbol: '125-CV/VPTU',
    issuedOn: '2026-11-18',
    issuer: 'Văn phòng Tỉnh uỷ',
    typeId: null,
    abstract: 'Về việc báo cáo kết quả thực hiện Nghị quyết',
    signer: '',
    urgency: 'normal',
    secrecy: 'none',
    channel: 'wan',
    dueOn: null,
    state: 'awaiting-directive',
    holderUnitId: null,
    holderStaffId: null,
    result: '',
    doneOn: null,
    note: '',
    registeredBy: null,
    registeredAt: '2026-11-20T01:02:03.000Z',
  };
  return { type: 'document', f: { ...plain, ...f } };
}

/** A directive on a document. */
export function newDirective(documentId: string): Change {
  const f = {
    documentId,
    authorId: uuidv7(),
    text: 'Giao Văn phòng tham mưu',
    leadUnitId: null,
    leadStaffId: null,
    supportUnitIds: [],
    dueOn: null,
    givenAt: '2026-11-20T02:00:00.000Z',
  };
  return { type: 'directive', f };
}
