import type { Result } from '#shared/base/result.ts';
import type { TransferState } from '#shared/contract/ipc-parts.ts';
import type { ProvinceClient } from '../province/province-client.ts';
import type { Refusal } from '../province/refusal.ts';
import type { Vault } from '../vault/vault.ts';
import { downloadPiece } from './download-piece.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { createPieceMeter } from './piece-size.ts';
import { createUploadLine } from './upload-line.ts';
import { uploadPiece, type UploadParts } from './upload-piece.ts';

/** Moves files piece by piece; the page decides when the next piece goes. */
export type Transfers = {
  /** `behind`: files the province has that this one may be a continuation of. */
  readonly upload: (hash: string, behind?: readonly string[]) => Promise<Result<TransferState, Refusal>>;
  readonly download: (hash: string, size: number) => Promise<Result<TransferState, Refusal>>;
};

/** Makes the transfers of this PC. Pieces of a file go in their order, whoever asks. */
export function createTransfers(province: Pick<ProvinceClient, 'sendFileCall'>, vault: Vault): Transfers {
  const oneAtATime = createOneAtATime();
  const meter = createPieceMeter();
  const up: UploadParts = {
    province,
    line: createUploadLine(province, meter),
    vault,
    meter,
    begun: new Set(),
    uploads: new Map(),
    oneAtATime,
  };
  const down = { province, vault, meter: createPieceMeter() };
  return {
    upload: (hash, behind = []) => uploadPiece(up, hash, behind),
    download: (hash, size) => oneAtATime(hash, () => downloadPiece(down, hash, size)),
  };
}
