import { setTimeout as rest } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { SNAPSHOT_FORM } from '#shared/contract/snapshot/snapshot-chunk.ts';
import type { SnapshotManifest } from '#shared/contract/snapshot/snapshot-manifest.ts';
import { inCommune, type Database } from '#server/storage/database.ts';
import type { SnapshotPlace } from '#server/storage/file-place.ts';
import {
  findSnapshot,
  putSnapshot,
  readStandings,
  takeBuildLock,
  type KeptSnapshot,
} from '#server/storage/snapshot-store.ts';
import type { StreamStanding } from '#server/storage/sync-reader.ts';
import { readableStreams } from '../sync-pull.ts';
import type { Caller } from '../sync-push.ts';
import { buildSnapshot, CHUNK_RECORDS } from './build-snapshot.ts';

/** Snapshots of streams, from which new PCs start. Any node builds one, one node at a time, and each serves what another built. */
export type SnapshotService = {
  /** Those of the streams the caller may read. One that should be there and is not is built while the caller waits, for some seconds at most. */
  readonly list: (caller: Caller) => Promise<SnapshotManifest[]>;
  /** Size of a chunk of a stream the caller may read. */
  readonly findChunkSize: (caller: Caller, stream: string, hash: string) => Promise<number | undefined>;
  readonly readChunk: (
    stream: string,
    hash: string,
    range: { readonly start: number; readonly end: number },
  ) => Readable;
  /** Streams as an answer found them: one that has gone far beyond its snapshot gets a new one, when nobody waits for this node. */
  readonly note: (commune: string, streams: readonly StreamStanding[]) => void;
  /** Builds what was changed since its snapshot, of the streams this node was asked for. For the night. */
  readonly renew: () => Promise<void>;
  /** Lets the build at hand end. */
  readonly stop: () => Promise<void>;
};

/**
 * When snapshots are built. `from`: changes from which a stream is worth one; `renewAfter`: changes after which it gets a new one before the night; `waitMs`:
 * longest a PC waits for one; `keepMs`: how long chunks of an older one stay for whoever is loading them; `chunkRecords`: records in a chunk.
 */
export type SnapshotPolicy = {
  readonly from: number;
  readonly renewAfter: number;
  readonly waitMs: number;
  readonly keepMs: number;
  readonly chunkRecords: number;
};

export const SNAPSHOT_POLICY: SnapshotPolicy = {
  from: 2000,
  renewAfter: 5000,
  waitMs: 25_000,
  keepMs: 14 * 24 * 60 * 60 * 1000,
  chunkRecords: CHUNK_RECORDS,
};

const LOOK_AGAIN_MS = 250;

/** How often a node that was busy looks whether it still is. */
const QUIET_LOOK_MS = 1000;

type Parts = {
  readonly db: Database;
  readonly place: SnapshotPlace;
  /** Server time in milliseconds. */
  readonly now: () => number;
  readonly policy: SnapshotPolicy;
  /** Whether PCs wait for this node: then a snapshot that nobody asked for waits too. */
  readonly isBusy: () => boolean;
  readonly onFailure: (cause: unknown) => void;
};

/** Makes the service. */
export function createSnapshotService({ db, place, now, policy, isBusy, onFailure }: Parts): SnapshotService {
  /** What this node knows of each stream it was asked for: where it stands, by which commune, and where its snapshot stood. */
  const known = new Map<string, { readonly commune: string; readonly standing: StreamStanding; builtAt?: number }>();
  const building = new Map<string, Promise<boolean>>();
  let isStopped = false;
  /** One build at a time: a node that builds still answers. */
  let turn: Promise<unknown> = Promise.resolve();

  /** Whether there is nothing more to wait for: false while another node builds it. Never throws. */
  function build(commune: string, stream: string): Promise<boolean> {
    const queued = building.get(stream);
    if (queued !== undefined) return queued;
    const mine = turn
      .then(() => isStopped || buildNow(commune, stream))
      .catch((cause: unknown) => {
        onFailure(cause);
        return true;
      })
      .finally(() => building.delete(stream));
    building.set(stream, mine);
    turn = mine;
    return mine;
  }

  function buildNow(commune: string, stream: string): Promise<boolean> {
    return inCommune(db, commune, async (trx) => {
      if (!(await takeBuildLock(trx, stream))) return false;
      const [standing] = await readStandings(trx, [stream]);
      const before = await findSnapshot(trx, stream);
      if (standing === undefined || (before !== undefined && isOf(before, standing) && before.seq === standing.seq))
        return true;
      const built = await buildSnapshot(trx, place, standing, { nowMs: now(), chunkRecords: policy.chunkRecords });
      if (built.chunks.length === 0) return true;
      await putSnapshot(trx, built);
      const kept = [...built.chunks, ...(before?.chunks ?? [])].map(({ hash }) => hash);
      await place.dropOthers(stream, kept, Date.now() - policy.keepMs);
      return true;
    });
  }

  /** Builds when nobody waits for this node: in a storm it would only make everybody late. Whoever asks for the snapshot meanwhile has it built at once. */
  async function buildWhenQuiet(commune: string, stream: string): Promise<void> {
    while (isBusy() && !isStopped) await rest(QUIET_LOOK_MS, undefined, { ref: false });
    await build(commune, stream);
  }

  /** The snapshots there are, and the streams that should have one and have none. */
  function read(commune: string): Promise<{ readonly found: KeptSnapshot[]; readonly lacking: string[] }> {
    return inCommune(db, commune, async (trx) => {
      const found: KeptSnapshot[] = [];
      const lacking: string[] = [];
      for (const standing of await readStandings(trx, readableStreams(commune))) {
        const snapshot = await findSnapshot(trx, standing.id);
        if (snapshot !== undefined && isOf(snapshot, standing)) found.push(snapshot);
        else if (standing.seq >= policy.from) lacking.push(standing.id);
      }
      return { found, lacking };
    });
  }

  return {
    async list({ commune }) {
      const giveUp = rest(policy.waitMs, 'too long' as const, { ref: false });
      const tried = new Set<string>();
      for (;;) {
        const { found, lacking } = await read(commune);
        const due = lacking.filter((stream) => !tried.has(stream));
        if (due.length === 0 || isStopped) return found.map(toManifest);
        for (const stream of due) {
          const outcome = await Promise.race([build(commune, stream), giveUp]);
          if (outcome === 'too long') return found.map(toManifest);
          if (outcome) tried.add(stream);
          else await rest(LOOK_AGAIN_MS);
        }
      }
    },
    async findChunkSize({ commune }, stream, hash) {
      return readableStreams(commune).includes(stream) ? place.findSize(stream, hash) : undefined;
    },
    readChunk: (stream, hash, range) => place.read(stream, hash, range),
    note(commune, streams) {
      for (const standing of streams) {
        const { id, seq, epoch } = standing;
        const before = known.get(id);
        const builtAt = before?.standing.epoch === epoch ? (before.builtAt ?? seq) : seq;
        known.set(id, { commune, standing, builtAt });
        if (seq < policy.from || seq - builtAt < policy.renewAfter) continue;
        known.set(id, { commune, standing, builtAt: seq });
        void buildWhenQuiet(commune, id);
      }
    },
    async renew() {
      for (const [stream, { commune, standing }] of [...known]) {
        if (standing.seq < policy.from) continue;
        await build(commune, stream);
        known.delete(stream);
      }
    },
    async stop() {
      isStopped = true;
      await turn;
    },
  };
}

function isOf(snapshot: KeptSnapshot, standing: StreamStanding): boolean {
  return snapshot.epoch === standing.epoch && snapshot.form === SNAPSHOT_FORM && snapshot.seq <= standing.seq;
}

function toManifest({ builtAt: _builtAt, ...manifest }: KeptSnapshot): SnapshotManifest {
  return manifest;
}
