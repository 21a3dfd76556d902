import type { Office } from '../office.ts';

const KEY = 'pause-until';

/** Longest a person may have sync rest, in milliseconds: until tomorrow morning, never for good. */
export const PAUSE_AT_MOST_MS = 36 * 60 * 60_000;

/** Until when sync rests (corrected milliseconds); null when it does not. A mark that lies too far ahead (a wrong clock set it) does not count. */
export async function readPause(office: Office): Promise<number | null> {
  const until = (await office.db.localMeta.get(KEY))?.value;
  if (typeof until !== 'number') return null;
  const left = until - office.nowMs();
  return left > 0 && left <= PAUSE_AT_MOST_MS ? until : null;
}

/** Keeps until when sync rests, over restarts; null ends it. */
export async function keepPause({ db }: Office, untilMs: number | null): Promise<void> {
  if (untilMs === null) await db.localMeta.delete(KEY);
  else await db.localMeta.put({ key: KEY, value: untilMs });
}
