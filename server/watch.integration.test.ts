import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { newDocument, postJson, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
let logged = '';
beforeAll(async () => {
  const log = new PassThrough();
  log.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  province = await startTestProvince(log);
});
afterAll(() => province.end());

describe('who looks after the server', () => {
  it('finds every path of the contract described, with the codes of refusals', async () => {
    const described = (await (await fetch(province.server.url + httpPaths.openapi)).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    const { metrics, health, openapi: _self, history, ...rest } = httpPaths;
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths).sort()).toEqual(
      [
        ...Object.values(rest),
        ...[metrics, health],
        ...[`${history}/{type}/{id}`, `${httpPaths.files}/{hash}`, `${httpPaths.snapshots}/{stream}/{hash}`],
      ].sort(),
    );
    expect(JSON.stringify(described.paths[httpPaths.enrol])).toContain('publicKey');
  });

  it('sees ops by outcome and times by route, and no name of a record', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const doc = pc.change(newDocument());
    pc.change({ type: 'castle', f: {} });
    await pc.sync();
    await pc.get(`${httpPaths.history}/document/${doc.id}`);
    const figures = await (await fetch(province.server.url + httpPaths.metrics)).text();
    expect(figures).toContain('hosoxa_ops_total{kind="ok"} 2');
    expect(figures).toContain('hosoxa_ops_total{kind="rejected"} 1');
    expect(figures).toContain('route="/v1/history/:type/:id"');
    expect(figures).not.toContain(doc.id);
  });

  it('reads logs without a word of what people wrote, without ids, tokens or codes', async () => {
    const pc = await TestPc.join(province.server, 'na-lau');
    const doc = pc.change(newDocument({ abstract: 'CHIM-SAO', signer: 'Nông Thị Chim Sáo' }));
    pc.change(newDocument({ secrecy: 'secret', abstract: 'CHIM-SAO' }));
    await pc.sync();
    await pc.get(`${httpPaths.history}/document/${doc.id}`);
    await pc.send(new Uint8Array([7, 7, 7]));
    await postJson(province.server.url + httpPaths.enrol, { code: 'CHIM-SAO' });
    expect(logged).toContain(`"dev":${pc.dev}`);
    expect(logged).toContain('"route":"/v1/sync","status":400');
    for (const secret of ['CHIM-SAO', 'Chim', doc.id, pc.token, 'Máy thử', '127.0.0.1']) {
      expect(logged.replace(/"msg":"Server listening[^"]*"/, ''), secret).not.toContain(secret);
    }
  });
});
