import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { packRequest } from '#shared/contract/wire.ts';
import { must } from '#shared/base/must.ts';
import { frameCodec } from './routes/frame-codec.ts';
import { connectAsOwner } from './storage/database.ts';
import { findRunningPostgres } from './storage/embedded-postgres.ts';
import { carryTo, signedBatch } from './test-carrier.ts';
import { newDocument, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince(undefined, {}, { running: 2, runningOfOne: 1, inside: 3, waitMs: 300 });
});
afterAll(() => province.end());

/** Holds a commune's stream as a batch of another server would that takes long; the function lets it go. */
async function holdStream(id: string): Promise<() => Promise<void>> {
  const client = await connectAsOwner(must(await findRunningPostgres(province.dataDir), 'the database runs'));
  await client.query('begin');
  await client.query('select from stream where id = $1 for update', [id]);
  return () => client.end();
}

/** Until one request is inside the gate. */
async function untilRunning(): Promise<void> {
  for (;;) {
    const figures = await (await fetch(province.server.url + httpPaths.metrics)).text();
    if (figures.includes('hosoxa_sync_requests{state="running"} 1')) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a server with too much to do', () => {
  it('sends away what has no room, says when to come again, and serves the others meanwhile', async () => {
    const pcs: TestPc[] = [];
    for (let i = 0; i < 4; i += 1) pcs.push(await TestPc.join(province.server, 'na-lau'));
    const other = await TestPc.join(province.server, 'po-khau');
    const letGo = await holdStream('org:na-lau');
    const send = (pc: TestPc): Promise<Response> => {
      pc.change(newDocument());
      return pc.send(frameCodec.toBytes(packRequest(pc.request())));
    };
    const [first, second] = [send(must(pcs[0], 'four')), send(must(pcs[1], 'four'))];
    const waited = await second;
    expect([waited.status, await waited.text()]).toEqual([503, '{"code":"too-many-requests"}']);
    expect(Number(waited.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await send(other)).status).toBe(200);
    expect((await fetch(province.server.url + httpPaths.health)).status).toBe(200);
    const rest = [send(must(pcs[1], 'four')), send(must(pcs[2], 'four')), send(must(pcs[3], 'four'))];
    expect((await Promise.all(rest)).map(({ status }) => status)).toEqual([503, 503, 503]);
    const figures = await (await fetch(province.server.url + httpPaths.metrics)).text();
    expect(figures).toContain('hosoxa_limited_total{what="busy"} 4');
    expect(figures).toContain('hosoxa_sync_requests{state="running"} 1');
    await letGo();
    expect((await first).status).toBe(200);
    for (const pc of pcs) expect(new Set((await pc.sync()).outcomes.map(({ kind }) => kind))).toEqual(new Set(['ok']));
  });

  it('lets what one PC brings of another wait at the same gate', async () => {
    const [author, carrier] = [
      await TestPc.join(province.server, 'na-lau'),
      await TestPc.join(province.server, 'na-lau'),
    ];
    const batch = signedBatch(author, [author.change(newDocument())]);
    const letGo = await holdStream('org:na-lau');
    carrier.change(newDocument());
    const running = carrier.send(frameCodec.toBytes(packRequest(carrier.request())));
    await untilRunning();
    expect(await carryTo(province.server, carrier, batch)).toEqual({ code: 'too-many-requests' });
    await letGo();
    expect((await running).status).toBe(200);
    expect(await carryTo(province.server, carrier, batch)).toMatchObject({ acked: 1, outcomes: [{ kind: 'ok' }] });
  });

  it('does not wait for a lock that never comes free', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const letGo = await holdStream('org:na-lau');
    pc.change(newDocument());
    const began = performance.now();
    const answer = await pc.send(frameCodec.toBytes(packRequest(pc.request())));
    expect([answer.status, await answer.text()]).toEqual([503, '{"code":"too-many-requests"}']);
    expect(performance.now() - began).toBeLessThan(14_000);
    await letGo();
    expect((await pc.sync()).outcomes.map(({ kind }) => kind)).toEqual(['ok']);
  }, 30_000);
});
