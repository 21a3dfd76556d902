import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CarriedBatch } from '#shared/contract/carried.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import { opsTextSchema } from '#shared/contract/ops-text.ts';
import { syncRequestSchema, type SyncRequest } from '#shared/contract/protocol.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Op } from '#shared/sync/op.ts';
import { FakeBackups } from './fake-backups.ts';
import { FakeKeys } from './fake-keys.ts';
import { noParcels } from './fake-parcels.ts';
import type { FakeProvince } from './fake-province.ts';
import { FakeSnapshots } from './fake-snapshots.ts';

type Listener = (payload: never) => void;

const PIECE_BYTES = 64 * 1024;

/** A desktop in memory with a journal, a vault and a line to a province that can be cut: the whole page runs on it in plain tests. */
export class FakeDesktop implements DesktopBridge {
  readonly journal: Op[] = [];
  readonly vault = new Map<string, Uint8Array>();
  /** Whether the province can be reached. */
  isOnline = true;
  /** The next answer is lost on its way back, after the server has acted. */
  loseNextAnswer = false;
  /** The next appends fail with this code. */
  journalFails: ErrorCode | undefined;
  /** Every request that reached the province. */
  readonly requests: SyncRequest[] = [];
  /** Highest counter the province acknowledged, as the main process notes it. */
  acked = 0;
  /** What waiting for news comes to; an older server knows no waiting. */
  awaitNews: DesktopBridge['call']['sync:await-news'] = () => Promise.resolve(err({ code: 'not-found' }));
  /** Id of the store the page told of. */
  storeId: string | null = null;
  /** Counter the page last asked to be renumbered from. */
  renumberedFrom: number | undefined;
  readonly keys = new FakeKeys();
  readonly backups = new FakeBackups();
  readonly snapshots: FakeSnapshots;
  readonly #device: DeviceState;
  readonly #province: FakeProvince;
  readonly #drafts = new Map<string, Uint8Array[]>();
  readonly #progress = new Map<string, number>();
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(device: DeviceState, province: FakeProvince) {
    this.#device = device;
    this.#province = province;
    this.snapshots = new FakeSnapshots(province, () => this.isOnline);
    this.call = { ...this.#calls, ...this.snapshots.calls };
  }

  readonly on: DesktopBridge['on'] = {
    'menu:command': (listener) => this.#listen('menu:command', listener),
    'power:resumed': (listener) => this.#listen('power:resumed', listener),
    'disk:level': (listener) => this.#listen('disk:level', listener),
    'keys:locking': (listener) => this.#listen('keys:locking', listener),
  };

  readonly call: DesktopBridge['call'];

  readonly #calls: Omit<DesktopBridge['call'], keyof FakeSnapshots['calls']> = {
    'app:info': () =>
      Promise.resolve(
        ok({ version: '0.0.0', electron: '0', platform: 'test', enrolUrl: '', enrolCode: '', openToTests: true }),
      ),
    'app:unsent': () => Promise.resolve(ok(null)),
    'disk:free': () => Promise.resolve(ok({ freeBytes: 100 * 1024 ** 3, level: 'ample' })),
    ...this.keys.calls,
    ...this.backups.calls,
    ...noParcels,
    'store:facts': () => Promise.resolve(ok({ storeId: this.storeId, records: 0, lost: null })),
    'store:opened': ({ storeId }) => {
      this.storeId = storeId;
      return Promise.resolve(ok(null));
    },
    'store:set-aside': () => Promise.resolve(ok(null)),
    'audit:note': () => Promise.resolve(ok(null)),
    'audit:list': () => Promise.resolve(ok([])),
    'audit:verify': () => Promise.resolve(ok({ entries: 0, badN: null, reason: 'none', signedN: 0, signedAt: null })),
    'device:renumber': ({ from }) => {
      this.renumberedFrom = from;
      return Promise.resolve(ok(this.#device));
    },
    'device:follow-merger': () => Promise.resolve(ok(this.#device)),
    'device:hand-over': () => Promise.resolve(ok(null)),
    'device:get': () => Promise.resolve(ok(this.#device)),
    'device:enrol': () => Promise.resolve(ok(this.#device)),
    'sync:exchange': async (request) => {
      await Promise.resolve();
      if (!this.isOnline) return err({ code: 'offline' });
      const arrived = structuredClone(syncRequestSchema.parse(request));
      this.requests.push(arrived);
      const answer = this.#province.exchange(arrived);
      if ('expect' in answer) return err({ code: 'counter-gap', expect: answer.expect });
      this.acked = Math.max(this.acked, answer.acked);
      if (this.loseNextAnswer) {
        this.loseNextAnswer = false;
        return err({ code: 'offline' });
      }
      return ok({ answer, roundTripMs: 1, sentBytes: 100, receivedBytes: 100 });
    },
    'sync:await-news': (asked) => this.awaitNews(asked),
    'carried:colleagues': () => Promise.resolve(ok(null)),
    // The seal of a fake is its form; who signed is asked of the real one (`signed-batch.test.ts`).
    'carried:sign': ({ epoch, ops }) =>
      Promise.resolve(ok(new TextEncoder().encode(JSON.stringify({ dev: this.#device.dev, epoch, ops })))),
    'carried:open': ({ signed }) => Promise.resolve(ok(openFakeBatch(signed))),
    'carried:hand-in': ({ signed }) => {
      if (!this.isOnline) return Promise.resolve(err({ code: 'offline' }));
      const answer = this.#province.carry(openFakeBatch(signed));
      return Promise.resolve('expect' in answer ? err({ code: 'counter-gap', expect: answer.expect }) : ok(answer));
    },
    'lan:state': () => Promise.resolve(ok({ isOn: false, own: [], typed: [], colleagues: [] })),
    'lan:set-on': () => Promise.resolve(ok({ isOn: false, own: [], typed: [], colleagues: [] })),
    'lan:set-typed': () => Promise.resolve(ok({ isOn: false, own: [], typed: [], colleagues: [] })),
    'lan:round': () => Promise.resolve(ok({ news: [], fetched: [] })),
    'sync:history': () => Promise.resolve(this.isOnline ? ok([]) : err({ code: 'offline' })),
    'sync:receipts': (request) =>
      Promise.resolve(this.isOnline ? ok(this.#province.show(request)) : err({ code: 'offline' })),
    'journal:append': ({ ops }) => {
      if (this.journalFails !== undefined) return Promise.resolve(err({ code: this.journalFails }));
      this.journal.push(...opsTextSchema.parse(ops));
      return Promise.resolve(ok(null));
    },
    'journal:read-since': ({ n, lane }) => {
      const ops = this.journal.filter((op) => (op.stream === LOCAL_STREAM) === (lane === 'local') && op.n > n);
      return Promise.resolve(ok(structuredClone(ops.slice(0, 1000))));
    },
    'journal:facts': () => {
      const shared = this.journal.filter(({ stream }) => stream !== LOCAL_STREAM);
      return Promise.resolve(
        ok({
          firstN: shared[0]?.n ?? 0,
          lastN: shared.at(-1)?.n ?? 0,
          lastLocalN: this.journal.findLast(({ stream }) => stream === LOCAL_STREAM)?.n ?? 0,
          acked: this.acked,
          damagedBytes: 0,
          setAside: 0,
        }),
      );
    },
    'vault:check': () => Promise.resolve(ok(null)),
    'vault:report': () =>
      Promise.resolve(ok({ checkedAt: null, running: null, files: 0, missing: [], changed: [], orphaned: [] })),
    'vault:begin': () => {
      const handle = crypto.randomUUID();
      this.#drafts.set(handle, []);
      return Promise.resolve(ok({ handle }));
    },
    'vault:append': ({ handle, bytes }) => {
      this.#drafts.get(handle)?.push(bytes);
      return Promise.resolve(ok(null));
    },
    'vault:finish': async ({ handle }) => {
      const bytes = joined(this.#drafts.get(handle) ?? []);
      this.#drafts.delete(handle);
      const hash = await hashOf(bytes);
      this.vault.set(hash, bytes);
      return ok({ hash, size: bytes.length });
    },
    'vault:abort': ({ handle }) => {
      this.#drafts.delete(handle);
      return Promise.resolve(ok(null));
    },
    'vault:present': ({ hashes }) => Promise.resolve(ok(hashes.filter((hash) => this.vault.has(hash)))),
    'vault:read': ({ hash, start, length }) => {
      const bytes = this.vault.get(hash);
      return Promise.resolve(
        bytes === undefined ? err({ code: 'file-missing' }) : ok(bytes.slice(start, start + length)),
      );
    },
    'vault:discard': ({ hash }) => {
      this.vault.delete(hash);
      return Promise.resolve(ok(null));
    },
    'files:missing': ({ hashes }) =>
      Promise.resolve(
        this.isOnline ? ok(hashes.filter((hash) => !this.#province.files.has(hash))) : err({ code: 'offline' }),
      ),
    'files:upload-piece': ({ hash }) => {
      const bytes = this.vault.get(hash);
      if (!this.isOnline) return Promise.resolve(err({ code: 'offline' }));
      if (bytes === undefined) return Promise.resolve(err({ code: 'file-missing' }));
      return Promise.resolve(ok(this.#move(hash, bytes, this.#province.files)));
    },
    'files:download-piece': ({ hash }) => {
      const bytes = this.#province.files.get(hash);
      if (!this.isOnline) return Promise.resolve(err({ code: 'offline' }));
      if (bytes === undefined) return Promise.resolve(err({ code: 'file-not-here-yet' }));
      return Promise.resolve(ok(this.#move(hash, bytes, this.vault)));
    },
    'archive:write': () => Promise.resolve(ok(null)),
    'archive:check': () => Promise.resolve(ok(null)),
    'archive:progress': () => Promise.resolve(ok({ stage: 'idle', done: 0, total: 0 })),
    'archive:cancel': () => Promise.resolve(ok(null)),
    'files:save-as': () => Promise.resolve(ok({ saved: true })),
    'files:save-vault-file-as': () => Promise.resolve(ok({ saved: true })),
    'files:save-edxml': () => Promise.resolve(ok({ saved: true })),
    'print:file': () => Promise.resolve(ok({ printed: true })),
    'print:pdf': () => Promise.resolve(ok({ printed: true })),
  };

  #move(
    hash: string,
    bytes: Uint8Array,
    target: Map<string, Uint8Array>,
  ): { offset: number; size: number; done: boolean } {
    const offset = Math.min(bytes.length, (this.#progress.get(hash) ?? 0) + PIECE_BYTES);
    this.#progress.set(hash, offset);
    const done = offset === bytes.length;
    if (done) {
      this.#progress.delete(hash);
      target.set(hash, bytes);
    }
    return { offset, size: bytes.length, done };
  }

  #listen(event: string, listener: Listener): () => void {
    const set = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, set.add(listener));
    return () => set.delete(listener);
  }
}

function openFakeBatch(signed: Uint8Array): CarriedBatch {
  return JSON.parse(new TextDecoder().decode(signed)) as CarriedBatch;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
