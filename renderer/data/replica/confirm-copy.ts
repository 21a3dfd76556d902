import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { contentText, type ConfirmedStretch } from '#shared/sync/content-text.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { DamagedRowError } from '../encryption/damaged-row-error.ts';
import type { Office } from '../office.ts';
import type { CookieRow, ShadowRow } from '../rows.ts';
import { shadowsOf } from './start-anew.ts';

/** What the province told of a stretch of a stream; `from`: the sequence it begins behind. */
export type ToldStretch = ConfirmedStretch & { readonly from: number };

/** So many times in a row the province told something else than what is held, and the copy is fetched anew. */
const DOUBTS_AT_MOST = 3;

/** A copy is fetched anew for that at most once in so long: on a thin line a fault that fetching does not mend must not eat the line. */
const RENEWED_AT_MOST_EVERY_MS = 7 * 24 * 60 * 60_000;

/** A digest no copy has: the province answers it with "start anew". */
export const RENEWING_CHECK = 'renew';

/** SHA-256 of a record's content as 64 hex digits: what the province shows for the same record. */
export function hashRecord(record: SyncRecord): string {
  return bytesToHex(hashOf(record));
}

/** SHA-256 over the hashes of these records, in order of sequence, as `ConfirmedStretch` has it. */
export function hashStretch(records: readonly SyncRecord[]): string {
  const hash = sha256.create();
  for (const record of records) hash.update(hashOf(record));
  return bytesToHex(hash.digest());
}

function hashOf(record: SyncRecord): Uint8Array {
  return sha256(utf8ToBytes(contentText(record)));
}

/** Up to which sequence of a stream the province has told the hash of what is held here. While the copy is fetched anew, nothing counts. */
export function confirmedUpTo(cookie: CookieRow | undefined): number {
  return cookie === undefined || cookie.anew ? 0 : (cookie.confirmed ?? 0);
}

/**
 * The cookie after what the province told of a stretch was compared with what is held; inside the caller's transaction, after the page's rows were put.
 * `arrived`: the rows of the page, when the stretch is that page.
 */
export async function confirmCopy(
  { db }: Office,
  cookie: CookieRow,
  { from, upTo, hash }: ToldStretch,
  arrived: readonly ShadowRow[] | undefined,
): Promise<CookieRow> {
  const confirmed = cookie.confirmed ?? 0;
  // What lies before the stretch is not confirmed yet, or all of it is already.
  if (from > confirmed || upTo <= confirmed) return cookie;
  const held = arrived ?? (await readStretch(db, cookie, from, upTo));
  const isSame = held !== undefined && hashStretch([...held].sort((a, b) => a.seq - b.seq)) === hash;
  return isSame ? { ...cookie, confirmed: upTo, doubts: 0 } : { ...cookie, doubts: (cookie.doubts ?? 0) + 1 };
}

/** What is held of a stretch; undefined when a row of it cannot be read (the store's health knows of it, and exchanging goes on). */
async function readStretch(
  db: Office['db'],
  { stream, gen }: CookieRow,
  from: number,
  upTo: number,
): Promise<readonly ShadowRow[] | undefined> {
  try {
    return (await shadowsOf(db.shadows, stream, from, upTo).toArray()).filter((row) => row.gen === gen);
  } catch (error) {
    if (error instanceof DamagedRowError) return undefined;
    throw error;
  }
}

/** Whether a stream's copy is to be fetched anew, because the province holds something else in spite of equal sequences. */
export async function mustRenew(office: Office, { stream, doubts = 0 }: CookieRow): Promise<boolean> {
  if (doubts < DOUBTS_AT_MOST) return false;
  const renewedAt = (await office.db.localMeta.get(renewedKey(stream)))?.value;
  return typeof renewedAt !== 'number' || office.nowMs() - renewedAt > RENEWED_AT_MOST_EVERY_MS;
}

/** Notes that a stream's copy is being fetched anew for that. */
export async function noteRenewed(office: Office, stream: string): Promise<void> {
  await office.db.localMeta.put({ key: renewedKey(stream), value: office.nowMs() });
}

function renewedKey(stream: string): string {
  return `renewed:${stream}`;
}
