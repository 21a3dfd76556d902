import { placesOf } from '#shared/domain/exchange/agency-places.ts';
import type { AgencyFields } from '#shared/domain/exchange/agency-record.ts';
import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { Database, DatabaseTransaction } from '#server/storage/database.ts';
import type { Commune } from '#server/storage/enrolment-store.ts';
import type { FilePlace } from '#server/storage/file-place.ts';
import { communeNow, listCommuneMoves } from '#server/storage/moved-streams.ts';
import { listAllFiles, listCommunes } from '#server/storage/province-store.ts';
import { publishAgency, readDirectory } from './agency-records.ts';
import { mergeStreams } from './merge-streams.ts';

/** How an office is called in the directory, from its commune's name. */
export type AgencyTexts = { readonly agencyName: (communeName: string) => string };

/** What is said of an office in the directory beside its name; what is left out stays, or is a commune without identifier. */
export type AgencyWish = Partial<Pick<AgencyFields, 'kind' | 'organId'>>;

/**
 * What became of a merger: `unknown` an office nobody declared, `circle` the successor was itself merged into the office, `elsewhere` the office has gone into
 * another one before.
 */
export type Merger = 'merged' | 'unknown' | 'circle' | 'elsewhere';

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

/**
 * One office goes into another from today on, with all it has: from now on they are one (docs/adr/0038). The files' bytes come along first, so that nothing is
 * named that is not there. Again is the same.
 */
export async function mergeOffice(
  db: Database,
  files: Pick<FilePlace, 'share' | 'bringArrived'>,
  from: string,
  into: string,
  nowMs: number,
): Promise<Merger> {
  const { verdict, place } = await db.transaction().execute((trx) => judge(trx, from, into));
  if (verdict === undefined) await bringFiles(db, files, from, place);
  const merger = verdict ?? (await db.transaction().execute((trx) => mergeNow(trx, files, from, into, nowMs)));
  // Now its PCs send there. What is half up is gone on with; done again, too, when a crash came between.
  if (merger === 'merged') await files.bringArrived(from, place);
  return merger;
}

async function mergeNow(
  trx: DatabaseTransaction,
  files: Pick<FilePlace, 'share'>,
  from: string,
  into: string,
  nowMs: number,
): Promise<Merger> {
  const { verdict, place, known } = await judge(trx, from, into);
  if (verdict !== undefined || known === undefined) return verdict ?? 'unknown';
  const lastDay = known.validTo ?? dayOf(nowMs);
  await publishAgency(trx, { code: from, mergedInto: into, validTo: lastDay }, known, nowMs);
  await mergeStreams(trx, { code: from, name: known.name, lastDay }, place, nowMs, () =>
    bringFiles(trx, files, from, place),
  );
  return 'merged';
}

type Judged = {
  readonly verdict: Merger | undefined;
  readonly place: string;
  readonly known: AgencyFields | undefined;
};

/** Whether it is to be done; `place`: the office in which all of it comes to stand. */
async function judge(trx: DatabaseTransaction, from: string, into: string): Promise<Judged> {
  const directory = await readDirectory(trx);
  const moves = await listCommuneMoves(trx);
  const known = directory.get(from);
  const verdictOf = (): Merger | undefined => {
    if (known === undefined || !directory.has(into)) return 'unknown';
    if (placesOf(into, (code) => directory.get(code)).includes(from)) return 'circle';
    if (!moves.some(({ commune }) => commune === from)) return undefined;
    return known.mergedInto === into ? 'merged' : 'elsewhere';
  };
  return { verdict: verdictOf(), place: communeNow(into, moves), known };
}

/** Gives every file of a commune to another: links where the disk can, so that it is no matter how many there are. */
async function bringFiles(db: Database, files: Pick<FilePlace, 'share'>, from: string, into: string): Promise<void> {
  for (const { hash } of await listAllFiles(db, from)) await files.share(from, into, hash);
}

/** Day in Vietnam. */
function dayOf(ms: number): PlainDate {
  return toPlainDate(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(ms));
}

function capitalised(name: string): string {
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`;
}
