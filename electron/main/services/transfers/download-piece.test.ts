import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { createFixedKeySource } from '../keys/fixed-key-source.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { downloadPiece, type DownloadParts } from './download-piece.ts';

const file = randomBytes(100);
const hash = createHash('sha256').update(file).digest('hex');
let root: string;
let vault: Vault;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'download-'));
  const setAside = createSetAside(join(root, 'aside'));
  vault = await openVault({ folder: join(root, 'vault'), setAside, keys: createFixedKeySource() });
});
afterEach(async () => {
  await vault.close();
  rmSync(root, { recursive: true });
});

/** Answers ranges of the file as the province's server does, at most `most` bytes of it asked at once. */
function parts(most: number): DownloadParts {
  return {
    vault,
    meter: { next: () => most, note: () => undefined },
    province: {
      sendFileCall: ({ headers }) => {
        const [start = 0, end = 0] = (headers?.['range'] ?? '').match(/\d+/gu)?.map(Number) ?? [];
        if (start >= file.length) return Promise.resolve(err({ code: 'bad-frame' }));
        const body = file.subarray(start, end + 1);
        return Promise.resolve(
          ok({ status: 206, headers: {}, body, roundTripMs: 1, sentBytes: 0, receivedBytes: body.length }),
        );
      },
    },
  };
}

describe('a download', () => {
  it('comes piece by piece and lies verified in the vault', async () => {
    expect(await downloadPiece(parts(60), hash, 100)).toEqual(ok({ offset: 60, size: 100, done: false }));
    expect(await downloadPiece(parts(60), hash, 100)).toEqual(ok({ offset: 100, size: 100, done: true }));
    expect(await vault.listPresent([hash])).toEqual([hash]);
  });

  it('whose record says more than there is, or less, is a fault of the file and not of the line', async () => {
    expect(await downloadPiece(parts(200), hash, 150)).toEqual(err({ code: 'file-hash-mismatch' }));
    expect(await downloadPiece(parts(100), hash, 150)).toMatchObject({ ok: true });
    expect(await downloadPiece(parts(100), hash, 150)).toEqual(err({ code: 'file-hash-mismatch' }));
    expect(await downloadPiece(parts(100), hash, 40)).toEqual(err({ code: 'file-hash-mismatch' }));
    expect(await downloadPiece(parts(100), hash, 100)).toMatchObject({ ok: true, value: { done: true } });
  });
});
