// How many ops a second the provincial server takes: HTTP, PostgreSQL with fsync, batches of 100, 8 connections.
import { fork } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, deflateRawSync, brotliDecompressSync, inflateRawSync } from 'node:zlib';
import { Encoder } from 'cbor-x';
import { Client } from 'undici';
import { uuidv7 } from 'uuidv7';
import { createFrameCodec } from '#shared/contract/frame.ts';
import { enrolmentMessage, httpPaths, sessionMessage, type EnrolAnswer } from '#shared/contract/http.ts';
import { PROTOCOL_VERSION, type SyncRequest } from '#shared/contract/protocol.ts';
import { packRequest, unpackAnswer } from '#shared/contract/wire.ts';
import { must } from '#shared/base/must.ts';
import { hlcFromMs } from '#shared/sync/hlc.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { cpuOf } from './cpu-use.ts';
import { report } from './report.ts';

const CONNECTIONS = 8;
const OPS_PER_BATCH = 100;
const WARM_UP_BATCHES = 12;
const BATCHES = Number(process.env['HOSOXA_BENCH_BATCHES'] ?? 60);

/** One connection's work, ready to be sent. */
type Load = { readonly url: string; readonly token: string; readonly bodies: readonly Uint8Array[] };

/** What a driver measured, in milliseconds per batch. */
type Driven = {
  readonly ms: number;
  readonly latencies: readonly number[];
  readonly answerBytes: number;
  readonly cpuMs: number;
};

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
const codec = createFrameCodec(
  {
    encode: (value) => cbor.encode(value),
    decode: (bytes) => cbor.decode(bytes) as unknown,
    deflate: (bytes, dictionary) => deflateRawSync(bytes, { dictionary }),
    inflate: (bytes, dictionary, limit) => inflateRawSync(bytes, { dictionary, maxOutputLength: limit }),
    compress: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    decompress: (bytes, limit) => brotliDecompressSync(bytes, { maxOutputLength: limit }),
  },
  (text) => new TextEncoder().encode(text),
);

/** Argument that makes this file the driver. */
const DRIVER = '--drive';
const PERSON = '01990000-0000-7000-8000-00000000abcd';

async function bench(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-bench-'));
  // Eight connections do what eight hundred offices do: the limits of one device are not the figure wanted here.
  const server = await startServer({ dataDir, limits: { sync: 1_000_000, perAddress: 1_000_000 } });
  try {
    const pcs: BenchPc[] = [];
    for (let i = 0; i < CONNECTIONS; i += 1) pcs.push(await BenchPc.join(server, `xa-${i + 1}`));
    const load = (batches: number): Load[] =>
      pcs.map((pc) => ({
        url: server.url,
        token: pc.token,
        bodies: Array.from({ length: batches }, () => pc.nextBody()),
      }));
    await runDriver(load(WARM_UP_BATCHES));
    const loads = load(BATCHES);
    const before = cpuOf(dataDir);
    const { ms, latencies, answerBytes, cpuMs } = await runDriver(loads);
    const after = cpuOf(dataDir);
    await verify(server, pcs);
    const ops = CONNECTIONS * BATCHES * OPS_PER_BATCH;
    const sorted = latencies.toSorted((a, b) => a - b);
    report('server', 'server-ops-per-s', Math.round(ops / (ms / 1000)), 'ops/s');
    report('server', 'server-batch-p50-ms', at(sorted, 0.5), 'ms');
    report('server', 'server-batch-p99-ms', at(sorted, 0.99), 'ms');
    report('server', 'server-answer-bytes', Math.round(answerBytes / (CONNECTIONS * BATCHES)), 'B');
    const share = (name: string, used: number): string => `${name} ${Math.round((used * 1000) / ops)}`;
    const shares = [
      share('server', after.server - before.server),
      share('postgres', after.postgres - before.postgres),
      share('driver', cpuMs),
    ];
    process.stderr.write(
      `${ops} ops in ${(ms / 1000).toFixed(1)} s; CPU microseconds an op: ${shares.join(', ')}; load of the machine ${loadavg()[0]?.toFixed(1) ?? '?'}\n`,
    );
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A bench that counts refused ops as done measures nothing: every record must be there as it was last written. */
async function verify(server: RunningServer, pcs: readonly BenchPc[]): Promise<void> {
  for (const pc of pcs) {
    const stored = await server.recordsOf(pc.commune);
    const wrong = stored.filter(
      ({ type, id, seq, c }) => type === 'document' && (pc.documents.get(id) !== seq || Object.keys(c).length > 0),
    );
    const count = stored.filter(({ type }) => type === 'document').length;
    if (wrong.length > 0 || count !== pc.documents.size)
      throw new Error(`the server of ${pc.commune} does not hold what it acknowledged`);
  }
}

function at(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
}

function runDriver(loads: readonly Load[]): Promise<Driven> {
  return new Promise((resolve, reject) => {
    const driver = fork(fileURLToPath(import.meta.url), [DRIVER], {
      serialization: 'advanced',
      execArgv: ['--import', 'tsx'],
    });
    driver.once('message', (driven) => resolve(driven as Driven));
    driver.once('exit', (code) => reject(new Error(`the driver ended with ${code ?? 'a signal'}`)));
    driver.send(loads);
  });
}

/** In a process of its own: every connection sends its batches one after another. */
async function drive(loads: readonly Load[]): Promise<void> {
  const latencies: number[] = [];
  let answerBytes = 0;
  const clients = loads.map(({ url }) => new Client(url, { pipelining: 1 }));
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  await Promise.all(
    loads.map(async ({ token, bodies }, i) => {
      const client = must(clients[i], 'one client each');
      for (const body of bodies) {
        const sent = performance.now();
        const answer = await client.request({
          method: 'POST',
          path: httpPaths.sync,
          headers: { authorization: `D ${token}` },
          body,
        });
        answerBytes += (await answer.body.arrayBuffer()).byteLength;
        if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const ms = performance.now() - start;
  await Promise.all(clients.map((client) => client.close()));
  const { user, system } = process.cpuUsage(cpuBefore);
  process.send?.({ ms, latencies, answerBytes, cpuMs: (user + system) / 1000 } satisfies Driven);
  process.disconnect();
}

/** A PC alone in its commune, so that the sequences the server will give are known and bodies can be made beforehand. */
class BenchPc {
  token = '';
  /** Sequence of every document this PC made. */
  readonly documents = new Map<string, number>();
  private readonly ids: string[] = [];
  private n = 0;
  private seq = 0;
  private epoch = '';

  private constructor(
    readonly commune: string,
    private readonly dev: number,
    private random = 7 * dev,
  ) {}

  static async join(server: RunningServer, commune: string): Promise<BenchPc> {
    await server.createCommune({ id: commune, name: `xã thử ${commune}`, province: 'tỉnh thử' });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const signed = (text: string): string => sign(null, Buffer.from(text), privateKey).toString('base64url');
    const key = {
      code: await server.createCode(commune),
      name: 'Máy thử tải',
      publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    };
    const { dev } = (await postJson(server.url + httpPaths.enrol, {
      ...key,
      signature: signed(enrolmentMessage(key)),
    })) as EnrolAnswer;
    const { challenge } = (await postJson(server.url + httpPaths.challenge, {})) as { challenge: string };
    const { token } = (await postJson(server.url + httpPaths.session, {
      dev,
      challenge,
      signature: signed(sessionMessage(dev, challenge)),
    })) as { token: string };
    const pc = new BenchPc(commune, dev);
    pc.token = token;
    await pc.pull(server.url);
    await pc.putInHead(server.url);
    return pc;
  }

  /** The person who acts, so that the server has rights to judge. */
  private async putInHead(url: string): Promise<void> {
    const name = { full: 'Nông Thị Hoa', family: 'Nông', middle: 'Thị', given: 'Hoa' };
    const f = { name, post: 'Chánh Văn phòng', role: 'office-head', unitId: null, order: 1, active: true };
    const op = { ...this.nextOp(), type: 'staff', id: PERSON, f, base: 0 };
    this.documents.clear();
    this.ids.length = 0;
    const request: SyncRequest = { v: PROTOCOL_VERSION, dev: this.dev, ops: [op], seen: [], streams: [] };
    const response = await fetch(url + httpPaths.sync, {
      method: 'POST',
      body: new Uint8Array(codec.toBytes(packRequest(request))),
      headers: { authorization: `D ${this.token}` },
    });
    const { outcomes } = unpackAnswer(codec.fromBytes(new Uint8Array(await response.arrayBuffer())), request);
    if (outcomes[0]?.kind !== 'ok') throw new Error(`the head was not put in: ${JSON.stringify(outcomes)}`);
  }

  private async pull(url: string): Promise<void> {
    const request: SyncRequest = {
      v: PROTOCOL_VERSION,
      dev: this.dev,
      ops: [],
      seen: [],
      streams: [{ id: `org:${this.commune}`, epoch: '', base: 0, after: 0, limit: 100 }],
    };
    const response = await fetch(url + httpPaths.sync, {
      method: 'POST',
      body: new Uint8Array(codec.toBytes(packRequest(request))),
      headers: { authorization: `D ${this.token}` },
    });
    const [stream] = unpackAnswer(codec.fromBytes(new Uint8Array(await response.arrayBuffer())), request).streams;
    this.epoch = stream?.epoch ?? '';
    this.seq = stream?.next ?? 0;
  }

  /** 100 ops as an office makes them, one new paper in four and edits of one to three fields, and the pull of what they changed. */
  nextBody(): Uint8Array {
    const before = this.seq;
    const ops = Array.from({ length: OPS_PER_BATCH }, () => this.nextOp());
    const streams = [{ id: `org:${this.commune}`, epoch: this.epoch, base: before, after: before, limit: 1000 }];
    return codec.toBytes(packRequest({ v: PROTOCOL_VERSION, dev: this.dev, ops, seen: [], streams }));
  }

  private nextOp(): Op {
    this.n += 1;
    this.seq += 1;
    const isNew = this.ids.length < 5 || this.pick(4) === 0;
    const id = isNew ? uuidv7() : must(this.ids[this.pick(this.ids.length)], 'a known document');
    const base = this.documents.get(id) ?? 0;
    if (isNew) this.ids.push(id);
    this.documents.set(id, this.seq);
    const f = isNew ? this.newPaper() : this.edit();
    return {
      dev: this.dev,
      n: this.n,
      t: 'set',
      stream: `org:${this.commune}`,
      type: 'document',
      id,
      f,
      base,
      h: hlcFromMs(Date.now()),
      by: PERSON,
    };
  }

  private edit(): Record<string, FieldValue> {
    const edits = [
      { state: 'in-progress', holderUnitId: PERSON },
      { dueOn: '2026-12-15' },
      { note: `Đã chuyển văn phòng, lần ${this.n}`, urgency: 'urgent', dueOn: '2026-12-20' },
      { state: 'done', doneOn: '2026-11-22', result: `Đã tham mưu văn bản trả lời số ${this.n}` },
    ];
    return must(edits[this.pick(edits.length)], 'an edit');
  }

  private newPaper(): Record<string, FieldValue> {
    return {
      book: 'incoming',
      arrivalNumber: this.ids.length,
      receivedOn: '2026-11-20',
      symbol: `${this.n}-CV/VPTU`,
      issuedOn: '2026-11-18',
      issuer: 'Văn phòng Tỉnh uỷ',
      typeId: null,
      abstract: `Về việc báo cáo kết quả thực hiện Nghị quyết số ${this.n} về xây dựng Đảng và hệ thống chính trị năm 2026`,
      signer: 'Nông Văn Hùng',
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
      registeredBy: PERSON,
      registeredAt: '2026-11-20T01:02:03.000Z',
    };
  }

  private pick(below: number): number {
    this.random = (Math.imul(this.random, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.random / 2 ** 32) * below);
  }
}

async function postJson(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (response.status !== 200) throw new Error(`${url}: ${await response.text()}`);
  return response.json();
}

if (process.argv.includes(DRIVER)) process.once('message', (loads) => void drive(loads as readonly Load[]));
else await bench();
