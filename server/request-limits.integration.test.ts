import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { createProvinceService } from './services/province-service.ts';
import { openAsOwner } from './storage/database.ts';
import { findRunningPostgres } from './storage/embedded-postgres.ts';
import { noFiles, newDocument, postJson, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince(undefined, { perAddress: 400, sync: 20, files: 5, log: 3 });
});
afterAll(() => province.end());

const MINUTE_MS = 60_000;

describe('a PC that asks too often', () => {
  it('is told to wait, by kind of request, while the others of its office go on', async () => {
    const [busy, calm] = [await TestPc.join(province.server, 'na-lau'), await TestPc.join(province.server, 'na-lau')];
    const statuses = async (count: number, ask: () => Promise<Response>): Promise<number[]> => {
      const all: number[] = [];
      for (let i = 0; i < count; i += 1) all.push((await ask()).status);
      return all;
    };
    const have = (): Promise<Response> =>
      postJson(province.server.url + httpPaths.filesHave, { hashes: [] }, busy.headers);
    expect(await statuses(6, have)).toEqual([200, 200, 200, 200, 200, 429]);
    const log = (): Promise<Response> => postJson(province.server.url + httpPaths.audit, {}, busy.headers);
    expect(await statuses(4, log)).toEqual([400, 400, 400, 429]);
    const polls = async (pc: TestPc): Promise<string> => {
      for (let i = 0; ; i += 1)
        try {
          if (i === 25) return 'never';
          await pc.exchange(pc.request({ ops: [] }));
        } catch (refusal) {
          return (refusal as Error).message;
        }
    };
    busy.change(newDocument());
    expect(await polls(busy)).toBe('{"code":"too-many-requests"}');
    expect((await calm.exchange(calm.request({ ops: [] }))).acked).toBe(calm.n);
    const figures = await (await fetch(province.server.url + httpPaths.metrics)).text();
    expect(figures).toContain('hosoxa_limited_total{what="sync"} 1');
    province.clock.aheadMs += MINUTE_MS;
    expect((await busy.sync()).outcomes.map(({ kind }) => kind)).toEqual(['ok']);
  });

  it('from one address is told to wait before anything is read of it', async () => {
    province.clock.aheadMs += MINUTE_MS;
    let last = 200;
    for (let i = 0; i <= 400; i += 1) last = (await fetch(province.server.url + httpPaths.health)).status;
    expect(last).toBe(429);
    province.clock.aheadMs += MINUTE_MS;
  });

  it('with more than its request may carry is refused', async () => {
    const pc = await TestPc.join(province.server, 'po-khau');
    const large = 'x'.repeat(600 * 1024);
    for (const path of [httpPaths.enrol, httpPaths.session, httpPaths.rejoin, httpPaths.audit, httpPaths.filesHave])
      expect((await postJson(province.server.url + path, { large }, pc.headers)).status).toBe(413);
  });
});

describe('what nobody asks for again', () => {
  it('goes: old sessions and challenges, and outcomes no repeat can ask for; what may be asked for stays', async () => {
    const pc = await TestPc.join(province.server, 'po-khau');
    const owner = openAsOwner((await findRunningPostgres(province.dataDir)) ?? '');
    pc.change({ type: 'castle', f: {} });
    await pc.sync();
    await sql`insert into kept_outcome (commune, device, n, kind, reason, late, at) values
      ('po-khau', ${pc.dev}, 100001, 'rejected', 'bad-value', true, now() - interval '500 days'),
      ('po-khau', ${pc.dev}, 100002, 'rejected', 'bad-value', false, now() - interval '500 days'),
      ('po-khau', ${pc.dev}, 100003, 'rejected', 'bad-value', false, now() - interval '5 days')`.execute(owner);
    const prune = async (daysAhead: number): Promise<number[]> => {
      await createProvinceService(owner, () => Date.now() + daysAhead * 24 * 60 * MINUTE_MS, noFiles).prune();
      const rows = await owner.selectFrom('kept_outcome').select('n').where('n', '>', 100_000).orderBy('n').execute();
      return rows.map(({ n }) => n);
    };
    expect(await prune(0)).toEqual([100_001, 100_002, 100_003]);
    await sql`update device set last_n = 100900 where id = ${pc.dev}`.execute(owner);
    expect(await prune(0)).toEqual([100_001, 100_003]);
    const sessions = async (): Promise<number> => (await owner.selectFrom('session').select('device').execute()).length;
    expect(await sessions()).toBeGreaterThan(0);
    await prune(1);
    expect(await sessions()).toBe(0);
    await owner.destroy();
  });
});
