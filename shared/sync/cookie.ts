/** Where a device stands in a stream: complete up to `base`; pages already taken beyond it up to `after`. */
export type Cookie = { readonly epoch: string; readonly base: number; readonly after: number };

/** A stretch of a stream that a device holds whole: every record last changed behind `from` and up to `to`. */
export type HeldStretch = { readonly from: number; readonly to: number };

/**
 * The cookie when pages have come to where a held stretch begins: it is passed over. Nothing becomes complete by that: what moved out of the stretch since
 * comes whole with a later page, as everything does while `base` is 0.
 */
export function passHeld<C extends Cookie & { readonly held?: HeldStretch | undefined }>(cookie: C): C {
  const { held } = cookie;
  if (held === undefined || cookie.after < held.from) return cookie;
  const { held: _passed, ...rest } = cookie;
  return { ...rest, after: Math.max(cookie.after, held.to) } as unknown as C;
}

/** A device that holds nothing of a stream. */
export const EMPTY_COOKIE: Cookie = { epoch: '', base: 0, after: 0 };

/** The part of an answer that moves a cookie. `resync`: the server says the device's copy cannot be continued. */
export type PageEnd = {
  readonly epoch: string;
  readonly next: number;
  readonly more: boolean;
  readonly resync?: boolean;
};

/**
 * The cookie after a page was applied. Positions never go back within an epoch, and a last page that was on its way while later ones were taken makes the copy
 * complete up to its own end and no further; a foreign epoch or `resync` starts the copy anew.
 */
export function advance(cookie: Cookie, page: PageEnd): Cookie {
  if (mustStartAnew(cookie, page)) return { epoch: page.epoch, base: 0, after: 0 };
  const after = Math.max(cookie.after, page.next);
  return page.more
    ? { epoch: page.epoch, base: cookie.base, after }
    : { epoch: page.epoch, base: Math.max(cookie.base, page.next), after };
}

/** Whether this page belongs to another life of the stream, so that its rows must not be applied on top of what is held. */
export function mustStartAnew(cookie: Cookie, page: PageEnd): boolean {
  return page.resync === true || (cookie.epoch !== '' && cookie.epoch !== page.epoch);
}
