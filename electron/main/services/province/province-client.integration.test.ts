import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import { IN_TURN_HEADER } from '#shared/contract/http.ts';
import { PROVABLE_FROM_BYTES } from '#shared/contract/possession.ts';
import type { SyncRequest } from '#shared/contract/protocol.ts';
import type { Op } from '#shared/sync/op.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { openDeviceIdentity, type DeviceIdentity } from '../device-identity.ts';
import { createPrivateDeviceKey, openSigner } from '../keys/device-key.ts';
import { createMemoryIdentity } from '../memory-identity.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { createFixedKeySource } from '../keys/fixed-key-source.ts';
import { createTransfers } from '../transfers/transfers.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { createProvinceClient, type ProvinceClient } from './province-client.ts';

type Pc = {
  readonly identity: DeviceIdentity;
  readonly client: ProvinceClient;
  readonly vault: Vault;
  readonly dev: number;
};

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'province-'));
  server = await startServer({ dataDir: join(folder, 'server') });
  await server.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function enrolPc(name: string, commune = 'na-lau'): Promise<Pc> {
  const signer = openSigner(createPrivateDeviceKey());
  const key = { publicKey: () => signer.publicKey, sign: signer.sign, ageIdentity: signer.ageIdentity };
  const identity = await openDeviceIdentity(join(folder, `${name}.json`), key);
  const client = createProvinceClient(identity);
  const enrolled = await client.enrol({ serverUrl: server.url, code: await server.createCode(commune), name });
  if (!enrolled.ok) throw new Error(enrolled.error.code);
  return { identity, client, vault: await openPcVault(name), dev: enrolled.value.dev };
}

function openPcVault(name: string): Promise<Vault> {
  const setAside = createSetAside(join(folder, `${name}-aside`));
  return openVault({ folder: join(folder, `${name}-vault`), setAside, keys: createFixedKeySource(name) });
}

const HEAD = '01934f2a-7c3b-7a10-8b10-000000000001';

/** The head of the office, in whose name the others act. */
function newHead(dev: number): Op {
  const f = {
    name: { full: 'Head', family: '', middle: '', given: 'Head' },
    post: '',
    role: 'office-head',
    unitId: null,
    order: 0,
    active: true,
  };
  return { ...newUnit(dev, 1), type: 'staff', id: HEAD, f };
}

function newUnit(dev: number, n: number): Op {
  const id = `01934f2a-7c3b-7a10-8b11-${String(dev * 1000 + n).padStart(12, '0')}`;
  const f = {
    name: `Chi bộ thôn ${String(n)}`,
    kind: 'cell',
    parentId: null,
    order: n,
    validFrom: null,
    validTo: null,
  };
  return { dev, n, t: 'set', stream: 'org:na-lau', type: 'unit', id, f, base: 0, h: Date.now() * 1024, by: HEAD };
}

const ask = (dev: number, ops: readonly Op[] = []): SyncRequest => ({
  v: 1,
  dev,
  ops,
  seen: [],
  streams: [{ id: 'org:na-lau', epoch: '', base: 0, after: 0, limit: 500 }],
});

async function storeFile(vault: Vault, bytes: Uint8Array): Promise<string> {
  const begun = await vault.begin(bytes.length);
  const handle = begun.ok ? begun.value.handle : '';
  await vault.append(handle, bytes);
  const finished = await vault.finish(handle);
  return finished.ok ? finished.value.hash : '';
}

describe('the province client, on the real server', () => {
  it('enrols once, keeps what it was told, and is the same PC after a restart', async () => {
    const pc = await enrolPc('enrolled');
    const again = await openDeviceIdentity(join(folder, 'enrolled.json'), pc.identity);
    expect([again.provinceKey(), again.state()]).toEqual([pc.identity.provinceKey(), pc.identity.state()]);
    expect(again.provinceKey()).toHaveLength(43);
    expect(again.state()).toMatchObject({
      commune: { id: 'na-lau' },
      streams: ['org:na-lau', 'province'],
      offsetMs: expect.any(Number) as number,
    });
    const second = await pc.client.enrol({ serverUrl: server.url, code: '7KQ2M-XH4TD-9RWEA', name: 'x' });
    expect(second).toEqual({ ok: false, error: { code: 'not-allowed' } });
    await pc.client.close();
  });

  it('answers a wrong code and a PC that is not enrolled with their codes', async () => {
    const client = createProvinceClient(createMemoryIdentity());
    expect(await client.exchange(ask(1))).toEqual({ ok: false, error: { code: 'not-enrolled' } });
    expect(await client.enrol({ serverUrl: server.url, code: '7KQ2M-XH4TD-9RWEA', name: 'x' })).toEqual({
      ok: false,
      error: { code: 'bad-code' },
    });
  });

  it('pushes and pulls in one round trip, counts its bytes, and another PC gets the row', async () => {
    const [one, two] = [await enrolPc('one'), await enrolPc('two')];
    const op = newUnit(one.dev, 2);
    const pushed = await one.client.exchange(ask(one.dev, [newHead(one.dev), op]));
    const outcomes = [1, 2].map((n) => ({ n, kind: 'ok' }));
    expect(pushed).toMatchObject({ ok: true, value: { answer: { acked: 2, outcomes } } });
    if (pushed.ok) expect(pushed.value.sentBytes).toBeGreaterThan(100);
    const pulled = await two.client.exchange(ask(two.dev));
    const rows = pulled.ok ? pulled.value.answer.streams.flatMap((stream) => stream.rows) : [];
    expect(rows.find(({ id }) => id === op.id)?.f['name']?.v).toBe(op.f['name']);
    expect(await two.client.history('unit', op.id)).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ field: 'name', dev: one.dev })]) as unknown,
    });
    await Promise.all([one.client.close(), two.client.close()]);
  });

  it('passes on the counter the server waits for', async () => {
    const pc = await enrolPc('gap');
    expect(await pc.client.exchange(ask(pc.dev, [newUnit(pc.dev, 5)]))).toEqual({
      ok: false,
      error: { code: 'counter-gap', expect: 1 },
    });
    expect(await pc.client.exchange(ask(pc.dev + 1))).toEqual({ ok: false, error: { code: 'bad-input' } });
    await pc.client.close();
  });

  it('says offline while the server is away, and goes on with the same session or a new one when it is back', async () => {
    const pc = await enrolPc('steady');
    expect((await pc.client.exchange(ask(pc.dev))).ok).toBe(true);
    const { port } = server;
    await server.stop();
    expect(await pc.client.exchange(ask(pc.dev))).toEqual({ ok: false, error: { code: 'offline' } });
    server = await startServer({ dataDir: join(folder, 'server'), port });
    expect((await pc.client.exchange(ask(pc.dev))).ok).toBe(true);
    await pc.client.close();
  });

  it('carries a file up in pieces and down to another PC, each going on where it was after a restart', async () => {
    const [one, two] = [await enrolPc('sender'), await enrolPc('taker')];
    const bytes = randomBytes(400_000);
    const hash = await storeFile(one.vault, bytes);
    expect(await one.client.missingFiles([hash])).toEqual({ ok: true, value: [hash] });
    expect(await createTransfers(two.client, two.vault).download(hash, bytes.length)).toEqual({
      ok: false,
      error: { code: 'file-not-here-yet' },
    });

    const first = await createTransfers(one.client, one.vault).upload(hash);
    expect(first).toMatchObject({ ok: true, value: { done: false, size: bytes.length } });
    const reached = first.ok ? first.value.offset : 0;
    const upAgain = createTransfers(one.client, one.vault);
    const offsets: number[] = [];
    for (let done = false; !done;) {
      const state = await upAgain.upload(hash);
      if (!state.ok) throw new Error(state.error.code);
      offsets.push(state.value.offset);
      done = state.value.done;
    }
    expect(offsets[0]).toBeGreaterThan(reached);
    expect(await server.filesOf('na-lau')).toContainEqual({ hash, size: bytes.length });
    expect(await one.client.missingFiles([hash])).toEqual({ ok: true, value: [] });
    expect(await createTransfers(one.client, one.vault).upload(hash)).toMatchObject({
      ok: true,
      value: { done: true },
    });

    for (let done = false; !done;) {
      const state = await createTransfers(two.client, two.vault).download(hash, bytes.length);
      if (!state.ok) throw new Error(state.error.code);
      done = state.value.done;
    }
    expect(await two.vault.findVerified(hash)).toEqual({ ok: true, value: { hash, size: bytes.length } });
    await Promise.all([one.client.close(), two.client.close()]);
  });

  it('sends of a signed file only what was added to the one the province has', async () => {
    const pc = await enrolPc('signer');
    const original = randomBytes(150_000);
    const before = await storeFile(pc.vault, original);
    const other = await storeFile(pc.vault, randomBytes(100_000));
    const hash = await storeFile(pc.vault, Buffer.concat([original, randomBytes(4_000)]));
    let sent = 0;
    const sendFileCall: ProvinceClient['sendFileCall'] = (call) => {
      sent += call.body?.length ?? 0;
      return pc.client.sendFileCall(call);
    };
    const { upload } = createTransfers({ sendFileCall }, pc.vault);
    const whole = async (file: string, behind: readonly string[]): Promise<number> => {
      const from = sent;
      for (;;) {
        const state = await upload(file, behind);
        if (!state.ok) throw new Error(state.error.code);
        if (state.value.done) return sent - from;
      }
    };
    expect(await whole(before, [])).toBe(150_000);
    expect(await whole(other, [before])).toBe(100_000);
    expect(await whole(hash, [other, before])).toBe(4_000);
    expect(await server.filesOf('na-lau')).toContainEqual({ hash, size: 154_000 });
    await pc.client.close();
  });

  it('sends a file of one piece with its beginning, in one round trip, and not a second time after a cut', async () => {
    const { client, vault } = await enrolPc('brief');
    const calls: string[] = [];
    let isCut = false;
    const sendFileCall: ProvinceClient['sendFileCall'] = async (call) => {
      calls.push(`${call.method} ${String(call.body?.length ?? 0)}`);
      const answer = await client.sendFileCall(call);
      return isCut ? err({ code: 'offline' }) : answer;
    };
    const { upload } = createTransfers({ sendFileCall }, vault);
    const first = await storeFile(vault, randomBytes(20_000));
    expect(await upload(first)).toMatchObject({ ok: true, value: { done: true, offset: 20_000 } });
    const second = await storeFile(vault, randomBytes(10_000));
    isCut = true;
    expect(await upload(second)).toMatchObject({ ok: false });
    isCut = false;
    expect(await upload(second)).toMatchObject({ ok: true, value: { done: true } });
    // Asked at once, in vain, and again at the next try.
    expect(calls).toEqual(['POST 20000', 'POST 10000', 'POST 0', 'POST 0']);
    for (const hash of [first, second]) expect(await client.missingFiles([hash])).toEqual({ ok: true, value: [] });
    await client.close();
  });

  it('sends a piece while the answer to the one before is awaited, one after another to a province that does not say it takes them in turn', async () => {
    const { client, vault } = await enrolPc('quick');
    for (const says of [true, false]) {
      let [onTheWay, mostOnTheWay, refused] = [0, 0, 0];
      const sendFileCall: ProvinceClient['sendFileCall'] = async (call) => {
        if (call.method === 'PATCH') mostOnTheWay = Math.max(mostOnTheWay, (onTheWay += 1));
        const answer = await client.sendFileCall(call);
        if (call.method === 'PATCH') onTheWay -= 1;
        if (call.method === 'PATCH' && !answer.ok) refused += 1;
        if (!answer.ok || says) return answer;
        const { [IN_TURN_HEADER]: _said, ...headers } = answer.value.headers;
        return ok({ ...answer.value, headers });
      };
      const { upload } = createTransfers({ sendFileCall }, vault);
      const hash = await storeFile(vault, randomBytes(700_000));
      const states: Awaited<ReturnType<typeof upload>>[] = [];
      while (!states.some((state) => state.ok && state.value.done))
        states.push(...(await Promise.all([upload(hash), upload(hash), upload(hash)])));
      expect(states.filter(({ ok: went }) => !went)).toEqual([]);
      expect([mostOnTheWay > 1, refused]).toEqual([says, 0]);
      expect(await server.filesOf('na-lau')).toContainEqual({ hash, size: 700_000 });
    }
    await client.close();
  });

  it('sends nothing of a large file that the province has for another commune: it shows that it has it', async () => {
    await server.createCommune({ id: 'po-khau', name: 'xã Pò Khẩu', province: 'tỉnh Cao Bằng' });
    const pcs = [await enrolPc('first', 'po-khau'), await enrolPc('second')];
    const bytes = randomBytes(PROVABLE_FROM_BYTES + 5);
    const sent: number[] = [];
    let hash = '';
    for (const { client, vault } of pcs) {
      hash = await storeFile(vault, bytes);
      let pieces = 0;
      const sendFileCall: ProvinceClient['sendFileCall'] = (call) => {
        if (call.method === 'PATCH') pieces += call.body?.length ?? 0;
        return client.sendFileCall(call);
      };
      const { upload } = createTransfers({ sendFileCall }, vault);
      while (!(await upload(hash).then((state) => !state.ok || state.value.done))) continue;
      sent.push(pieces);
      await client.close();
    }
    expect(sent).toEqual([bytes.length, 0]);
    expect(await server.filesOf('na-lau')).toContainEqual({ hash, size: bytes.length });
  });

  it('throws away a download that is not what it should be, and begins anew', async () => {
    const [one, two] = [await enrolPc('honest'), await enrolPc('spoiled')];
    const bytes = randomBytes(30_000); // one piece, the smallest
    const hash = await storeFile(one.vault, bytes);
    const up = createTransfers(one.client, one.vault);
    while (!(await up.upload(hash).then((state) => !state.ok || state.value.done))) continue;
    await two.vault.appendIncoming(hash, bytes.length, randomBytes(10_000));
    const down = createTransfers(two.client, two.vault);
    expect(await down.download(hash, bytes.length)).toEqual({ ok: false, error: { code: 'file-hash-mismatch' } });
    expect(await down.download(hash, bytes.length)).toMatchObject({ ok: true, value: { done: true } });
    await Promise.all([one.client.close(), two.client.close()]);
  });
});

describe('the province client, on a server that is none of ours', () => {
  async function withServer(
    answer: Parameters<typeof createServer>[1],
    run: (url: string) => Promise<void>,
  ): Promise<void> {
    const foreign: Server = createServer(answer as never);
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    try {
      await run(`http://127.0.0.1:${String((foreign.address() as AddressInfo).port)}`);
    } finally {
      foreign.closeAllConnections();
      foreign.close();
    }
  }

  const enrolAt = async (serverUrl: string): Promise<unknown> => {
    const client = createProvinceClient(createMemoryIdentity());
    const answer = await client.enrol({ serverUrl, code: '7KQ2M-XH4TD-9RWEA', name: 'x' });
    await client.close();
    return answer;
  };

  it('follows no redirect', async () => {
    await withServer(
      ((_request: unknown, response: { writeHead: (status: number, headers: object) => { end: () => void } }) =>
        response.writeHead(302, { location: server.url }).end()) as never,
      async (url) => {
        expect(await enrolAt(url)).toEqual({ ok: false, error: { code: 'bad-answer' } });
      },
    );
  });

  it('takes a portal page, a foreign refusal and an endless answer for what they are', async () => {
    for (const [status, body] of [
      [200, '<html>đăng nhập wifi</html>'],
      [403, '{"code":"no such code of ours"}'],
      [200, 'x'.repeat(9 * 1024 * 1024)],
    ] as const) {
      await withServer(
        (_request: unknown, response: { writeHead: (code: number) => { end: (text: string) => void } }) => {
          response.writeHead(status).end(body);
        },
        async (url) => {
          expect(await enrolAt(url)).toEqual({ ok: false, error: { code: 'bad-answer' } });
        },
      );
    }
  });
});
