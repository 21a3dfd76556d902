import { ParcelFault } from '#parcel/parcel-fault.ts';
import type { FileSink } from '#parcel/take-file.ts';
import type { ParcelFile } from '#parcel/write-parcel.ts';
import type { Vault } from '../vault/vault.ts';

/** Files of packages go into the vault as those that come over the line do: what has come of one either way is gone on with. */
export function createVaultSink(vault: Pick<Vault, 'find' | 'findIncomingOffset' | 'appendIncoming'>): FileSink {
  return {
    async offset(hash, size) {
      const held = await vault.find(hash);
      if (held !== undefined) return size;
      const offset = await vault.findIncomingOffset(hash, size);
      if (!offset.ok) throw new ParcelFault(offset.error);
      return offset.value;
    },
    async append(hash, size, bytes) {
      const reached = await vault.appendIncoming(hash, size, bytes);
      if (reached.ok) return true;
      if (reached.error === 'file-hash-mismatch') return false;
      throw new ParcelFault(reached.error);
    },
  };
}

/** A file of the vault to be packed, after its bytes were found to be what its name says; undefined when it is not here, or damaged. */
export async function findParcelFile(
  vault: Pick<Vault, 'findVerified' | 'stream'>,
  hash: string,
): Promise<ParcelFile | undefined> {
  const found = await vault.findVerified(hash);
  if (!found.ok) {
    if (found.error === 'locked') throw new ParcelFault('locked');
    return undefined;
  }
  const { size } = found.value;
  return { hash, size, read: (start, end) => streamOf(vault, hash, start, end) };
}

async function* streamOf(
  vault: Pick<Vault, 'stream'>,
  hash: string,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  try {
    yield* vault.stream(hash, start, end);
  } catch (cause) {
    throw new ParcelFault(cause instanceof Error && cause.message === 'locked' ? 'locked' : 'vault-damaged', cause);
  }
}
