import { randomBytes } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { Encoder } from 'cbor-x';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolmentMessage, httpPaths, sessionMessage } from '#shared/contract/http.ts';
import { MAX_FRAME_BYTES } from '#shared/contract/protocol.ts';
import { packRequest } from '#shared/contract/wire.ts';
import { frameCodec } from './routes/frame-codec.ts';
import {
  createDeviceKey,
  newDocument,
  postJson,
  signText,
  startTestProvince,
  TestPc,
  type TestProvince,
} from './test-office.ts';

let province: TestProvince;
let pc: TestPc;
beforeAll(async () => {
  province = await startTestProvince();
  pc = await TestPc.join(province.server, 'na-lau');
});
afterAll(() => province.end());

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
const framed = (format: number, payload: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([format]), payload]);
const plain = (value: unknown): Uint8Array => framed(0, cbor.encode(value));
const nested = (depth: number): Uint8Array => framed(0, Buffer.concat([Buffer.alloc(depth, 0x81), Buffer.from([0])]));
const refusal = async (response: Response): Promise<unknown> => [response.status, await response.json()];

describe('a body that is no request', () => {
  const valid = (): Uint8Array => frameCodec.toBytes(packRequest(pc.request()));
  const bodies: Record<string, () => Uint8Array> = {
    'one byte': () => new Uint8Array([1]),
    text: () => Buffer.from('GET / HTTP/1.1'),
    noise: () => framed(2, randomBytes(300)),
    'an unknown format': () => framed(9, valid().subarray(1)),
    'a cut frame': () => valid().subarray(0, valid().length - 5),
    'a number': () => plain(7),
    'a list too short': () => plain([1, pc.dev]),
    'ops of wrong shape': () => plain([1, pc.dev, 1, [], [[0, 0, 0]], [], []]),
    'texts that are not there': () => plain([1, pc.dev, 1, [], [[0, 5, 6, randomBytes(16), {}, 0, 0, 7]], [], []]),
    'NaN as a value': () =>
      plain([
        1,
        pc.dev,
        1,
        ['org:na-lau', 'document', ''],
        [[0, 0, 1, randomBytes(16), { note: Number.NaN }, 0, 0, 2]],
        [],
        [],
      ]),
    'too many streams': () =>
      frameCodec.toBytes(packRequest(pc.request({ streams: Array.from({ length: 11 }, () => pc.ask()) }))),
    'lists in lists in lists': () => nested(500_000),
    'a bomb of zeros': () =>
      framed(
        2,
        brotliCompressSync(Buffer.alloc(64 * 1024 * 1024), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
      ),
  };
  for (const [name, body] of Object.entries(bodies)) {
    it(`is refused: ${name}`, async () => {
      const before = await province.server.recordsOf('na-lau');
      expect(await refusal(await pc.send(body()))).toEqual([400, { code: 'bad-frame' }]);
      expect(await province.server.recordsOf('na-lau')).toEqual(before);
    });
  }

  it('but one of a newer protocol is answered, as far as it speaks of what is known here', async () => {
    expect((await pc.send(frameCodec.toBytes(packRequest(pc.request({ v: 99 }))))).status).toBe(200);
  });

  it('is refused by its size before it is read', async () => {
    expect(await refusal(await pc.send(new Uint8Array(MAX_FRAME_BYTES + 1)))).toEqual([
      413,
      { code: 'frame-too-large' },
    ]);
  });

  it('of a protocol no longer spoken says so', async () => {
    expect(await refusal(await pc.send(plain([0, pc.dev, 0, [], [], [], []])))).toEqual([
      426,
      { code: 'protocol-too-old' },
    ]);
  });

  it('leaves the server well', async () => {
    expect(await (await fetch(`${province.server.url}${httpPaths.health}`)).json()).toEqual({ ok: true });
    expect((await pc.exchange(pc.request())).acked).toBe(pc.n);
  });
});

describe('a stranger', () => {
  it('without a token gets nowhere, whatever the path', async () => {
    const { url } = province.server;
    const answers = await Promise.all([
      fetch(url + httpPaths.sync, { method: 'POST', body: new Uint8Array(10) }),
      fetch(url + httpPaths.sync, { method: 'POST', body: new Uint8Array(10), headers: { authorization: 'D wrong' } }),
      fetch(url + httpPaths.sync, {
        method: 'POST',
        body: new Uint8Array(10),
        headers: { authorization: `Bearer ${pc.token}` },
      }),
      fetch(`${url + httpPaths.history}/document/${uuidv7()}`),
      fetch(`${url + httpPaths.files}/${'0'.repeat(64)}`),
      postJson(url + httpPaths.filesHave, { hashes: [] }),
      fetch(url + httpPaths.files, { method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-length': '3' } }),
    ]);
    for (const answer of answers) expect(await refusal(answer)).toEqual([401, { code: 'session-expired' }]);
  });

  it('with another key gets no session, and a challenge works once', async () => {
    const { url } = province.server;
    const challengeOf = async (): Promise<string> =>
      ((await (await fetch(url + httpPaths.challenge)).json()) as { challenge: string }).challenge;
    const challenge = await challengeOf();
    const wrong = signText(createDeviceKey().privateKey, sessionMessage(pc.dev, challenge));
    expect(
      await refusal(await postJson(url + httpPaths.session, { dev: pc.dev, challenge, signature: wrong })),
    ).toEqual([401, { code: 'bad-signature' }]);
    const right = signText(pc.privateKey, sessionMessage(pc.dev, challenge));
    expect(
      await refusal(await postJson(url + httpPaths.session, { dev: pc.dev, challenge, signature: right })),
    ).toEqual([401, { code: 'bad-signature' }]);
    const fresh = await challengeOf();
    const unknown = { dev: 9999, challenge: fresh, signature: right };
    expect(await refusal(await postJson(url + httpPaths.session, unknown))).toEqual([401, { code: 'not-enrolled' }]);
    expect(await refusal(await postJson(url + httpPaths.session, { dev: 'x' }))).toEqual([400, { code: 'bad-frame' }]);
  });

  it('with a session cannot speak for another PC', async () => {
    const other = await TestPc.join(province.server, 'na-lau');
    const request = other.request();
    expect(await refusal(await pc.send(frameCodec.toBytes(packRequest(request))))).toEqual([
      403,
      { code: 'not-allowed' },
    ]);
  });

  it('enrols only with a code, its own signature, and once', async () => {
    const { url } = province.server;
    const code = await province.server.createCode('na-lau');
    const first = createDeviceKey();
    const second = createDeviceKey();
    const enrol = (key: typeof first, parts: { code?: string; signature?: string } = {}): Promise<Response> => {
      const unsigned = { code: parts.code ?? code, name: 'Máy lạ', publicKey: key.publicKey };
      return postJson(url + httpPaths.enrol, {
        ...unsigned,
        signature: parts.signature ?? signText(key.privateKey, enrolmentMessage(unsigned)),
      });
    };
    expect(await refusal(await enrol(first, { code: '22222-22222-22222' }))).toEqual([403, { code: 'bad-code' }]);
    expect(await refusal(await enrol(first, { signature: 'AAAA' }))).toEqual([401, { code: 'bad-signature' }]);
    expect(await refusal(await enrol(first, { code: 'short' }))).toEqual([400, { code: 'bad-frame' }]);
    const enrolled = (await (await enrol(first)).json()) as { dev: number };
    expect(((await (await enrol(first)).json()) as { dev: number }).dev).toBe(enrolled.dev);
    expect(await refusal(await enrol(second))).toEqual([403, { code: 'code-used' }]);
  });
});

describe('a PC shut out', () => {
  it('is refused at its next request, even with a session, and gets no new one', async () => {
    const lost = await TestPc.join(province.server, 'na-lau');
    lost.change(newDocument());
    await lost.sync();
    expect(await province.server.revoke(lost.dev)).toBe(true);
    const before = await province.server.recordsOf('na-lau');
    lost.change(newDocument());
    await expect(lost.sync()).rejects.toThrow('device-revoked');
    await expect(lost.exchange(lost.request({ ops: [] }))).rejects.toThrow('device-revoked');
    for (const path of [`${httpPaths.history}/document/${uuidv7()}`, `${httpPaths.files}/${'0'.repeat(64)}`]) {
      expect(await refusal(await lost.get(path))).toEqual([401, { code: 'session-expired' }]);
    }
    await lost.openSession();
    expect(lost.token).toBeUndefined();
    expect(await province.server.recordsOf('na-lau')).toEqual(before);
  });
});

describe("another commune's records", () => {
  it('are neither changed, shown, nor confirmed to exist', async () => {
    const { server } = province;
    const owner = await TestPc.join(server, 'na-lau');
    const thief = await TestPc.join(server, 'po-khau');
    const doc = owner.change(newDocument({ abstract: 'CHIM-HOA-MI' }));
    await owner.sync();
    await thief.sync();
    const before = await server.recordsOf('na-lau');

    thief.change({ type: 'document', id: doc.id, f: { abstract: 'đánh tráo' }, base: 999 });
    thief.change({ type: 'document', id: uuidv7(), f: { abstract: 'đánh tráo' }, base: 999 });
    thief.change({ t: 'del', type: 'document', id: doc.id, f: {}, base: 999 });
    thief.change({ ...newDocument(), id: doc.id, stream: owner.stream });
    const { outcomes } = await thief.sync();
    expect(outcomes.map((outcome) => outcome.kind === 'rejected' && outcome.reason)).toEqual([
      'record-missing',
      'record-missing',
      'record-missing',
      'not-your-stream',
    ]);

    const same = thief.change({ ...newDocument({ abstract: 'của xã Pò Khẩu' }), id: doc.id });
    expect((await thief.sync()).outcomes).toMatchObject([{ n: same.n, kind: 'ok' }]);
    expect(await (await thief.get(`/v1/history/document/${uuidv7()}`)).json()).toEqual([]);
    expect(await (await thief.get(`/v1/history/document/${doc.id}`)).text()).not.toContain('CHIM-HOA-MI');
    expect(JSON.stringify([...thief.records.values()])).not.toContain('CHIM-HOA-MI');
    expect(await server.recordsOf('na-lau')).toEqual(before);
  });
});

describe('who guesses codes', () => {
  it('is slowed down', async () => {
    const { url } = province.server;
    const key = createDeviceKey();
    const unsigned = { code: '33333-33333-33333', name: 'Máy lạ', publicKey: key.publicKey };
    const body = { ...unsigned, signature: signText(key.privateKey, enrolmentMessage(unsigned)) };
    const statuses: number[] = [];
    for (let i = 0; i < 22; i += 1) statuses.push((await postJson(url + httpPaths.enrol, body)).status);
    expect(statuses.at(0)).toBe(403);
    expect(statuses.at(-1)).toBe(429);
  });
});
