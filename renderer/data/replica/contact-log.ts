import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { Office } from '../office.ts';

/** A pause longer than this between two answers ends a contact. */
const CONTACT_GAP_MS = 6 * 60_000;

/** Days of contacts kept. */
const DAYS_KEPT = 14;

const PREFIX = 'contacts:';

/** What went over the line: changes sent, records received, whole files both ways. */
export type Moved = {
  readonly opsSent: number;
  readonly rowsReceived: number;
  readonly filesSent: number;
  readonly filesReceived: number;
};

export const NOTHING_MOVED: Moved = { opsSent: 0, rowsReceived: 0, filesSent: 0, filesReceived: 0 };

/** A span in which the province answered, and what went over the line in it. Corrected milliseconds. */
export type Contact = Moved & { readonly fromMs: number; readonly toMs: number };

/** The sum of two. */
export function addMoved(one: Moved, other: Moved): Moved {
  return {
    opsSent: one.opsSent + other.opsSent,
    rowsReceived: one.rowsReceived + other.rowsReceived,
    filesSent: one.filesSent + other.filesSent,
    filesReceived: one.filesReceived + other.filesReceived,
  };
}

/** Notes an answer of the province now, and what came and went with it: in the running contact, or in a new one. */
export async function noteContactNow(office: Office, moved: Moved): Promise<void> {
  const { db } = office;
  const [key, now] = [`${PREFIX}${office.today()}`, office.nowMs()];
  await db.transaction('rw', db.localMeta, async () => {
    const known = toContacts((await db.localMeta.get(key))?.value);
    const last = known.at(-1);
    const isRunning = last !== undefined && now >= last.toMs && now - last.toMs <= CONTACT_GAP_MS;
    const next: Contact = isRunning
      ? { ...last, ...addMoved(last, moved), toMs: now }
      : { ...moved, fromMs: now, toMs: now };
    await db.localMeta.put({ key, value: [...(isRunning ? known.slice(0, -1) : known), next] });
    if (known.length === 0) await db.localMeta.bulkDelete(await listOldKeys(office));
  });
}

/** Contacts of the last days, newest day first; a day without any is an empty list. */
export async function readContacts(
  { db }: Office,
  today: PlainDate,
  days: number,
): Promise<readonly { readonly day: PlainDate; readonly contacts: readonly Contact[] }[]> {
  const wanted = Array.from({ length: days }, (_, i) => addDays(today, -i));
  const rows = await db.localMeta.bulkGet(wanted.map((day) => `${PREFIX}${day}`));
  return wanted.map((day, i) => ({ day, contacts: toContacts(rows[i]?.value) }));
}

async function listOldKeys(office: Office): Promise<string[]> {
  const first = `${PREFIX}${addDays(office.today(), -DAYS_KEPT)}`;
  return office.db.localMeta.where('key').between(PREFIX, first).primaryKeys();
}

function toContacts(value: unknown): readonly Contact[] {
  return Array.isArray(value) ? (value as readonly Contact[]) : [];
}
