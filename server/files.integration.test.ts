import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { CHALLENGE_HEADER, possessionRanges, PROVABLE_FROM_BYTES } from '#shared/contract/possession.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { startTestBucket, type TestBucket } from './test-bucket.ts';
import { postJson, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

describe.each(['a folder', 'a bucket'] as const)('files in %s', (where) => {
  let province: TestProvince;
  let pc: TestPc;
  let colleague: TestPc;
  let stranger: TestPc;
  let rented: TestBucket | undefined;
  beforeAll(async () => {
    if (where === 'a bucket') rented = await startTestBucket();
    province = await startTestProvince(undefined, {}, {}, { bucket: rented?.settings });
    pc = await TestPc.join(province.server, 'na-lau');
    colleague = await TestPc.join(province.server, 'na-lau');
    stranger = await TestPc.join(province.server, 'po-khau');
  });
  afterAll(async () => {
    await province.end();
    await rented?.end();
  });

  const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const urlOf = (hash: string): string => `${province.server.url}${httpPaths.files}/${hash}`;
  const tus = (from: TestPc): Record<string, string> => ({ ...from.headers, 'tus-resumable': '1.0.0' });
  const begin = (from: TestPc, hash: string, size: number, prefix?: string): Promise<Response> =>
    fetch(province.server.url + httpPaths.files, {
      method: 'POST',
      headers: {
        ...tus(from),
        'upload-length': String(size),
        'upload-metadata': [`hash ${Buffer.from(hash).toString('base64')}`]
          .concat(prefix === undefined ? [] : [`prefix ${Buffer.from(prefix).toString('base64')}`])
          .join(','),
      },
    });
  const upload = async (from: TestPc, bytes: Buffer): Promise<string> => {
    await begin(from, hashOf(bytes), bytes.length);
    await patch(from, hashOf(bytes), 0, bytes);
    return hashOf(bytes);
  };
  const patch = (from: TestPc, hash: string, offset: number, body: Buffer): Promise<Response> =>
    fetch(urlOf(hash), {
      method: 'PATCH',
      body: new Uint8Array(body),
      headers: { ...tus(from), 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    });
  const offsetOf = async (from: TestPc, hash: string): Promise<string | null> =>
    (await fetch(urlOf(hash), { method: 'HEAD', headers: tus(from) })).headers.get('upload-offset');
  const missing = async (from: TestPc, hashes: string[]): Promise<string[]> =>
    (
      (await (await postJson(province.server.url + httpPaths.filesHave, { hashes }, from.headers)).json()) as {
        missing: string[];
      }
    ).missing;

  describe('a file', () => {
    it('goes up in pieces, comes down whole or from any byte, and is had only when verified', async () => {
      const bytes = randomBytes(300_000);
      const hash = hashOf(bytes);
      expect((await fetch(urlOf(hash), { method: 'HEAD', headers: tus(pc) })).status).toBe(404);
      expect((await begin(pc, hash, bytes.length)).headers.get('location')).toBe(`${httpPaths.files}/${hash}`);
      expect((await patch(pc, hash, 0, bytes.subarray(0, 200_000))).status).toBe(204);
      expect(await missing(pc, [hash])).toEqual([hash]);
      expect((await pc.get(`${httpPaths.files}/${hash}`)).status).toBe(404);
      expect((await patch(pc, hash, 200_000, bytes.subarray(200_000))).status).toBe(204);
      expect(await missing(pc, [hash])).toEqual([]);
      expect(await offsetOf(pc, hash)).toBe('300000');
      expect(Buffer.from(await (await pc.get(`${httpPaths.files}/${hash}`)).arrayBuffer()).equals(bytes)).toBe(true);
      const tail = await pc.get(`${httpPaths.files}/${hash}`, { range: 'bytes=299000-' });
      expect([tail.status, tail.headers.get('content-range')]).toEqual([206, 'bytes 299000-299999/300000']);
      expect(Buffer.from(await tail.arrayBuffer()).equals(bytes.subarray(299_000))).toBe(true);
      expect((await pc.get(`${httpPaths.files}/${hash}`, { range: 'bytes=300000-' })).status).toBe(416);
      expect(await province.server.filesOf('na-lau')).toContainEqual({ hash, size: bytes.length });
    });

    it('goes up with the common tus client as well', async () => {
      const bytes = randomBytes(150_000);
      const hash = hashOf(bytes);
      await new Promise<void>((resolve, reject) => {
        new Upload(bytes, {
          endpoint: province.server.url + httpPaths.files,
          headers: pc.headers,
          metadata: { hash },
          chunkSize: 64 * 1024,
          onSuccess: () => resolve(),
          onError: reject,
        }).start();
      });
      expect(await missing(pc, [hash])).toEqual([]);
    });

    it('whose bytes are not those of its name is thrown away, and may come again rightly', async () => {
      const bytes = randomBytes(5_000);
      const hash = hashOf(bytes);
      await begin(pc, hash, bytes.length);
      const wrong = await patch(pc, hash, 0, randomBytes(5_000));
      expect([wrong.status, await wrong.json()]).toEqual([422, { code: 'file-hash-mismatch' }]);
      expect(await missing(pc, [hash])).toEqual([hash]);
      expect((await fetch(urlOf(hash), { method: 'HEAD', headers: tus(pc) })).status).toBe(404);
      await begin(pc, hash, bytes.length);
      expect((await patch(pc, hash, 0, bytes)).status).toBe(204);
    });

    it('cut in the middle of a piece goes on from the last byte that arrived', async () => {
      const bytes = randomBytes(400_000);
      const hash = hashOf(bytes);
      await begin(pc, hash, bytes.length);
      await cutAfter(pc, hash, bytes, 250_000);
      const offset = Number(await offsetOf(pc, hash));
      expect(offset).toBeGreaterThan(0);
      expect(offset).toBeLessThan(400_000);
      expect((await patch(pc, hash, 0, bytes.subarray(0, 10))).status).toBe(409);
      expect((await patch(colleague, hash, offset, bytes.subarray(offset))).status).toBe(204);
      expect(await missing(colleague, [hash])).toEqual([]);
    });

    it('begun twice is not begun anew, and done is done', async () => {
      const bytes = randomBytes(9_000);
      const hash = hashOf(bytes);
      await begin(pc, hash, bytes.length);
      await patch(pc, hash, 0, bytes.subarray(0, 4_000));
      const again = await begin(colleague, hash, bytes.length);
      expect([again.status, again.headers.get('upload-offset')]).toEqual([201, '4000']);
      await patch(colleague, hash, 4_000, bytes.subarray(4_000));
      expect((await begin(pc, hash, bytes.length)).headers.get('upload-offset')).toBe('9000');
      expect((await patch(pc, hash, 0, randomBytes(9_000))).status).toBe(404);
      expect(Buffer.from(await (await pc.get(`${httpPaths.files}/${hash}`)).arrayBuffer()).equals(bytes)).toBe(true);
    });

    it('is had and seen by its own commune only', async () => {
      const bytes = randomBytes(1_000);
      const hash = hashOf(bytes);
      await begin(pc, hash, bytes.length);
      await patch(pc, hash, 0, bytes.subarray(0, 500));
      expect((await fetch(urlOf(hash), { method: 'HEAD', headers: tus(stranger) })).status).toBe(404);
      expect((await patch(stranger, hash, 500, bytes.subarray(500))).status).toBe(404);
      await patch(pc, hash, 500, bytes.subarray(500));
      expect(await missing(stranger, [hash])).toEqual([hash]);
      expect(await (await stranger.get(`${httpPaths.files}/${hash}`)).json()).toEqual({ code: 'file-missing' });
    });

    it('of impossible size or name is refused before a byte is taken', async () => {
      const hash = hashOf(Buffer.from('x'));
      const code = async (answer: Promise<Response>): Promise<unknown> =>
        ((await (await answer).json()) as { code: string }).code;
      expect(await code(begin(pc, hash, 0))).toBe('file-empty');
      expect(await code(begin(pc, hash, 2 * 1024 ** 3))).toBe('file-too-large');
      expect(await code(begin(pc, hash, FILE_MAX_BYTES + 1))).toBe('file-too-large');
      expect(await code(begin(pc, '../../etc/passwd', 10))).toBe('bad-frame');
      expect(await code(begin(pc, hash.toUpperCase(), 10))).toBe('bad-frame');
      expect(await code(pc.get(`${httpPaths.files}/..%2F..%2Fdatabase-password`))).toBe('file-missing');
      await begin(pc, hash, 10);
      expect((await patch(pc, hash, 0, randomBytes(11))).status).toBeGreaterThanOrEqual(400);
      expect(await missing(pc, [hash])).toEqual([hash]);
    });
  });

  /** Sends the head of a PATCH for all bytes, then some of them, then breaks the line. */
  function cutAfter(from: TestPc, hash: string, bytes: Buffer, sent: number): Promise<void> {
    return new Promise((resolve) => {
      const request = httpRequest(urlOf(hash), {
        method: 'PATCH',
        headers: {
          ...tus(from),
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          'content-length': String(bytes.length),
        },
      });
      request.on('error', () => resolve());
      request.write(bytes.subarray(0, sent), () => setTimeout(() => request.destroy(), 100));
    });
  }

  describe('a file that begins with the bytes of another one, as a signed PDF does', () => {
    const original = randomBytes(200_000);
    const signed = Buffer.concat([original, randomBytes(3_000)]);

    it('is sent from behind them, and is kept only if the whole is what its hash says', async () => {
      const prefix = await upload(pc, original);
      const hash = hashOf(signed);
      const begun = await begin(pc, hash, signed.length, prefix);
      expect([begun.status, begun.headers.get('upload-offset')]).toEqual([201, '200000']);
      expect(await offsetOf(colleague, hash)).toBe('200000');
      expect((await patch(pc, hash, 200_000, signed.subarray(200_000))).status).toBe(204);
      expect(await missing(pc, [hash])).toEqual([]);
      const down = await pc.get(`${httpPaths.files}/${hash}`);
      expect(Buffer.from(await down.arrayBuffer()).equals(signed)).toBe(true);

      const other = Buffer.concat([randomBytes(200_000), randomBytes(10)]);
      await begin(pc, hashOf(other), other.length, prefix);
      const refused = await patch(pc, hashOf(other), 200_000, other.subarray(200_000));
      expect(await refused.json()).toEqual({ code: 'file-hash-mismatch' });
      expect(await missing(pc, [hashOf(other)])).toEqual([hashOf(other)]);
    });

    it('goes on where it was when it is begun again', async () => {
      const prefix = await upload(pc, original);
      const longer = Buffer.concat([original, randomBytes(9_000)]);
      await begin(pc, hashOf(longer), longer.length, prefix);
      await patch(pc, hashOf(longer), 200_000, longer.subarray(200_000, 204_000));
      const again = await begin(pc, hashOf(longer), longer.length, prefix);
      expect(again.headers.get('upload-offset')).toBe('204000');
    });

    it.each([
      ['another commune has', async () => upload(stranger, randomBytes(1000))],
      ['nobody has', () => Promise.resolve(hashOf(randomBytes(10)))],
      ['is no shorter', async () => upload(pc, randomBytes(2000))],
      ['is no hash', () => Promise.resolve('../../etc/passwd')],
    ])('begins at 0 behind one that %s', async (_, prefixOf) => {
      const bytes = randomBytes(2000);
      const begun = await begin(pc, hashOf(bytes), bytes.length, await prefixOf());
      expect([begun.status, begun.headers.get('upload-offset') ?? '0']).toEqual([201, '0']);
      expect((await patch(pc, hashOf(bytes), 0, bytes)).status).toBe(204);
      expect(await missing(pc, [hashOf(bytes)])).toEqual([]);
    });
  });

  describe('a large file that another commune has', () => {
    const proofOf = (bytes: Buffer, nonce: string): string => {
      const digest = createHash('sha256').update(nonce);
      for (const { start, end } of possessionRanges(nonce, bytes.length)) digest.update(bytes.subarray(start, end + 1));
      return digest.digest('hex');
    };
    const challenge = async (from: TestPc, bytes: Buffer): Promise<string> =>
      (await begin(from, hashOf(bytes), bytes.length)).headers.get(CHALLENGE_HEADER) ?? '';
    const prove = async (
      from: TestPc,
      bytes: Buffer,
      nonce: string,
      proof = proofOf(bytes, nonce),
    ): Promise<unknown> => {
      const request = { hash: hashOf(bytes), size: bytes.length, nonce, proof };
      return (await postJson(province.server.url + httpPaths.filesProof, request, from.headers)).json();
    };

    it('is the own one too once a PC has shown that it has the bytes, without a byte sent', async () => {
      const bytes = randomBytes(PROVABLE_FROM_BYTES + 77);
      const hash = await upload(stranger, bytes);
      expect(await missing(pc, [hash])).toEqual([hash]);
      expect(await prove(pc, bytes, await challenge(pc, bytes))).toEqual({ here: true });
      expect(await missing(pc, [hash])).toEqual([]);
      const down = await colleague.get(`${httpPaths.files}/${hash}`);
      expect(Buffer.from(await down.arrayBuffer()).equals(bytes)).toBe(true);
      expect(await offsetOf(pc, hash)).toBe(String(bytes.length));
    });

    it('is told of to nobody who has not the bytes: it is asked and answered as for a file nobody has', async () => {
      const [known, unknown] = [randomBytes(PROVABLE_FROM_BYTES), randomBytes(PROVABLE_FROM_BYTES)];
      await upload(stranger, known);
      const times: number[] = [];
      for (const bytes of [known, unknown]) {
        const nonce = await challenge(pc, bytes);
        expect(nonce).toMatch(/^[0-9a-f]{64}$/);
        const began = performance.now();
        expect(await prove(pc, bytes, nonce, 'ab'.repeat(32))).toEqual({ here: false });
        times.push(performance.now() - began);
        expect(await missing(pc, [hashOf(bytes)])).toEqual([hashOf(bytes)]);
        expect((await pc.get(`${httpPaths.files}/${hashOf(bytes)}`)).status).toBe(404);
      }
      for (const ms of times) expect(ms).toBeGreaterThanOrEqual(245);
      expect(await prove(pc, unknown, await challenge(pc, unknown))).toEqual({ here: false });
    });

    it('takes no proof made with the nonce of another PC, an old one, or one of its own making', async () => {
      const bytes = randomBytes(PROVABLE_FROM_BYTES);
      await upload(stranger, bytes);
      const [foreign, own] = [await challenge(colleague, bytes), await challenge(pc, bytes)];
      for (const nonce of [foreign, 'cd'.repeat(32)]) expect(await prove(pc, bytes, nonce)).toEqual({ here: false });
      province.clock.aheadMs += 3 * 3_600_000;
      expect(await prove(pc, bytes, own)).toEqual({ here: false });
      province.clock.aheadMs -= 3 * 3_600_000;
      expect(await prove(pc, bytes, 'no nonce', 'ab'.repeat(32))).toEqual({ code: 'bad-frame' });
      expect(await prove(pc, bytes, own)).toEqual({ here: true });
    });

    it('asks for no proof of a small one, nor of one that is under way', async () => {
      const [small, large] = [randomBytes(1000), randomBytes(PROVABLE_FROM_BYTES)];
      expect(await challenge(pc, small)).toBe('');
      await begin(pc, hashOf(large), large.length);
      await patch(pc, hashOf(large), 0, large.subarray(0, 1000));
      expect(await challenge(pc, large)).toBe('');
    });
  });
});
