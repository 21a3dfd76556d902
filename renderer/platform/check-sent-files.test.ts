import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SentFile } from '#shared/domain/exchange/letter.ts';
import { checkSentFiles } from './check-sent-files.ts';
import { FakeDesktop } from './fake-desktop.ts';
import { FakeProvince } from './fake-province.ts';

let desktop: FakeDesktop;

beforeEach(() => {
  const commune = { id: 'na-lau', name: 'Sample', province: 'Sample' };
  const state = { dev: 1, name: 'PC 1', serverUrl: 'http://localhost', commune, streams: [], offsetMs: 0 };
  desktop = new FakeDesktop(state, new FakeProvince('na-lau', () => 0));
  vi.stubGlobal('window', { desktop });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A picture of 10 × 10 dots with `size` bytes of content. */
function jpeg(size: number): Uint8Array<ArrayBuffer> {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 10, 0, 10, 1, 1, 0x11, 0];
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame]);
  bytes.set([0xff, 0xd9], size - 2);
  return bytes;
}

let made = 0;
/** A file in the vault as its sender speaks of it: with a size and kind that are not true. */
function sent(name: string, bytes: Uint8Array, mime = 'application/pdf'): SentFile {
  made += 1;
  const hash = made.toString(16).padStart(64, '0');
  desktop.vault.set(hash, bytes);
  return { hash, name, size: 7, mime };
}

describe('files that came over the exchange', () => {
  it('are what their content is, whatever the sender says of kind, size and unseen marks', async () => {
    const scan = sent('bìa\u202e.jpg', jpeg(2 * 1024 * 1024), 'text/html');
    const exact = sent('trang', jpeg(1024 * 1024));
    expect(await checkSentFiles([scan, exact, scan])).toEqual({
      ok: true,
      value: {
        sound: [
          { hash: scan.hash, name: 'bìa.jpg', size: 2 * 1024 * 1024, mime: 'image/jpeg', pages: 1 },
          { hash: exact.hash, name: 'trang.jpg', size: 1024 * 1024, mime: 'image/jpeg', pages: 1 },
        ],
        leftOut: [],
        coming: 0,
        hasUnread: true,
      },
    });
  });

  it('are left out with the reason when they lie or are hostile; those not here yet are counted', async () => {
    const late = { hash: 'f'.repeat(64), name: 'sau.pdf', size: 1, mime: 'application/pdf' };
    const checked = await checkSentFiles([
      sent('giấy mời.lnk', jpeg(100)),
      sent('giấy mời.pdf', new TextEncoder().encode('<script>')),
      sent('chạy.exe', new TextEncoder().encode('MZ')),
      sent('cụt.jpg', jpeg(100).slice(0, 60)),
      late,
    ]);
    expect(checked).toMatchObject({
      ok: true,
      value: {
        sound: [],
        leftOut: [
          { code: 'file-kind-lies' },
          { code: 'file-not-pdf' },
          { code: 'file-kind-unknown' },
          { code: 'file-truncated' },
        ],
        coming: 1,
      },
    });
  });
});
