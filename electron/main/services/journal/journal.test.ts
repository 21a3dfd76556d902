import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/base/result.ts';
import type { Op } from '#shared/sync/op.ts';
import { crc32c } from './crc32c.ts';
import { openJournal } from './journal.ts';
import { encodeJournalFrame, journalHeader } from './journal-frame.ts';
import { ForeignJournalError, scanJournal } from './journal-scan.ts';

/** Made-up ops for the journal's tests: op `n` changes one paper's abstract. */
function sampleOp(n: number, stream: 'org:na-lau' | 'local' = 'org:na-lau'): Op {
  const id = `01934f2a-7c3b-7a10-8b11-${n.toString(16).padStart(12, '0')}`;
  return {
    dev: 3,
    n,
    t: 'set',
    stream,
    type: 'document',
    id,
    f: { abstract: `Về việc báo cáo số ${String(n)}`, dueOn: n % 2 === 0 ? null : '2026-12-01' },
    base: n,
    h: 1_795_000_000_000 * 1024 + n,
    by: '01934f2a-7c3b-7a10-8b11-5d2f8e7a9c02',
  };
}

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  path = join(folder, 'journal.hsxj');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ops = [1, 2, 3, 4, 5].map((n) => sampleOp(n));

describe('the journal', () => {
  it('gives back every op it has answered for, also after it was closed and opened', async () => {
    const journal = await openJournal(path);
    expect(await journal.append(ops.slice(0, 2))).toEqual(ok(null));
    expect(await journal.append(ops.slice(2))).toEqual(ok(null));
    expect(await journal.readSince(2, 'shared')).toEqual(ops.slice(2));
    await journal.close();
    const again = await openJournal(path);
    expect(await again.readSince(0, 'shared')).toEqual(ops);
    await again.close();
  });

  it('keeps the lanes apart: what never leaves this PC counts on its own', async () => {
    const journal = await openJournal(path);
    const secret = sampleOp(1, 'local');
    await journal.append([sampleOp(1), secret, sampleOp(2)]);
    expect(await journal.readSince(0, 'local')).toEqual([secret]);
    expect(await journal.readSince(0, 'shared')).toEqual([sampleOp(1), sampleOp(2)]);
    await journal.close();
  });

  it('answers at most 1,000 ops at once and never splits those of one counter', async () => {
    const journal = await openJournal(path);
    const many = Array.from({ length: 1000 }, (_, i) => sampleOp(i + 1));
    await journal.append(many);
    await journal.append([sampleOp(1000), sampleOp(1001)]);
    const first = await journal.readSince(0, 'shared');
    expect(first).toHaveLength(1001);
    expect((await journal.readSince(1000, 'shared')).map(({ n }) => n)).toEqual([1001]);
    await journal.close();
  });

  it('lets calls that come while the disk is busy share one flush', async () => {
    let flushes = 0;
    const journal = await openJournal(path, async (file) => {
      flushes += 1;
      await file.datasync();
    });
    await Promise.all(Array.from({ length: 50 }, (_, i) => journal.append([sampleOp(i + 1)])));
    expect(flushes).toBeLessThan(10);
    expect(await journal.readSince(0, 'shared')).toHaveLength(50);
    await journal.close();
  });

  const recorded = Buffer.concat([journalHeader, ...ops.map(encodeJournalFrame)]);
  const ends = ops.map(
    (_, i) => journalHeader.length + Buffer.concat(ops.slice(0, i + 1).map(encodeJournalFrame)).length,
  );
  const wholeUpTo = (length: number): number => ends.filter((end) => end <= length).length;

  it('finds in every torn prefix of a recorded file the ops that were whole', () => {
    for (let length = journalHeader.length; length <= recorded.length; length += 1) {
      const { entries, end, damagedBytes } = scanJournal(recorded.subarray(0, length));
      expect(entries.map(({ n }) => n)).toEqual(ops.slice(0, wholeUpTo(length)).map(({ n }) => n));
      expect([end, damagedBytes]).toEqual([ends[entries.length - 1] ?? journalHeader.length, 0]);
    }
  });

  it('takes up after a torn write where the whole ops end', async () => {
    const lengths = [...ends, ...ends.map((end) => end - 1), ...ends.map((end) => end - 90), journalHeader.length + 5];
    for (const length of lengths) {
      writeFileSync(path, recorded.subarray(0, length));
      const journal = await openJournal(path);
      expect(await journal.readSince(0, 'shared')).toEqual(ops.slice(0, wholeUpTo(length)));
      await journal.append([sampleOp(99)]);
      await journal.close();
      const again = await openJournal(path);
      expect((await again.readSince(5, 'shared')).map(({ n }) => n)).toEqual([99]);
      await again.close();
    }
  });

  it('notices a flipped bit in any byte, and loses only the op it hit', () => {
    const all = ops.map(({ n }) => n);
    for (let at = journalHeader.length; at < recorded.length; at += 1) {
      const flipped = Buffer.from(recorded);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const { entries } = scanJournal(flipped);
      const left = entries.map(({ n }) => n);
      expect(left).toHaveLength(4);
      expect(all).toEqual(expect.arrayContaining(left));
    }
  });

  it('counts the bytes lost in the middle, and keeps them in the file', async () => {
    const damaged = Buffer.from(recorded);
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    writeFileSync(path, damaged);
    const journal = await openJournal(path);
    expect(journal.damagedBytes).toBe(encodeJournalFrame(sampleOp(1)).length);
    expect(statSync(path).size).toBe(recorded.length);
    await journal.close();
  });

  it('refuses a file that is no journal, and leaves it as it was', async () => {
    writeFileSync(path, 'something else entirely');
    await expect(openJournal(path)).rejects.toThrow(ForeignJournalError);
    expect(readFileSync(path, 'utf8')).toBe('something else entirely');
  });

  it('answers a full disk with its code, appends nothing of that call, and works again when there is room', async () => {
    let full = true;
    const journal = await openJournal(path, (file: FileHandle) =>
      full ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })) : file.datasync(),
    );
    expect(await journal.append(ops)).toEqual({ ok: false, error: 'disk-full' });
    expect(statSync(path).size).toBe(journalHeader.length);
    full = false;
    expect(await journal.append([sampleOp(1)])).toEqual(ok(null));
    expect(await journal.readSince(0, 'shared')).toEqual([sampleOp(1)]);
    await journal.close();
  });

  it('survives garbage of any kind behind its last frame', async () => {
    const first = await openJournal(path);
    await first.append(ops);
    await first.close();
    appendFileSync(path, Buffer.alloc(3000, 7));
    const journal = await openJournal(path);
    expect(await journal.readSince(0, 'shared')).toEqual(ops);
    await journal.close();
  });
});

describe('CRC-32C', () => {
  it('gives the check value of the standard', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  });
});
