import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  enrolAnswerSchema,
  httpPaths,
  refusalSchema,
  rejoinMessage,
  sessionMessage,
  wipeMessage,
} from '#shared/contract/http.ts';
import { TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import { isSignedBy } from './services/secrets.ts';
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
beforeAll(async () => {
  province = await startTestProvince();
});
afterAll(() => province.end());

const openSession = async (pc: TestPc): Promise<{ status: number; body: unknown }> => {
  const { url } = province.server;
  const { challenge } = (await (await fetch(url + httpPaths.challenge)).json()) as { challenge: string };
  const signature = signText(pc.privateKey, sessionMessage(pc.dev, challenge));
  const response = await postJson(url + httpPaths.session, { dev: pc.dev, challenge, signature });
  return { status: response.status, body: await response.json() };
};

describe('two PCs under one number', () => {
  it('are noticed at the first counter both have used, and nothing of the second is taken', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    pc.change(newDocument());
    await pc.sync();
    const copy = pc.copy();
    pc.change(newDocument());
    await pc.sync();
    pc.change(newDocument());
    await pc.sync();
    const known = copy.n;
    copy.change(newDocument());
    copy.change(newDocument());
    const before = await province.server.recordsOf('na-lau');
    await expect(copy.sync()).rejects.toThrow(`{"code":"counter-forked","expect":${known + 1}}`);
    expect(await province.server.recordsOf('na-lau')).toEqual(before);
  });

  it('are noticed below the marks too, while a store rebuilt from a long journal may send everything again', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const from = pc.n + 1;
    const doc = pc.change(newDocument());
    pc.change({ type: 'document', id: uuidv7(), f: { note: 'không có gốc' } });
    for (let i = 0; i < 478; i += 1) pc.edit(doc, { note: `lần ${i}` });
    const early = pc.request({ streams: [] });
    await pc.sync();
    for (let i = 0; i < 3; i += 1) {
      for (let k = 0; k < 200; k += 1) pc.edit(doc, { note: `lần ${i}/${k}` });
      await pc.sync();
    }
    expect((await pc.exchange(early)).outcomes.map(({ kind }) => kind)).toEqual([
      ...early.ops.map((_, i) => (i === early.ops.length - 479 ? 'rejected' : 'ok')),
    ]);
    const forged = early.ops.map((op) => (op.n === from + 10 ? { ...op, h: op.h + 5 } : op));
    await expect(pc.exchange({ ...early, ops: forged })).rejects.toThrow(
      `{"code":"counter-forked","expect":${from + 10}}`,
    );
  });

  it('part: the copy gets a number of its own, once however often it asks, and both go on', async () => {
    const pc = await TestPc.join(province.server, 'po-khau');
    pc.change(newDocument());
    await pc.sync();
    const copy = createDeviceKey();
    const text = { dev: pc.dev, publicKey: copy.publicKey };
    const request = {
      ...text,
      signature: signText(pc.privateKey, rejoinMessage(text)),
      newSignature: signText(copy.privateKey, rejoinMessage(text)),
    };
    const ask = async (body: unknown) => {
      const response = await postJson(province.server.url + httpPaths.rejoin, body);
      return { status: response.status, body: await response.json() };
    };
    const first = enrolAnswerSchema.parse((await ask(request)).body);
    const again = enrolAnswerSchema.parse((await ask(request)).body);
    const [once, twice] = await Promise.all([ask(request), ask(request)]);
    expect(
      [again.dev, once.body, twice.body].map((each) =>
        typeof each === 'number' ? each : enrolAnswerSchema.parse(each).dev,
      ),
    ).toEqual([first.dev, first.dev, first.dev]);
    expect(first.dev).not.toBe(pc.dev);
    expect(first.commune.id).toBe('po-khau');
    const devices = (await province.server.recordsOf('po-khau')).filter(({ type }) => type === 'device');
    expect(devices.map(({ f }) => f['name']?.v)).toEqual(['Máy thử', 'Máy thử (bản sao)']);
    expect((await ask({ ...request, signature: request.newSignature })).status).toBe(401);
    expect((await ask({ ...request, newSignature: request.signature })).status).toBe(401);
    expect((await ask({ ...request, dev: 99_999 })).body).toEqual({ code: 'not-enrolled' });
    pc.change(newDocument());
    expect((await pc.sync()).acked).toBe(pc.n);
    await province.server.revoke(pc.dev);
    expect((await ask(request)).body).toEqual({ code: 'device-revoked' });
  });
});

describe('a PC that leaves', () => {
  it('is shut out, its book is free, and it may ask again whether it is', async () => {
    await province.server.createCommune({ id: 'ban-giao', name: 'xã Bàn Giao', province: 'tỉnh Cao Bằng' });
    const [pc, other] = [
      await TestPc.join(province.server, 'ban-giao'),
      await TestPc.join(province.server, 'ban-giao'),
    ];
    const leave = () => postJson(province.server.url + httpPaths.leave, {}, pc.headers);
    const first = await leave();
    expect([first.status, await first.json()]).toEqual([200, {}]);
    expect((await leave()).status).toBe(200);
    expect(await openSession(pc)).toEqual({ status: 403, body: { code: 'device-revoked' } });
    await expect(pc.sync()).rejects.toThrow('device-revoked');
    await other.sync();
    const register = [...other.records.values()].find(({ type }) => type === 'register');
    expect(register?.f['holderDevice']?.v).toBeNull();
    other.change({ t: 'cmd', type: 'register', id: register?.id ?? '', f: { command: TAKE_REGISTER } });
    expect((await other.sync()).outcomes).toMatchObject([{ kind: 'ok' }]);
  });
});

describe('a PC that is shut out', () => {
  it('gets the order to wipe at its next contact, signed by the province, and its book is free', async () => {
    await province.server.createCommune({ id: 'thu-hoi', name: 'xã Thu Hồi', province: 'tỉnh Cao Bằng' });
    const pc = await TestPc.join(province.server, 'thu-hoi');
    expect(await province.server.revoke(pc.dev)).toBe(true);
    expect(await openSession(pc)).toEqual({ status: 403, body: { code: 'device-revoked' } });
    expect(await province.server.revoke(pc.dev, { wipe: true })).toBe(true);
    expect(await province.server.revoke(pc.dev, { wipe: true })).toBe(false);
    const { wipe } = refusalSchema.parse((await openSession(pc)).body);
    expect(wipe?.dev).toBe(pc.dev);
    const { signature = '', ...order } = wipe ?? { dev: 0, at: 0 };
    expect(isSignedBy(pc.enrolled.provinceKey, wipeMessage(order), signature)).toBe(true);
    await expect(pc.sync()).rejects.toThrow(signature);
    const [register] = (await province.server.recordsOf('thu-hoi')).filter(({ type }) => type === 'register');
    expect(register?.f['holderDevice']?.v).toBeNull();
  });
});
