import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { Encoder } from 'cbor-x';
import { createFrameCodec, type FrameCodec } from '#shared/contract/frame.ts';

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });

/** From this size on a lighter Brotli level: the last per cent are not worth a blocked server. */
const LARGE_BYTES = 4 * 1024;

/** Frames as this runtime reads and writes them. */
export const frameCodec: FrameCodec = createFrameCodec(
  {
    encode: (value) => cbor.encode(value),
    decode: (bytes) => cbor.decode(bytes) as unknown,
    deflate: (bytes, dictionary) => deflateRawSync(bytes, { dictionary, level: 9 }),
    inflate: (bytes, dictionary, limit) => inflateRawSync(bytes, { dictionary, maxOutputLength: limit }),
    compress: (bytes) => brotliCompressSync(bytes, { params: brotliParams(bytes.length) }),
    decompress: (bytes, limit) => brotliDecompressSync(bytes, { maxOutputLength: limit }),
  },
  (text) => new TextEncoder().encode(text),
);

function brotliParams(size: number): Record<number, number> {
  return {
    [constants.BROTLI_PARAM_QUALITY]: size < LARGE_BYTES ? 9 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
    // A window of the body's own size: the default one costs twenty times the work at these sizes and saves nothing.
    [constants.BROTLI_PARAM_LGWIN]: Math.max(10, Math.min(22, Math.ceil(Math.log2(size)))),
  };
}
