import { unzipSync } from 'fflate';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import { composeEdxml } from './compose-edxml.ts';

const content = Buffer.from('%PDF-1.7 Báo cáo');
const vault = {
  findVerified: (hash: string) =>
    Promise.resolve(hash === 'a' ? ok({ hash, size: content.length }) : err('file-missing' as const)),
  stream: (_hash: string, start: number, end: number) => Readable.from([content.subarray(start, end + 1)]),
};

describe('an edXML message put together', () => {
  it('has a file as a ZIP with it alone, in base64, between the texts', async () => {
    const parts: Uint8Array[] = [];
    for await (const part of composeEdxml(vault, ['<a>Đ', { hash: 'a', name: '../Báo cáo.pdf' }, '</a>']))
      parts.push(part);
    const text = Buffer.concat(parts).toString('utf8');
    const [, encoded = ''] = /^<a>Đ([^<]+)<\/a>$/u.exec(text) ?? [];
    const files = unzipSync(new Uint8Array(Buffer.from(encoded, 'base64')));
    expect(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['-Báo cáo.pdf', content.toString()],
    ]);
  });

  it('fails rather than leave a file out', async () => {
    const all = async (): Promise<void> => {
      for await (const part of composeEdxml(vault, [{ hash: 'b', name: 'b.pdf' }])) expect(part).toBeDefined();
    };
    await expect(all()).rejects.toThrow('file-missing');
  });
});
