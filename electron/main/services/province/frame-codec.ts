import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { Encoder } from 'cbor-x';
import { createFrameCodec, type FrameCodec } from '#shared/contract/frame.ts';

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });

/** From this many bytes on Brotli's best effort costs more time than it saves on the line. */
const LARGE_BODY = 256 * 1024;

/** Bodies of sync messages, made with Node's zlib and CBOR. */
export const frameCodec: FrameCodec = createFrameCodec(
  {
    encode: (value) => cbor.encode(value),
    decode: (bytes) => cbor.decode(bytes) as unknown,
    deflate: (bytes, dictionary) => deflateRawSync(bytes, { dictionary, level: 9, memLevel: 9 }),
    inflate: (bytes, dictionary, limit) => inflateRawSync(bytes, { dictionary, maxOutputLength: limit }),
    compress: (bytes) =>
      brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: bytes.length < LARGE_BODY ? 11 : 6,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
    decompress: (bytes, limit) => brotliDecompressSync(bytes, { maxOutputLength: limit }),
  },
  (text) => new TextEncoder().encode(text),
);
