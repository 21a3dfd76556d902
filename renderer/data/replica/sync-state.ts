import type { Office } from '../office.ts';
import type { CookieRow } from '../rows.ts';
import { emptyCookie } from './apply-answer.ts';

/** Where this PC stands in each of its streams. */
export async function readCookies({ db, device }: Office): Promise<readonly CookieRow[]> {
  const rows = await db.cookies.bulkGet([...device.streams]);
  return device.streams.map((stream, i) => rows[i] ?? emptyCookie(stream));
}

/** Late outcomes taken note of and not yet told to the server, at most 1,000. */
export async function readLateSeen({ db }: Office): Promise<readonly number[]> {
  return (((await db.localMeta.get('late-seen'))?.value as number[] | undefined) ?? []).slice(0, 1000);
}

/** Forgets late outcomes the server has been told of. */
export async function forgetLateSeen({ db }: Office, told: readonly number[]): Promise<void> {
  if (told.length === 0) return;
  await db.transaction('rw', db.localMeta, async () => {
    const noted = ((await db.localMeta.get('late-seen'))?.value as number[] | undefined) ?? [];
    await db.localMeta.put({ key: 'late-seen', value: noted.filter((n) => !told.includes(n)) });
  });
}

/** Takes over a newly measured offset to the province's clock; stored when it moved by more than a second. */
export async function noteOffset(office: Office, offsetMs: number): Promise<void> {
  const before = (await office.db.localMeta.get('offset'))?.value;
  office.clock.correct(offsetMs);
  if (typeof before !== 'number' || Math.abs(before - offsetMs) > 1000)
    await office.db.localMeta.put({ key: 'offset', value: offsetMs });
}

/** Adds to the time the province could be reached today. */
export async function noteLineTime(office: Office, ms: number): Promise<void> {
  const key = `line:${office.today()}`;
  await office.db.transaction('rw', office.db.localMeta, async () => {
    const before = ((await office.db.localMeta.get(key))?.value as number | undefined) ?? 0;
    await office.db.localMeta.put({ key, value: before + ms });
  });
}

/** When the province last answered (corrected milliseconds); null before the first time. */
export async function readLastContact({ db }: Office): Promise<number | null> {
  return ((await db.localMeta.get('last-contact'))?.value as number | undefined) ?? null;
}

/** Notes that the province answered. */
export async function noteContact({ db }: Office, atMs: number): Promise<void> {
  await db.localMeta.put({ key: 'last-contact', value: atMs });
}

/** Whether a stream's copy is due to be compared with the province's today; `noteChecked` ends it for the day. */
export async function isCheckDue(office: Office, stream: string): Promise<boolean> {
  return (await office.db.localMeta.get(`checked:${stream}`))?.value !== office.today();
}

/** Notes that a stream's copy was compared today. */
export async function noteChecked(office: Office, stream: string): Promise<void> {
  await office.db.localMeta.put({ key: `checked:${stream}`, value: office.today() });
}
