import { sessionMessage, type SessionRequest } from '#shared/contract/http.ts';
import { ok } from '#shared/base/result.ts';
import { byKey, enterCommune, type Database } from '#server/storage/database.ts';
import { findDevice } from '#server/storage/enrolment-store.ts';
import { findSession, insertChallenge, insertSession, takeChallenge } from '#server/storage/session-store.ts';
import { refuse, type Answer } from './refusal.ts';
import { createSecret, hashSecret, isSignedBy } from './secrets.ts';
import type { Caller } from './sync-push.ts';

/** Seconds a session lasts. */
export const SESSION_SECONDS = 12 * 60 * 60;
const CHALLENGE_MS = 2 * 60_000;
const REMEMBERED = 5_000;

export type SessionService = {
  readonly challenge: () => Promise<string>;
  readonly open: (request: SessionRequest) => Promise<Answer<{ readonly token: string; readonly seconds: number }>>;
  /** Who holds this token. A device revoked meanwhile is stopped by the work itself, which reads its row. */
  readonly findCaller: (token: string) => Promise<Caller | undefined>;
};

/** Sessions live in the database, so that any server may answer; each server remembers those it has seen. */
export function createSessionService(db: Database, now: () => number): SessionService {
  const remembered = new Map<string, { readonly caller: Caller; readonly expiresMs: number }>();
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
        if (device.isRevoked) return refuse('device-revoked');
        await enterCommune(trx, device.commune);
        const token = createSecret();
        const expiresAt = new Date(now() + SESSION_SECONDS * 1000);
        await insertSession(
          trx,
          { tokenHash: hashSecret(token), commune: device.commune, dev, expiresAt },
          new Date(now()),
        );
        return ok({ token, seconds: SESSION_SECONDS });
      }),
    async findCaller(token) {
      const tokenHash = hashSecret(token);
      const known = remembered.get(tokenHash) ?? (await readCaller(db, tokenHash));
      if (known === undefined || known.expiresMs < now()) {
        remembered.delete(tokenHash);
        return undefined;
      }
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(tokenHash, known);
      return known.caller;
    },
  };
}

async function readCaller(db: Database, tokenHash: string): Promise<{ caller: Caller; expiresMs: number } | undefined> {
  const session = await byKey(db, tokenHash, (trx) => findSession(trx, tokenHash));
  if (session === undefined) return undefined;
  return { caller: { dev: session.dev, commune: session.commune }, expiresMs: session.expiresAt.getTime() };
}
