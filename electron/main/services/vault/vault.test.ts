import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { openVault, type Vault } from './vault.ts';

let folder: string;
let vault: Vault;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  vault = await openVault(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function begin(size: number): Promise<string> {
  const begun = await vault.begin(size);
  return begun.ok ? begun.value.handle : '';
}

async function store(bytes: Uint8Array): Promise<string> {
  const handle = await begin(bytes.length);
  await vault.append(handle, bytes);
  const finished = await vault.finish(handle);
  return finished.ok ? finished.value.hash : finished.error;
}

describe('the vault', () => {
  it('keeps a file that came in pieces under its hash', async () => {
    const bytes = randomBytes(200_000);
    const handle = await begin(bytes.length);
    await vault.append(handle, bytes.subarray(0, 150_000));
    await vault.append(handle, bytes.subarray(150_000));
    expect(await vault.finish(handle)).toEqual({ ok: true, value: { hash: sha256(bytes), size: bytes.length } });
    const found = must(await vault.findVerified(sha256(bytes)), 'it was just finished');
    expect(readFileSync(found.path).equals(bytes)).toBe(true);
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
  });

  it('takes the same file twice and keeps one', async () => {
    const bytes = randomBytes(1000);
    expect(await store(bytes)).toBe(await store(bytes));
    expect(await vault.listPresent([sha256(bytes), 'f'.repeat(64)])).toEqual([sha256(bytes)]);
  });

  it('refuses more bytes than were announced, and a file that ends early, and leaves nothing behind', async () => {
    const long = await begin(10);
    expect(await vault.append(long, randomBytes(11))).toEqual({ ok: false, error: 'file-too-large' });
    const short = await begin(10);
    await vault.append(short, randomBytes(9));
    expect(await vault.finish(short)).toEqual({ ok: false, error: 'file-truncated' });
    expect(await vault.finish(short)).toEqual({ ok: false, error: 'bad-input' });
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
  });

  it('does not hand out a file whose bytes changed on disk', async () => {
    const hash = await store(randomBytes(1000));
    expect(await vault.findVerified(hash)).toBeDefined();
    writeFileSync(join(folder, hash.slice(0, 2), hash), randomBytes(1001));
    expect(await vault.findVerified(hash)).toBeUndefined();
  });

  it('adopts a download only if it is what it should be', async () => {
    const bytes = randomBytes(1000);
    const path = vault.incomingPath(sha256(bytes));
    writeFileSync(path, randomBytes(1000));
    expect(await vault.adopt(path, sha256(bytes))).toEqual({ ok: false, error: 'file-hash-mismatch' });
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    writeFileSync(path, bytes);
    expect(await vault.adopt(path, sha256(bytes))).toEqual({ ok: true, value: null });
    expect(await vault.findVerified(sha256(bytes))).toMatchObject({ size: 1000 });
  });

  it('clears the drafts of an earlier run, but keeps half-fetched downloads', async () => {
    mkdirSync(join(folder, 'drafts'), { recursive: true });
    writeFileSync(join(folder, 'drafts', 'left'), 'x');
    writeFileSync(vault.incomingPath('a'.repeat(64)), 'half');
    await openVault(folder);
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
    expect(readdirSync(join(folder, 'incoming'))).toEqual(['a'.repeat(64)]);
  });

  it('removes what is discarded', async () => {
    const hash = await store(randomBytes(10));
    await vault.discard(hash);
    expect(await vault.find(hash)).toBeUndefined();
  });
});
