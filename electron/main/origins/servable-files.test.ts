import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import { createPrintQueue } from '../printing/print-queue.ts';
import { parseByteRange } from './byte-range.ts';
import { createAppServer } from './serve-app.ts';
import { createDocumentServer, listViewerFiles } from './serve-documents.ts';
import { findServableFile, listServableFiles, type ServableFile } from './servable-files.ts';

let folder: string;
let files: ReadonlyMap<string, ServableFile>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'origin-'));
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  for (const name of ['index.html', 'document-viewer.html', 'assets/a.js', 'assets/a.js.map']) {
    writeFileSync(join(folder, 'renderer', name), name);
  }
  files = listServableFiles(join(folder, 'renderer'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the allow-list of app://', () => {
  it('serves what was built, and the page for the bare address', () => {
    expect(findServableFile(files, 'app://hosoxa', 'app://hosoxa/assets/a.js?v=1#x')?.type).toMatch('text/javascript');
    expect(findServableFile(files, 'app://hosoxa', 'app://hosoxa/')?.path).toBe(join(folder, 'renderer/index.html'));
  });

  it.each([
    'app://hosoxa/../secret.json',
    'app://hosoxa/%2e%2e/secret.json',
    'app://hosoxa/%2e%2e%2fsecret.json',
    'app://hosoxa/assets/..%2f..%2fsecret.json',
    'app://hosoxa/assets/..%5c..%5csecret.json',
    'app://hosoxa//etc/passwd',
    'app://hosoxa/assets',
    'app://hosoxa/assets/a.js.map',
    'app://hosoxa/assets/a.js%00.html',
    'app://hosoxa/%E0%A4%A',
    'app://hosoxa/INDEX.HTML',
    'app://other/index.html',
    'app://hosoxa.evil/index.html',
    'hosoxa-doc://hosoxa/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('has nothing for %s', (address) => {
    expect(findServableFile(files, 'app://hosoxa', address)).toBeUndefined();
  });

  it('answers 404 and 405 with the policy on them', async () => {
    const serve = createAppServer(files);
    const missing = await serve(new Request('app://hosoxa/none'));
    expect([missing.status, missing.headers.get('content-security-policy')]).toEqual([
      404,
      expect.stringContaining("default-src 'none'"),
    ]);
    expect((await serve(new Request('app://hosoxa/index.html', { method: 'POST' }))).status).toBe(405);
  });
});

describe('the origin of papers', () => {
  const printing = createPrintQueue();
  const hash = 'a'.repeat(64);
  const serve = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
    createDocumentServer(
      listViewerFiles(files),
      {
        findVerified: (asked) => Promise.resolve(asked === hash ? ok({ hash, size: 10 }) : err('file-missing')),
        stream: (_hash, start, end) => Readable.from([Buffer.from('index.html').subarray(start, end + 1)]),
      },
      printing,
    )(new Request(address, { headers }));

  it('serves the viewer and vault files, whole or a range of one', async () => {
    expect((await serve('hosoxa-doc://viewer/document-viewer.html')).status).toBe(200);
    expect(await (await serve(`hosoxa-doc://viewer/file/${hash}`)).text()).toBe('index.html');
    const part = await serve(`hosoxa-doc://viewer/file/${hash}`, { range: 'bytes=2-4' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', 'dex']);
    expect((await serve(`hosoxa-doc://viewer/file/${hash}`, { range: 'bytes=10-' })).status).toBe(416);
  });

  it('serves what waits for the printer, until it was printed', async () => {
    const id = printing.add(Buffer.from('%PDF'));
    expect(await (await serve(`hosoxa-doc://viewer/print/${id}`)).text()).toBe('%PDF');
    printing.remove(id);
    expect((await serve(`hosoxa-doc://viewer/print/${id}`)).status).toBe(404);
  });

  it.each([
    'hosoxa-doc://viewer/index.html',
    'hosoxa-doc://viewer/',
    `hosoxa-doc://viewer/file/${'b'.repeat(64)}`,
    `hosoxa-doc://viewer/file/${'A'.repeat(64)}`,
    `hosoxa-doc://other/file/${hash}`,
    'hosoxa-doc://viewer/file/..%2f..%2fdevice.json',
    `hosoxa-doc://viewer/file/${hash}/../x`,
  ])('has nothing for %s', async (address) => {
    expect((await serve(address)).status).toBe(404);
  });
});

describe('a byte range', () => {
  it.each([
    [null, undefined],
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=5-100', { start: 5, end: 9 }],
    ['bytes=9-3', 'unsatisfiable'],
    ['bytes=-', undefined],
    ['bytes=0-1,4-5', undefined],
  ])('%s of ten bytes is %j', (header, expected) => {
    expect(parseByteRange(header, 10)).toEqual(expected);
  });
});
