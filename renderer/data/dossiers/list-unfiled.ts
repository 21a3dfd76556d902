import type { Office } from '../office.ts';
import { allDocuments } from '../documents/document-list.ts';
import type { DocumentRow, OutgoingRow, RowFlag } from '../rows.ts';

/** Papers whose work ended in a year and that lie in no dossier yet: ids of the register, newest first, and rows of outgoing papers. */
export type Unfiled = { readonly documents: readonly string[]; readonly outgoings: readonly OutgoingRow[] };

/** Counts of lines by dossier, read from the index alone: no row is deciphered for it. */
export async function countItems(office: Office): Promise<ReadonlyMap<string, number>> {
  const { db } = office;
  const [keys, removed] = await Promise.all([db.dossierItems.orderBy('dossierId').keys(), listRemoved(office)]);
  const counts = new Map<string, number>();
  const add = (key: unknown, by: number): void => {
    if (typeof key === 'string') counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const key of keys) add(key, 1);
  for (const { dossierId } of removed) add(dossierId, -1);
  return counts;
}

/** What of a year's ended work lies in no dossier yet. */
export async function listUnfiled(office: Office, year: number): Promise<Unfiled> {
  const filter = { ...allDocuments, facet: 'done' as const, year, book: 'incoming' as const };
  const [done, filed, outgoings] = await Promise.all([
    office.search.list(filter, office.today()),
    listFiled(office),
    office.db.outgoings
      .filter(
        ({ removed, state, issuedOn, secrecy }) =>
          !removed && state === 'issued' && secrecy === 'none' && issuedOn?.startsWith(String(year)) === true,
      )
      .toArray(),
  ]);
  return {
    documents: [...done.slice(0, done.length)].filter((id) => !filed.has(id)),
    outgoings: outgoings
      .filter(({ id }) => !filed.has(id))
      .sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1)),
  };
}

/** Rows of documents by their ids, those that are gone left out. */
export async function readDocuments(office: Office, ids: readonly string[]): Promise<readonly DocumentRow[]> {
  const rows = await office.db.documents.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}

/** Ids of papers that lie in some dossier, from the index; a paper taken out of its only dossier is not among them. */
async function listFiled(office: Office): Promise<ReadonlySet<string>> {
  const { db } = office;
  const filed = new Map<string, number>();
  for (const key of await db.dossierItems.orderBy('ownerId').keys())
    if (typeof key === 'string') filed.set(key, (filed.get(key) ?? 0) + 1);
  for (const { ownerId } of await listRemoved(office))
    if (ownerId !== null) filed.set(ownerId, (filed.get(ownerId) ?? 0) - 1);
  return new Set([...filed].flatMap(([id, count]) => (count > 0 ? [id] : [])));
}

function listRemoved({ db }: Office): Promise<{ readonly dossierId: string; readonly ownerId: string | null }[]> {
  const flag: RowFlag = 'removed';
  return db.dossierItems.where('flags').equals(flag).toArray();
}
