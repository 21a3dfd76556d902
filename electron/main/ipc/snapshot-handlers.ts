import { ok } from '#shared/base/result.ts';
import type { SnapshotDesk } from '../services/snapshots/snapshot-desk.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `snapshot:`: what a new PC starts from. */
export function createSnapshotHandlers(
  desk: SnapshotDesk,
): Pick<IpcHandlers, Extract<keyof IpcHandlers, `snapshot:${string}`>> {
  return {
    'snapshot:list': () => desk.list(),
    'snapshot:fetch-piece': ({ stream, hash, size }) => desk.fetchPiece(stream, hash, size),
    'snapshot:rows': ({ hash, from }) => desk.rows(hash, from),
    'snapshot:drop': async ({ hash }) => {
      await desk.drop(hash);
      return ok(null);
    },
  };
}
