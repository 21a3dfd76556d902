import { describe, expect, it } from 'vitest';
import { refuseImage } from './inspect-image.ts';

function png(width: number, height: number, end = true): Blob {
  const bytes = new Uint8Array(60);
  const view = new DataView(bytes.buffer);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  view.setUint32(12, 0x49484452);
  view.setUint32(16, width);
  view.setUint32(20, height);
  if (end) bytes.set([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82], 40);
  return new Blob([bytes]);
}

function jpeg(width: number, height: number, tail: readonly number[] = [0xff, 0xd9]): Blob {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame, ...tail])]);
}

describe('the frame of a picture', () => {
  it.each([
    ['a PNG', png(2480, 3508), 'png', undefined],
    ['a JPEG', jpeg(2480, 3508), 'jpeg', undefined],
    ['a JPEG with bytes behind its end', jpeg(10, 10, [0xff, 0xd9, 1, 2, 3]), 'jpeg', undefined],
    ['a PNG of billions of dots', png(60_000, 60_000), 'png', 'file-bomb'],
    ['a JPEG of billions of dots', jpeg(65_000, 65_000), 'jpeg', 'file-bomb'],
    ['a PNG without its end', png(10, 10, false), 'png', 'file-truncated'],
    ['a JPEG without its end', jpeg(10, 10, []), 'jpeg', 'file-truncated'],
    ['a PNG of no size', png(0, 10), 'png', 'file-unreadable'],
    ['a JPEG without frame', new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xd9])]), 'jpeg', 'file-unreadable'],
  ] as const)('%s', async (_, blob, kind, code) => {
    expect(await refuseImage(blob, kind)).toBe(code);
  });
});
