import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import { openGate } from '../disk/disk-gate.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { createFixedKeySource, type FixedKeySource } from '../keys/fixed-key-source.ts';
import { openVault, type Vault, type VaultParts } from './vault.ts';
import { segmentOffset, sizeOnDisk, SLOT_BYTES } from './vault-format.ts';

let root: string;
let folder: string;
let keys: FixedKeySource;
let vault: Vault;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'vault-'));
  folder = join(root, 'vault');
  keys = createFixedKeySource();
  vault = await open();
});
afterEach(async () => {
  await vault.close();
  rmSync(root, { recursive: true });
});

const open = (wish: Partial<VaultParts> = {}): Promise<Vault> =>
  openVault({ folder, setAside: createSetAside(join(root, 'set-aside')), keys, ...wish });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
const aside = (): string[] => (existsSync(join(root, 'set-aside')) ? readdirSync(join(root, 'set-aside')) : []);

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

async function readAll(hash: string, start: number, end: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of vault.stream(hash, start, end)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** A file as the first build left it: in clear. */
function leavePlain(bytes: Uint8Array, hash = sha256(bytes)): string {
  mkdirSync(join(folder, hash.slice(0, 2)), { recursive: true });
  writeFileSync(pathOf(hash), bytes);
  return hash;
}

const canary = Buffer.from('%PDF-1.7 Nguyễn Thị Hoa đảng viên');

describe('the vault', () => {
  it('keeps a file that came in pieces under the hash of what it was, enciphered', async () => {
    const bytes = Buffer.concat([canary, randomBytes(200_000), canary]);
    const handle = await begin(bytes.length);
    await vault.append(handle, bytes.subarray(0, 150_000));
    const draft = readFileSync(join(folder, 'drafts', handle));
    await vault.append(handle, bytes.subarray(150_000));
    expect(await vault.finish(handle)).toEqual(ok({ hash: sha256(bytes), size: bytes.length }));
    expect(await vault.findVerified(sha256(bytes))).toEqual(ok({ hash: sha256(bytes), size: bytes.length }));
    const onDisk = readFileSync(pathOf(sha256(bytes)));
    expect(onDisk.length).toBe(sizeOnDisk(bytes.length));
    expect([draft, onDisk].some((each) => each.includes('Nguyễn') || each.includes('%PDF'))).toBe(false);
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
  });

  it.each([1, 65_535, 65_536, 65_537, 131_072])('gives any range of a file of %i bytes', async (size) => {
    const bytes = randomBytes(size);
    const hash = await store(bytes);
    for (const [start, end] of [
      [0, size - 1],
      [0, 0],
      [size - 1, size - 1],
      [Math.floor(size / 2), size - 1],
      [Math.min(size - 1, 65_530), Math.min(size - 1, 65_540)],
    ] as const)
      expect((await readAll(hash, start, end)).equals(bytes.subarray(start, end + 1))).toBe(true);
    expect(await vault.read(hash, size - 1, 100)).toEqual(ok(bytes.subarray(size - 1)));
  });

  it('takes the same file twice and keeps one', async () => {
    const bytes = randomBytes(1000);
    expect(await store(bytes)).toBe(await store(bytes));
    expect(await vault.listPresent([sha256(bytes), 'f'.repeat(64)])).toEqual([sha256(bytes)]);
  });

  it('refuses more bytes than were announced, and a file that ends early, and leaves nothing behind', async () => {
    const long = await begin(10);
    expect(await vault.append(long, randomBytes(11))).toEqual(err('file-too-large'));
    const short = await begin(10);
    await vault.append(short, randomBytes(9));
    expect(await vault.finish(short)).toEqual(err('file-truncated'));
    expect(await vault.finish(short)).toEqual(err('bad-input'));
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
  });

  it('gives and takes nothing while the PC is locked, but says what is there', async () => {
    const hash = await store(randomBytes(1000));
    keys.lock();
    expect(await vault.begin(10)).toEqual(err('locked'));
    expect(await vault.findVerified(hash)).toEqual(err('locked'));
    expect(await vault.read(hash, 0, 10)).toEqual(err('locked'));
    expect(await vault.find(hash)).toEqual({ hash, size: 1000 });
    await expect(readAll(hash, 0, 9)).rejects.toThrow('locked');
    expect(readdirSync(join(root))).toEqual(['vault']);
  });

  it('begins nothing when the disk guard says so', async () => {
    vault = await open({ disk: { ...openGate, refusal: () => Promise.resolve('disk-read-only' as const) } });
    expect(await vault.begin(10)).toEqual(err('disk-read-only'));
    expect(await vault.appendIncoming('a'.repeat(64), 10, randomBytes(5))).toEqual(err('disk-read-only'));
  });

  it('clears the drafts of an earlier run', async () => {
    writeFileSync(join(folder, 'drafts', 'left'), 'x');
    vault = await open();
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
  });

  it('removes what is discarded', async () => {
    const hash = await store(randomBytes(10));
    await vault.discard(hash);
    expect(await vault.find(hash)).toBeUndefined();
    expect(await vault.findVerified(hash)).toEqual(err('file-missing'));
  });
});

describe('a file that comes in', () => {
  const bytes = randomBytes(200_000);
  const hash = sha256(bytes);

  it('goes on at the byte after a restart, and lies enciphered all the while', async () => {
    const plain = Buffer.concat([canary, bytes]);
    const name = sha256(plain);
    let offset = 0;
    while (offset < plain.length) {
      const added = await vault.appendIncoming(name, plain.length, plain.subarray(offset, offset + 30_001));
      offset = Math.min(plain.length, offset + 30_001);
      expect(added).toEqual(ok(offset));
      for (const file of readdirSync(join(folder, 'incoming')))
        expect(readFileSync(join(folder, 'incoming', file)).includes('Nguyễn')).toBe(false);
      vault = await open();
      if (offset < plain.length) expect(await vault.findIncomingOffset(name, plain.length)).toEqual(ok(offset));
    }
    expect(await vault.findVerified(name)).toMatchObject({ ok: true });
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('is thrown away when it is not what it should be', async () => {
    expect(await vault.appendIncoming(hash, 1000, randomBytes(1000))).toEqual(err('file-hash-mismatch'));
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    expect(await vault.findIncomingOffset(hash, bytes.length)).toEqual(ok(0));
  });

  it('begins anew when what is here was torn, damaged or is another file', async () => {
    const path = join(folder, 'incoming', hash);
    await vault.appendIncoming(hash, bytes.length, bytes.subarray(0, 140_000));
    truncateSync(path, segmentOffset(2) - 5);
    expect(await vault.findIncomingOffset(hash, bytes.length)).toEqual(ok(65_536));
    flip(path, segmentOffset(0) + 3);
    expect(await vault.findIncomingOffset(hash, bytes.length)).toEqual(ok(0));
    writeFileSync(path, 'in clear, from the first build');
    expect(await vault.findIncomingOffset(hash, bytes.length)).toEqual(ok(0));
    expect(await vault.appendIncoming(hash, bytes.length, bytes)).toEqual(ok(bytes.length));
  });
});

describe('a damaged file', () => {
  it.each([
    ['its first segment', 1024 + 5],
    ['its last byte', -1],
  ])('in %s is not handed out; it goes aside, and its name is free', async (_place, at) => {
    const hash = await store(randomBytes(100_000));
    expect((await vault.findVerified(hash)).ok).toBe(true);
    flip(pathOf(hash), at < 0 ? statSync(pathOf(hash)).size + at : at);
    expect(await vault.findVerified(hash)).toEqual(err('vault-damaged'));
    expect(await vault.find(hash)).toBeUndefined();
    expect(aside()).toEqual([`vault-${hash}`]);
  });

  it('in one header slot is still whole', async () => {
    const bytes = randomBytes(1000);
    const hash = await store(bytes);
    for (const at of [3, 20, 60]) flip(pathOf(hash), at);
    expect(await vault.read(hash, 0, 1000)).toEqual(ok(bytes));
  });

  it('that was cut, or whose segments were exchanged, is noticed', async () => {
    const [cut, moved] = [await store(randomBytes(200_000)), await store(randomBytes(200_000))];
    truncateSync(pathOf(cut), segmentOffset(1));
    const bytes = readFileSync(pathOf(moved));
    const [first, second] = [
      bytes.subarray(segmentOffset(0), segmentOffset(1)),
      bytes.subarray(segmentOffset(1), segmentOffset(2)),
    ];
    writeFileSync(
      pathOf(moved),
      Buffer.concat([bytes.subarray(0, segmentOffset(0)), second, first, bytes.subarray(segmentOffset(2))]),
    );
    expect(await vault.findVerified(cut)).toEqual(err('vault-damaged'));
    expect(await vault.findVerified(moved)).toEqual(err('vault-damaged'));
  });

  it('under the name of another is noticed', async () => {
    const [one, two] = [await store(randomBytes(10)), await store(randomBytes(10))];
    writeFileSync(pathOf(one), readFileSync(pathOf(two)));
    expect(await vault.findVerified(one)).toEqual(err('vault-damaged'));
  });

  it('of a newer build stays where it is', async () => {
    const { crc32c } = await import('../journal/crc32c.ts');
    const hash = await store(randomBytes(10));
    const bytes = readFileSync(pathOf(hash));
    for (const slot of [0, SLOT_BYTES]) {
      bytes[slot + 4] = 2;
      bytes.writeUInt32LE(crc32c(bytes.subarray(slot, slot + SLOT_BYTES - 4)), slot + SLOT_BYTES - 4);
    }
    writeFileSync(pathOf(hash), bytes);
    expect(await vault.findVerified(hash)).toEqual(err('vault-damaged'));
    expect(readFileSync(pathOf(hash)).equals(bytes)).toBe(true);
  });
});

describe('looking over all files', () => {
  const finished = async (): Promise<void> => {
    while (vault.report().running !== null) await new Promise((done) => setTimeout(done, 5));
  };

  it('finds what is missing, changed and named by nobody, and remembers it', async () => {
    const [sound, changed, orphan] = [
      await store(randomBytes(10)),
      await store(randomBytes(20)),
      await store(randomBytes(30)),
    ];
    flip(pathOf(changed), 1030);
    const missing = 'e'.repeat(64);
    vault.check([sound, changed, missing]);
    await finished();
    const found = { files: 2, missing: [changed, missing], changed: [changed], orphaned: [orphan], running: null };
    expect(vault.report()).toMatchObject(found);
    expect(aside()).toEqual([`vault-${changed}`]);
    expect(await vault.find(orphan)).toBeDefined();
    vault = await open();
    expect(vault.report()).toMatchObject(found);
    expect(vault.report().checkedAt).not.toBeNull();
  });

  it('stops when the PC is locked, and says nothing it has not seen', async () => {
    await store(randomBytes(10));
    keys.lock();
    vault.check([]);
    await finished();
    expect(vault.report().checkedAt).toBeNull();
  });

  it('is not led astray by other things in the folder, or by a report that cannot be read', async () => {
    writeFileSync(join(folder, 'report.json'), '{"checkedAt": "yesterday"');
    writeFileSync(join(folder, 'notes.txt'), 'x');
    mkdirSync(join(folder, 'ab'));
    writeFileSync(join(folder, 'ab', 'Thumbs.db'), 'x');
    vault = await open();
    vault.check([]);
    await finished();
    expect(vault.report()).toMatchObject({ files: 0, missing: [], changed: [], orphaned: [] });
  });
});

describe('files of the first build', () => {
  it('are read as they are, and enciphered when there is time', async () => {
    const hash = leavePlain(canary);
    expect(await vault.findVerified(hash)).toEqual(ok({ hash, size: canary.length }));
    expect(await vault.reencipher()).toEqual(ok(null));
    expect(readFileSync(pathOf(hash)).includes('Nguyễn')).toBe(false);
    expect((await readAll(hash, 0, canary.length - 1)).equals(canary)).toBe(true);
  });

  it('go aside enciphered when they are not what their name says', async () => {
    const hash = leavePlain(canary, 'd'.repeat(64));
    await vault.reencipher();
    expect(await vault.find(hash)).toBeUndefined();
    expect(aside()).toEqual([`vault-${hash}`]);
    expect(readFileSync(join(root, 'set-aside', `vault-${hash}`)).includes('Nguyễn')).toBe(false);
    expect(await vault.verifyCopy(join(root, 'set-aside', `vault-${hash}`), sha256(canary))).toBe(true);
  });
});

describe('an exchange of keys', () => {
  it('wraps every file anew, also what is being written and what comes in, and tells how far it is', async () => {
    const [stored, coming] = [randomBytes(70_000), randomBytes(70_000)];
    const hash = await store(stored);
    await vault.appendIncoming(sha256(coming), coming.length, coming.subarray(0, 66_000));
    const draft = await begin(5);
    keys.renew();
    expect(vault.rotation().done).toBeLessThan(vault.rotation().total);
    expect(await vault.reencipher()).toEqual(ok(null));
    expect(vault.rotation()).toEqual({ done: 2, total: 2 });
    await vault.append(draft, Buffer.from('12345'));
    const finished = await vault.finish(draft);
    keys.forget(1);
    expect(await vault.read(hash, 0, stored.length)).toEqual(ok(stored));
    expect((await vault.appendIncoming(sha256(coming), coming.length, coming.subarray(66_000))).ok).toBe(true);
    expect(finished.ok && (await vault.read(finished.value.hash, 0, 5))).toEqual(ok(Buffer.from('12345')));
    keys.renew();
    expect(vault.rotation()).toEqual({ done: 0, total: 1 });
  });

  it('that ends in the middle of a header leaves the file readable with either key', async () => {
    const bytes = randomBytes(1000);
    const hash = await store(bytes);
    const before = readFileSync(pathOf(hash));
    keys.renew();
    await vault.reencipher();
    const after = readFileSync(pathOf(hash));
    for (const half of [0, 100, 300]) {
      const torn = Buffer.from(before);
      after.copy(torn, SLOT_BYTES, SLOT_BYTES, SLOT_BYTES + half); // the other slot is written first
      writeFileSync(pathOf(hash), torn);
      expect(await vault.read(hash, 0, 1000)).toEqual(ok(bytes));
      const second = Buffer.from(after);
      before.copy(second, half, half, SLOT_BYTES); // then this one
      writeFileSync(pathOf(hash), second);
      expect(await vault.read(hash, 0, 1000)).toEqual(ok(bytes));
    }
  });
});

describe('copies for backups', () => {
  it('verify where they lie and are taken in by another vault with the same keys', async () => {
    const bytes = randomBytes(100_000);
    const hash = await store(bytes);
    const [listed] = await vault.listFiles();
    expect(listed).toEqual({ hash, path: pathOf(hash), size: sizeOnDisk(bytes.length) });
    const copy = join(root, 'copy');
    writeFileSync(copy, readFileSync(pathOf(hash)));
    expect(await vault.verifyCopy(copy, hash)).toBe(true);
    await vault.discard(hash);
    expect(await vault.adoptEnciphered(copy, hash)).toEqual(ok(null));
    expect(await vault.findVerified(hash)).toMatchObject({ ok: true });
    flip(copy, 2000);
    expect(await vault.verifyCopy(copy, hash)).toBe(false);
    expect(await vault.adoptEnciphered(join(root, 'none'), 'a'.repeat(64))).toEqual(err('file-missing'));
  });
});
