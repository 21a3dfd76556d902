import { sessionMessage, type SessionRequest } from '#shared/contract/http.ts';
import { ok } from '#shared/base/result.ts';
import { byKey, enterCommune, type Database } from '#server/storage/database.ts';
import { findDevice } from '#server/storage/device-store.ts';
import { findSession, insertChallenge, insertSession, takeChallenge } from '#server/storage/session-store.ts';
import type { ProvinceSigner } from './province-signer.ts';
import { refuse, refuseRevoked, type Answer } from './refusal.ts';
import { createSecret, hashSecret, isSignedBy } from './secrets.ts';
import type { Caller } from './sync-push.ts';

/** Seconds a session lasts. */
export const SESSION_SECONDS = 12 * 60 * 60;
const CHALLENGE_MS = 2 * 60_000;
const REMEMBERED = 5_000;

/** A session as it is given to a PC. `provinceKey`: see `enrolAnswerSchema`. */
export type OpenedSession = { readonly token: string; readonly seconds: number; readonly provinceKey: string };

export type SessionService = {
  readonly challenge: () => Promise<string>;
  readonly open: (request: SessionRequest) => Promise<Answer<OpenedSession>>;
  /** Who holds this token, if the device has not been shut out. */
  readonly findCaller: (token: string) => Promise<Caller | undefined>;
  /** The same from memory, without asking the database: for sync, which reads the device's row itself. */
  readonly recallCaller: (token: string) => Promise<Caller | undefined>;
  /** The same, also when the device has been shut out at its own wish: it may ask whether it is. */
  readonly findLeaver: (token: string) => Promise<Caller | undefined>;
};

type Remembered = { readonly caller: Caller; readonly expiresMs: number };

/** Sessions live in the database, so that any server may answer; each server remembers those it has seen. */
export function createSessionService(db: Database, province: ProvinceSigner, now: () => number): SessionService {
  const remembered = new Map<string, Remembered>();
  const ifInTime = (known: Remembered | undefined): Caller | undefined =>
    known === undefined || known.expiresMs < now() ? undefined : known.caller;
  return {
    async challenge() {
      const challenge = createSecret();
      await insertChallenge(db, hashSecret(challenge), new Date(now() + CHALLENGE_MS), new Date(now()));
      return challenge;
    },
    open: ({ dev, challenge, signature }) =>
      byKey(db, String(dev), async (trx) => {
        const isFresh = await takeChallenge(trx, hashSecret(challenge), new Date(now()));
        const device = await findDevice(trx, dev);
        if (device === undefined) return refuse('not-enrolled');
        if (!isFresh || !isSignedBy(device.publicKey, sessionMessage(dev, challenge), signature))
          return refuse('bad-signature');
        if (device.isRevoked) return refuseRevoked(device);
        await enterCommune(trx, device.commune);
        const token = createSecret();
        const expiresAt = new Date(now() + SESSION_SECONDS * 1000);
        await insertSession(
          trx,
          { tokenHash: hashSecret(token), commune: device.commune, dev, expiresAt },
          new Date(now()),
        );
        return ok({ token, seconds: SESSION_SECONDS, provinceKey: province.publicKey });
      }),
    findCaller: async (token) => ifInTime(await readCaller(db, hashSecret(token), false)),
    findLeaver: async (token) => ifInTime(await readCaller(db, hashSecret(token), true)),
    async recallCaller(token) {
      const tokenHash = hashSecret(token);
      const known = remembered.get(tokenHash) ?? (await readCaller(db, tokenHash, false));
      const caller = ifInTime(known);
      if (known === undefined || caller === undefined) {
        remembered.delete(tokenHash);
        return undefined;
      }
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(tokenHash, known);
      return caller;
    },
  };
}

function readCaller(db: Database, tokenHash: string, mayHaveLeft: boolean): Promise<Remembered | undefined> {
  return byKey(db, tokenHash, async (trx) => {
    const session = await findSession(trx, tokenHash);
    if (session === undefined) return undefined;
    await enterCommune(trx, session.commune);
    const device = await findDevice(trx, session.dev);
    if (device === undefined || (device.isRevoked && !(mayHaveLeft && device.hasLeft))) return undefined;
    return { caller: { dev: session.dev, commune: session.commune }, expiresMs: session.expiresAt.getTime() };
  });
}
