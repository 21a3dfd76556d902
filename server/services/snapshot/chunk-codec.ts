import { brotliCompress, constants } from 'node:zlib';
import { promisify } from 'node:util';
import { Encoder } from 'cbor-x';
import { packChunk } from '#shared/contract/snapshot/snapshot-chunk.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
const compress = promisify(brotliCompress);

/** A chunk's bytes as they are stored and sent: columns in CBOR, squeezed by Brotli beside the server's own thread. */
export function encodeChunk(records: readonly SyncRecord[]): Promise<Buffer> {
  const bytes = cbor.encode(packChunk(records));
  return compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
