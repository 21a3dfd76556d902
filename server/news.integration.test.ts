import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { endsFromText, newsPath, type StreamEnds } from '#shared/contract/news.ts';
import { newDocument, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince(undefined, {}, { running: 1, runningOfOne: 1, inside: 2, waitMs: 300 });
});
afterAll(() => province.end());

/** Where a PC has everything. Test PCs fetch their own stream only: where the province's ends is asked. */
async function endsOf(pc: TestPc): Promise<StreamEnds> {
  const ends = endsFromText(await (await pc.get(newsPath({ own: 999_999_999, province: 0 }, 1))).text());
  return { own: pc.cookie.base, province: ends?.province ?? 0 };
}

const listen = async (pc: TestPc, seconds = 20): Promise<Response> => pc.get(newsPath(await endsOf(pc), seconds));

/** The ends an answer tells; nothing when the time was over. */
async function heard(answer: Promise<Response>): Promise<StreamEnds | undefined> {
  const { status } = await answer;
  return status === 204 ? undefined : endsFromText(await (await answer).text());
}

describe('waiting for news', () => {
  it('ends as soon as a colleague has written, and not when another commune has', async () => {
    const [one, two, other] = [
      await TestPc.join(province.server, 'na-lau'),
      await TestPc.join(province.server, 'na-lau'),
      await TestPc.join(province.server, 'po-khau'),
    ];
    for (const pc of [one, two, other]) await pc.sync();
    await one.sync();
    const [waiting, elsewhere] = [listen(one), listen(other, 2)];
    two.change(newDocument());
    await two.sync();
    expect((await heard(waiting))?.own).toBe(two.cookie.base);
    expect(await heard(elsewhere)).toBeUndefined();
    await one.sync();
    expect(one.records.size).toBe(two.records.size);
  });

  it('does not tell a PC what it has just sent or fetched itself', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    await pc.sync();
    const known = await endsOf(pc);
    const waiting = pc.get(newsPath(known, 3));
    await new Promise((resolve) => setTimeout(resolve, 200));
    pc.change(newDocument());
    await pc.sync();
    expect(pc.cookie.base).toBeGreaterThan(known.own);
    expect(await heard(waiting)).toBeUndefined();
  });

  it('takes no room from sync, however many wait', async () => {
    const pcs: TestPc[] = [];
    for (let i = 0; i < 5; i += 1) pcs.push(await TestPc.join(province.server, 'na-lau'));
    for (const pc of pcs) await pc.sync();
    for (const pc of pcs) await pc.sync();
    const waiting = pcs.map((pc) => listen(pc, 4));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const figures = await (await fetch(province.server.url + httpPaths.metrics)).text();
    expect(figures).toContain('hosoxa_listening_devices 5');
    await pcs[0]?.sync();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
  });

  it('counts a PC once: a second question ends the first', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    await pc.sync();
    const known = await endsOf(pc);
    const first = pc.get(newsPath(known, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const second = pc.get(newsPath(known, 1));
    expect([(await first).status, (await second).status]).toEqual([204, 204]);
  });

  it('is refused without a session, and with a question that is none', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    expect((await fetch(province.server.url + newsPath({ own: 0, province: 0 }, 1))).status).toBe(401);
    for (const query of ['', '?after=1&for=5', '?after=1.2&for=51', '?after=-1.2&for=5', '?after=1.2&after=3.4&for=5'])
      expect((await pc.get(httpPaths.news + query)).status).toBe(400);
  });

  it('is over at once when the server stops', async () => {
    const ending = await startTestProvince();
    const pc = await TestPc.join(ending.server, 'na-lau');
    await pc.sync();
    const waiting = listen(pc, 50);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const began = performance.now();
    await ending.end();
    expect((await waiting).status).toBe(204);
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 40_000);
});
