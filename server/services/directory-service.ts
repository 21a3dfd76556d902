import { placesOf } from '#shared/domain/exchange/agency-places.ts';
import type { AgencyFields } from '#shared/domain/exchange/agency-record.ts';
import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { queueTasks } from '#server/storage/courier-queue.ts';
import type { Database, DatabaseTransaction } from '#server/storage/database.ts';
import type { Commune } from '#server/storage/enrolment-store.ts';
import { listCommunes } from '#server/storage/province-store.ts';
import { publishAgency, readDirectory } from './agency-records.ts';

/** How an office is called in the directory, from its commune's name. */
export type AgencyTexts = { readonly agencyName: (communeName: string) => string };

/** What is said of an office in the directory beside its name; what is left out stays, or is a commune without identifier. */
export type AgencyWish = Partial<Pick<AgencyFields, 'kind' | 'organId'>>;

/** What became of a merger: `unknown` an office nobody declared, `circle` the successor was itself merged into the office. */
export type Merger = 'merged' | 'unknown' | 'circle';

/** Publishes an office, or brings its entry up to date. */
export async function publishOffice(
  db: Database,
  { id, name }: Commune,
  wish: AgencyWish,
  { agencyName }: AgencyTexts,
  nowMs: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const kind = wish.kind ?? (await readDirectory(trx)).get(id)?.kind ?? 'commune';
    const agency = { ...wish, code: id, kind, name: kind === 'province' ? capitalised(name) : agencyName(name) };
    await publishAgency(
      trx,
      agency,
      { ...agency, organId: wish.organId ?? '', mergedInto: null, validTo: null },
      nowMs,
    );
  });
}

/** Publishes the offices that were declared before there was a directory. */
export async function publishMissing(db: Database, texts: AgencyTexts, nowMs: number): Promise<void> {
  const directory = await db.transaction().execute(readDirectory);
  for (const commune of await listCommunes(db))
    if (!directory.has(commune.id)) await publishOffice(db, commune, {}, texts, nowMs);
}

/** One office goes into another from today on; what waits for it goes there too, by the courier. Again is the same. */
export async function mergeOffice(db: Database, from: string, into: string, nowMs: number): Promise<Merger> {
  return db.transaction().execute(async (trx: DatabaseTransaction): Promise<Merger> => {
    const directory = await readDirectory(trx);
    const known = directory.get(from);
    if (known === undefined || !directory.has(into)) return 'unknown';
    if (placesOf(into, (code) => directory.get(code)).includes(from)) return 'circle';
    await publishAgency(trx, { code: from, mergedInto: into, validTo: known.validTo ?? dayOf(nowMs) }, known, nowMs);
    await queueTasks(trx, from, [{ kind: 'merge', id: from }]);
    return 'merged';
  });
}

/** Day in Vietnam. */
function dayOf(ms: number): PlainDate {
  return toPlainDate(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(ms));
}

function capitalised(name: string): string {
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`;
}
