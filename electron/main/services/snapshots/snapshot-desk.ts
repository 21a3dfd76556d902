import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { Decoder } from 'cbor-x';
import { err, ok, type Result } from '#shared/base/result.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { TransferState } from '#shared/contract/ipc-parts.ts';
import { SNAPSHOT_FORM, unpackChunk } from '#shared/contract/snapshot/snapshot-chunk.ts';
import {
  MAX_CHUNK_BYTES,
  MAX_CHUNK_UNPACKED,
  snapshotsAnswerSchema,
  type SnapshotManifest,
} from '#shared/contract/snapshot/snapshot-manifest.ts';
import type { Row } from '#shared/sync/record.ts';
import type { ProvinceClient } from '../province/province-client.ts';
import { parseJson, type Refusal } from '../province/refusal.ts';
import { downloadPiece, type DownloadParts } from '../transfers/download-piece.ts';
import { createOneAtATime } from '../transfers/one-at-a-time.ts';
import { createPieceMeter } from '../transfers/piece-size.ts';
import type { Vault } from '../vault/vault.ts';

/** Seconds of line a piece takes: a chunk is fetched in one or two, and a cut repeats no more than one. Records have a line of their own. */
const PIECE_SECONDS = 5;

/** Records given to the page at once: what it takes in one transaction without holding up whoever types. */
const ROWS_AT_ONCE = 500;

/** Fetches snapshots, chunk by chunk. A chunk lies enciphered in the vault until the page has it in its store, so that it comes over the line once. */
export type SnapshotDesk = {
  readonly list: () => Promise<Result<readonly SnapshotManifest[], Refusal>>;
  readonly fetchPiece: (stream: string, hash: string, size: number) => Promise<Result<TransferState, Refusal>>;
  readonly rows: (
    hash: string,
    from: number,
  ) => Promise<Result<{ readonly rows: readonly Row[]; readonly isLast: boolean }, Refusal>>;
  readonly drop: (hash: string) => Promise<void>;
};

type DeskVault = DownloadParts['vault'] & Pick<Vault, 'read' | 'discard'>;

const cbor = new Decoder({ useRecords: false, tagUint8Array: false });
const decompress = promisify(brotliDecompress);

/** Makes the desk of this PC. */
export function createSnapshotDesk(province: Pick<ProvinceClient, 'sendFileCall'>, vault: DeskVault): SnapshotDesk {
  const oneAtATime = createOneAtATime();
  const meter = createPieceMeter(PIECE_SECONDS);
  /** The chunk at hand, unpacked. */
  let open: { readonly hash: string; readonly rows: readonly Row[] } | undefined;

  async function openChunk(hash: string): Promise<Result<readonly Row[], Refusal>> {
    if (open?.hash === hash) return ok(open.rows);
    const bytes = await vault.read(hash, 0, MAX_CHUNK_BYTES);
    if (!bytes.ok) return err({ code: bytes.error });
    const rows = await unpack(bytes.value);
    if (rows === undefined) return err({ code: 'bad-answer' });
    open = { hash, rows };
    return ok(rows);
  }

  return {
    async list() {
      const answer = await province.sendFileCall({ method: 'GET', path: httpPaths.snapshots });
      // An older server knows no snapshots: none.
      if (!answer.ok) return answer.error.code === 'not-found' ? ok([]) : answer;
      const parsed = snapshotsAnswerSchema.safeParse(parseJson(answer.value.body));
      if (!parsed.success) return err({ code: 'bad-answer' });
      return ok(parsed.data.snapshots.filter(({ form }) => form === SNAPSHOT_FORM));
    },

    fetchPiece: (stream, hash, size) =>
      oneAtATime(hash, () => {
        const pathOf = (chunk: string): string => `${httpPaths.snapshots}/${encodeURIComponent(stream)}/${chunk}`;
        return downloadPiece({ province, vault, meter, pathOf }, hash, size);
      }),

    async rows(hash, from) {
      const opened = await openChunk(hash);
      if (!opened.ok) return opened;
      const rows = opened.value.slice(from, from + ROWS_AT_ONCE);
      return ok({ rows, isLast: from + rows.length >= opened.value.length });
    },

    async drop(hash) {
      if (open?.hash === hash) open = undefined;
      await vault.discard(hash);
    },
  };
}

/** Records of a chunk; undefined when it is none. */
async function unpack(bytes: Uint8Array): Promise<readonly Row[] | undefined> {
  try {
    return unpackChunk(cbor.decode(await decompress(bytes, { maxOutputLength: MAX_CHUNK_UNPACKED })));
  } catch {
    return undefined; // not Brotli, not CBOR, or not our columns: it is told apart by nobody
  }
}
