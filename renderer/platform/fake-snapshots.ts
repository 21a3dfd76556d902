import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { IpcChannel } from '#shared/contract/ipc.ts';
import type { SnapshotManifest } from '#shared/contract/snapshot/snapshot-manifest.ts';
import { SNAPSHOT_FORM } from '#shared/contract/snapshot/snapshot-chunk.ts';
import type { Row } from '#shared/sync/record.ts';

const ROWS_AT_ONCE = 2;

/** Snapshots as a fake province serves them and a fake desktop fetches them: each chunk in two pieces, kept until it is dropped. */
export class FakeSnapshots {
  /** Every piece that came over the line, by chunk. */
  readonly fetched: string[] = [];
  /** What the next fetches of a piece are refused with, one after another. */
  readonly refusals: ErrorCode[] = [];
  /** Called before each piece is answered: what happens elsewhere meanwhile. */
  onPiece: () => Promise<unknown> = () => Promise.resolve();
  readonly #offsets = new Map<string, number>();
  readonly #here = new Set<string>();
  readonly #province: { readonly snapshots: readonly FakeSnapshot[] };
  readonly #isOnline: () => boolean;

  constructor(province: { readonly snapshots: readonly FakeSnapshot[] }, isOnline: () => boolean) {
    this.#province = province;
    this.#isOnline = isOnline;
  }

  readonly calls: Pick<DesktopBridge['call'], Extract<IpcChannel, `snapshot:${string}`>> = {
    'snapshot:list': () =>
      Promise.resolve(
        this.#isOnline() ? ok(this.#province.snapshots.map(({ manifest }) => manifest)) : err({ code: 'offline' }),
      ),
    'snapshot:fetch-piece': async ({ hash, size }) => {
      if (this.#here.has(hash)) return ok({ offset: size, size, done: true });
      await this.onPiece();
      if (!this.#isOnline()) return err({ code: 'offline' });
      this.fetched.push(hash);
      const refusal = this.refusals.shift();
      if (refusal !== undefined) {
        this.#offsets.delete(hash);
        return err({ code: refusal });
      }
      if (this.#rowsOf(hash) === undefined) return err({ code: 'file-not-here-yet' });
      const offset = this.#offsets.has(hash) ? size : Math.floor(size / 2);
      this.#offsets.set(hash, offset);
      const done = offset === size;
      if (done) this.#here.add(hash);
      return ok({ offset, size, done });
    },
    'snapshot:rows': ({ hash, from }) => {
      const all = this.#rowsOf(hash);
      if (all === undefined || !this.#here.has(hash)) return Promise.resolve(err({ code: 'file-missing' }));
      const rows = structuredClone(all.slice(from, from + ROWS_AT_ONCE));
      return Promise.resolve(ok({ rows, isLast: from + rows.length >= all.length }));
    },
    'snapshot:drop': ({ hash }) => {
      this.#here.delete(hash);
      this.#offsets.delete(hash);
      return Promise.resolve(ok(null));
    },
  };

  #rowsOf(hash: string): readonly Row[] | undefined {
    return this.#province.snapshots.map(({ chunks }) => chunks.get(hash)).find((rows) => rows !== undefined);
  }
}

/** A snapshot a fake province has: chunks by their names. */
export type FakeSnapshot = {
  readonly manifest: SnapshotManifest;
  readonly chunks: ReadonlyMap<string, readonly Row[]>;
};

/** A snapshot of these records, newest first, in chunks of `size` records; the names are made up. */
export function fakeSnapshot(
  standing: { readonly stream: string; readonly epoch: string; readonly seq: number },
  records: readonly Row[],
  size: number,
): FakeSnapshot {
  const newest = [...structuredClone(records)].sort((a, b) => b.seq - a.seq);
  const chunks = new Map<string, readonly Row[]>();
  for (let from = 0; from < newest.length; from += size) {
    const name = `${standing.epoch}/${String(standing.seq)}/${standing.stream}/${String(from)}`;
    chunks.set(hexOf(name), newest.slice(from, from + size));
  }
  const parts = [...chunks].map(([hash, rows]) => ({
    hash,
    size: 1000,
    records: rows.length,
    papers: rows.filter(({ type }) => type === 'document').length,
  }));
  return { manifest: { ...standing, form: SNAPSHOT_FORM, chunks: parts }, chunks };
}

function hexOf(name: string): string {
  const digits = [...name].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return digits.slice(-64).padStart(64, '0');
}
