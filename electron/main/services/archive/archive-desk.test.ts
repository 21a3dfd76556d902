import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import type { ArchivePackage } from '#shared/domain/dossier/archive-package.ts';
import { createArchiveDesk, type ArchiveDesk, type ArchiveParts } from './archive-desk.ts';
import { checkPackage } from './check-package.ts';

const bytes = Buffer.from('%PDF-1.7 tờ trình');
const hash = createHash('sha256').update(bytes).digest('hex');
const ID = '0198c000-0000-7000-8000-000000000001';
const order: ArchivePackage = {
  code: 'A.2026.01',
  title: 'Hồ sơ thử',
  fields: [{ name: 'totalDoc', value: '1' }],
  documents: [
    {
      code: 'A.2026.01.0000001',
      fields: [{ name: 'docCode', value: 'A.2026.01.0000001' }],
      files: [{ hash, name: 'A.2026.01.0000001.pdf', mime: 'application/pdf' }],
    },
  ],
  maker: { office: 'Đảng uỷ xã Mẫu', organId: 'A', person: 'Người Giao' },
};

let work = '';
let notes: string[] = [];
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'hosoxa-desk-'));
  notes = [];
});
afterEach(() => rm(work, { recursive: true, force: true }));

function openDesk(change: Partial<ArchiveParts> = {}): ArchiveDesk {
  return createArchiveDesk({
    vault: {
      findVerified: (wanted) =>
        Promise.resolve(wanted === hash ? ok({ hash, size: bytes.length }) : err('file-missing')),
      stream: async function* () {
        await Promise.resolve();
        yield bytes;
      },
    },
    check: (path, options) => checkPackage(path, options),
    askFolder: () => Promise.resolve(work),
    askFile: () => Promise.resolve(join(work, 'A.2026.01.zip')),
    now: () => Date.parse('2026-11-22T02:00:00Z'),
    version: '0.1.0',
    note: (kind, id, detail) => notes.push(`${kind} ${id} ${detail}`),
    ...change,
  });
}

describe('the archive desk', () => {
  it('writes a package, notes it by its hash, and finds it sound', async () => {
    const desk = openDesk();
    const written = await desk.write(ID, order, 'zip');
    if (!written.ok || written.value === null) throw new Error('not written');
    const { packageHash } = written.value;
    expect(written.value).toMatchObject({ name: 'A.2026.01.zip', files: 5 });
    const checked = await desk.check('zip', packageHash);
    expect(checked.ok && checked.value?.findings).toEqual([]);
    expect(notes).toEqual([`package-made ${ID} ${packageHash}`, `package-checked  ${packageHash}`]);
    expect(desk.progress()).toEqual({ stage: 'idle', done: 0, total: 0 });
  });

  it('says so when a paper does not lie here, and writes nothing', async () => {
    const lacking = {
      ...order,
      documents: order.documents.map((paper) => ({
        ...paper,
        files: paper.files.map((file) => ({ ...file, hash: 'ab'.repeat(32) })),
      })),
    };
    expect(await openDesk().write(ID, lacking, 'folder')).toEqual(err('file-missing'));
    expect([await readdir(work), notes]).toEqual([[], []]);
  });

  it('does one thing at a time, and nothing when the person thinks better of it', async () => {
    let release: (folder: string | undefined) => void = () => undefined;
    const desk = openDesk({
      askFolder: () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    });
    const first = desk.write(ID, order, 'folder');
    expect(await desk.write(ID, order, 'folder')).toEqual(err('not-allowed'));
    release(undefined);
    expect(await first).toEqual(ok(null));
    expect([await readdir(work), notes]).toEqual([[], []]);
  });

  it('cancelled on the way leaves nothing, and can begin anew', async () => {
    const desk = openDesk();
    const stopping = openDesk({
      vault: {
        findVerified: () => Promise.resolve(ok({ hash, size: bytes.length })),
        stream: async function* () {
          stopping.cancel();
          await Promise.resolve();
          yield bytes;
        },
      },
    });
    expect(await stopping.write(ID, order, 'folder')).toEqual(ok(null));
    expect(await readdir(work)).toEqual([]);
    expect((await desk.write(ID, order, 'folder')).ok).toBe(true);
  });

  it('names a PC that was locked meanwhile, and a check that did not come through', async () => {
    const locked = openDesk({
      vault: {
        findVerified: () => Promise.resolve(ok({ hash, size: bytes.length })),
        stream: () => {
          throw new Error('locked');
        },
      },
    });
    expect(await locked.write(ID, order, 'zip')).toEqual(err('locked'));
    const hanging = openDesk({ check: () => Promise.reject(new Error('the check hangs')) });
    expect(await hanging.check('folder', null)).toEqual(err('package-damaged'));
  });
});
