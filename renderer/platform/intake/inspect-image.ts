import type { ErrorCode } from '#shared/base/errors.ts';
import { readPiece } from '../pdf-bytes.ts';

/** A4 at 1,200 dots an inch is 139 million pixels; more takes all memory of an office PC when drawn. */
const PIXELS_MAX = 140_000_000;
const HEAD_BYTES = 512 * 1024;
const TAIL_BYTES = 64 * 1024;

/** Looks at the frame of a picture without drawing it: its size in pixels and its end. Undefined when nothing is wrong. */
export async function refuseImage(file: Blob, kind: 'png' | 'jpeg'): Promise<ErrorCode | undefined> {
  const head = await readPiece(file, 0, Math.min(file.size, HEAD_BYTES));
  const tail = await readPiece(file, Math.max(0, file.size - TAIL_BYTES), file.size);
  const size = kind === 'png' ? sizeOfPng(head) : sizeOfJpeg(head);
  if (size === undefined || size.width === 0 || size.height === 0) return 'file-unreadable';
  if (size.width * size.height > PIXELS_MAX) return 'file-bomb';
  return hasEnd(tail, kind) ? undefined : 'file-truncated';
}

type PixelSize = { readonly width: number; readonly height: number };

/** IHDR is the first chunk (PNG 1.2, 4.1.1). */
function sizeOfPng(head: Uint8Array): PixelSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 24 || view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks from segment to segment up to the frame header (SOF, ITU-T T.81 B.2.2). */
function sizeOfJpeg(head: Uint8Array): PixelSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let at = 2;
  while (at + 9 < head.length) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Cameras and mail programs put bytes behind the end mark. */
function hasEnd(tail: Uint8Array, kind: 'png' | 'jpeg'): boolean {
  const mark = kind === 'png' ? [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82] : [0xff, 0xd9];
  for (let at = tail.length - mark.length; at >= 0; at -= 1)
    if (mark.every((byte, index) => tail[at + index] === byte)) return true;
  return false;
}
