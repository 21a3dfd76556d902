import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { possessionRanges, type FileProofRequest } from '#shared/contract/possession.ts';
import { byKey, type Database } from '#server/storage/database.ts';
import type { FilePlace } from '#server/storage/file-place.ts';
import { findHolder } from '#server/storage/file-store.ts';
import { noteKeptFile } from './note-kept-file.ts';
import type { ProvinceSigner } from './province-signer.ts';
import type { Caller } from './sync-push.ts';

/** A file that many communes come to have (a letter of the province sent round by e-mail) crosses their lines once: others show that they have its bytes. */
export type PossessionService = {
  /** Nonce a PC makes its proof with; the same for an hour, on every server of the province. It says nothing of who has the file. */
  readonly challenge: (caller: Caller, hash: string) => string;
  /**
   * Makes the file the commune's own if the proof is right and the province has the bytes. No says nothing: the file may be unknown, or the proof wrong, and
   * the answer takes as long.
   */
  readonly prove: (caller: Caller, request: FileProofRequest) => Promise<boolean>;
};

const HOUR_MS = 3_600_000;
/** Every answer takes at least this long, so that time does not tell whether there was a file to compare with. */
const ANSWER_MS = 250;

/** What the service stands on. `onKept`: called after a file has become a commune's, for the courier. */
export type PossessionParts = {
  readonly db: Database;
  readonly place: FilePlace;
  readonly signer: ProvinceSigner;
  /** Server time in milliseconds. */
  readonly now: () => number;
  readonly onKept: () => void;
};

export function createPossessionService({ db, place, signer, now, onKept }: PossessionParts): PossessionService {
  // Ed25519 signs the same text the same way: no server needs to remember what it asked.
  const nonceOf = ({ commune, dev }: Caller, hash: string, hour: number): string =>
    sha256(signer.sign(`hosoxa possession 1\n${commune}\n${String(dev)}\n${hash}\n${String(hour)}`));
  const hour = (): number => Math.floor(now() / HOUR_MS);

  const take = async (caller: Caller, { hash, size, nonce, proof }: FileProofRequest): Promise<boolean> => {
    if (![hour(), hour() - 1].some((each) => nonceOf(caller, hash, each) === nonce)) return false;
    const holder = await byKey(db, hash, (trx) => findHolder(trx, hash));
    if (holder?.size !== size || (await proofOf(place, holder.commune, hash, size, nonce)) !== proof) return false;
    const { commune } = caller;
    if (holder.commune !== commune && !(await place.share(holder.commune, commune, hash))) return false;
    await noteKeptFile(db, commune, hash, size);
    await place.dropArrived(commune, hash); // the upload that had begun
    onKept();
    return true;
  };

  return {
    challenge: (caller, hash) => nonceOf(caller, hash, hour()),
    async prove(caller, request) {
      const [isTaken] = await Promise.all([take(caller, request), wait(ANSWER_MS)]);
      return isTaken;
    },
  };
}

/** What a PC that has the bytes answers. */
async function proofOf(place: FilePlace, commune: string, hash: string, size: number, nonce: string): Promise<string> {
  const digest = createHash('sha256').update(nonce);
  for (const range of possessionRanges(nonce, size))
    for await (const bytes of place.read(commune, hash, range)) digest.update(bytes as Buffer);
  return digest.digest('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
