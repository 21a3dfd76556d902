import type { Lock, Locker } from '@tus/server';
import type { NodeLocks, Release } from './node-locks.ts';

/** Milliseconds a request waits for another one of the same upload to let go, on whichever server that is. */
const LOCK_MS = 15_000;

/** The upload is in other hands for too long; the client asks for its offset and goes on. Thrown at tus, it becomes the answer. */
class UploadBusy extends Error {
  override readonly name = 'UploadBusy';
  readonly status_code = 423;
  readonly body = JSON.stringify({ code: 'too-many-requests' });
}

/** Locks of uploads as tus wants them, for all servers of the province: a PC goes on at one server with what it began at another. */
export function createUploadLocker(locks: NodeLocks): Locker {
  return {
    newLock(id): Lock {
      let release: Release | undefined;
      return {
        async lock(signal, cancelReq) {
          release = await locks.take(id, { waitMs: LOCK_MS, signal, onWanted: () => void cancelReq() });
          if (release === undefined) throw new UploadBusy();
        },
        unlock: async () => release?.(),
      };
    },
  };
}
