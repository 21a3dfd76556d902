import { advance, mustStartAnew, passHeld, type Cookie, type HeldStretch, type PageEnd } from './cookie.ts';

/** A chunk of a snapshot as it is sent: SHA-256 and length of its bytes, how many records are in it, and how many of these are papers (incoming and outgoing). */
export type SnapshotChunk = {
  readonly hash: string;
  readonly size: number;
  readonly records: number;
  readonly papers: number;
};

/** A stream at sequence `seq` of its life `epoch`, in chunks: what the first screen needs, then the rest, newest first. */
export type Snapshot = {
  readonly stream: string;
  readonly epoch: string;
  readonly seq: number;
  readonly chunks: readonly SnapshotChunk[];
};

/**
 * A snapshot on its way into a copy: the stream as it stood at sequence `seq`, in `chunks` parts of which the first `done` are in. `tail`: pages behind
 * the snapshot have been taken up to here, while it was on its way.
 */
export type SnapshotLoad = {
  readonly seq: number;
  readonly tail: number;
  readonly chunks: number;
  readonly done: number;
};

/**
 * Where a device stands in a stream, perhaps with a snapshot on its way. Until the last chunk is in the cookie itself says that nothing is complete:
 * a build that knows nothing of snapshots pulls everything.
 */
export type LoadingCookie = Cookie & {
  readonly load?: SnapshotLoad | undefined;
  readonly held?: HeldStretch | undefined;
};

/** Where to go on: behind the snapshot, with nothing complete, so that every row comes whole (trap 1 of the reference holds here too). */
export function positionOf({ epoch, base, after, load }: LoadingCookie): Cookie {
  return load === undefined ? { epoch, base, after } : { epoch, base: 0, after: load.tail };
}

/** Whether a device holds nothing of the stream yet, so that it can start from a snapshot. */
export function isBlank({ epoch, base, after, load }: LoadingCookie): boolean {
  return epoch === '' && base === 0 && after === 0 && load === undefined;
}

/**
 * The cookie after a page was applied. While a snapshot is on its way no page completes the copy, even the last: what is older may still be missing.
 * A page of another life, or a refusal to go on, ends the loading as it ends everything else that was begun.
 */
export function takePage<T extends LoadingCookie>(cookie: T, page: PageEnd): T {
  const { load } = cookie;
  if (load === undefined || mustStartAnew(cookie, page))
    return passHeld({ ...withoutLoad(cookie), ...advance(cookie, page) });
  return { ...cookie, load: { ...load, tail: Math.max(load.tail, page.next) } };
}

/** The cookie after the next chunk was applied. With the last one the copy stands where the pages behind the snapshot have come to; the next of them completes it. */
export function takeChunk<T extends LoadingCookie>(cookie: T): T {
  const { load } = cookie;
  if (load === undefined) return cookie;
  const done = load.done + 1;
  if (done < load.chunks) return { ...cookie, load: { ...load, done } };
  return { ...withoutLoad(cookie), base: 0, after: load.tail };
}

/** The cookie when the snapshot cannot be had any more: everything is pulled, over what has come. */
export function withoutLoad<T extends LoadingCookie>({ load: _load, ...cookie }: T): T {
  return cookie as unknown as T;
}
