import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import { isSecret, type Book } from '#shared/domain/document/document-record.ts';
import { bookedHandover } from '#shared/domain/routing/booked-handover.ts';
import { allDocuments } from '../documents/document-list.ts';
import type { Office } from '../office.ts';
import type { DocumentRow, HandoverRow, LedgerEntryRow, OutgoingRow } from '../rows.ts';
import { readByIds, readWanted } from './read-in-slices.ts';

/** Days a book is printed for, both included. */
export type BookDays = { readonly from: PlainDate; readonly to: PlainDate };

/** A line of a book of what came in; `handover`: the step its columns Ngày chuyển and Ký nhận tell of. */
export type IncomingLine = { readonly document: DocumentRow; readonly handover: HandoverRow | undefined };

/** A line of the book of what went out: a paper, or numbers spoken for without one. */
export type OutgoingLine =
  | { readonly kind: 'paper'; readonly on: PlainDate; readonly number: number; readonly row: OutgoingRow }
  | { readonly kind: 'entry'; readonly on: PlainDate; readonly number: number; readonly row: LedgerEntryRow };

/** A line of the hand-over book. */
export type HandoverLine = { readonly handover: HandoverRow; readonly document: DocumentRow };

/** Lines of a book of incoming papers received on these days, by arrival number, a slice at a time. */
export async function* readIncomingLines(
  office: Office,
  book: Book,
  { from, to }: BookDays,
): AsyncIterable<readonly IncomingLine[]> {
  const sort = { by: 'arrival' as const, descending: false };
  const filter = { ...allDocuments, book, receivedFrom: from, receivedTo: to, sort };
  const ids = await office.search.list(filter, office.today());
  for await (const documents of readByIds(office.db.documents, (start, end) => ids.slice(start, end))) {
    const handovers = await office.db.handovers
      .where('documentId')
      .anyOf(documents.map(({ id }) => id))
      .toArray();
    const ofDocument = new Map<string, HandoverRow[]>();
    for (const handover of handovers)
      if (!handover.removed)
        ofDocument.set(handover.documentId, [...(ofDocument.get(handover.documentId) ?? []), handover]);
    yield documents.map((document) => ({ document, handover: bookedHandover(ofDocument.get(document.id) ?? []) }));
  }
}

/** Lines of a book of outgoing papers dated on these days, by day and number; numbers cancelled, skipped or kept stand among them. A secret paper stands by its number alone (a ledger entry): what it says is in the secret book. */
export async function readOutgoingLines(
  office: Office,
  registerId: string,
  { from, to }: BookDays,
): Promise<readonly OutgoingLine[]> {
  const papers = await readPapers(office, { from, to }, (row) => row.registerId === registerId && !isSecret(row));
  const entries = (await office.db.ledgerEntries.where('registerId').equals(registerId).toArray()).filter(
    (row) => !row.removed && !row.isReleased && from <= row.on && row.on <= to,
  );
  const lines: OutgoingLine[] = [
    ...papers,
    ...entries.map((row): OutgoingLine => ({ kind: 'entry', on: row.on, number: row.from, row })),
  ];
  return lines.sort(compareLines);
}

/** Lines of the book of secret papers that went out, of whatever register, dated on these days, by day and number: only those written on this PC. */
export async function readSecretOutgoingLines(office: Office, days: BookDays): Promise<readonly OutgoingLine[]> {
  return [...(await readPapers(office, days, isSecret))].sort(compareLines);
}

/** Numbered papers dated on these days. */
async function readPapers(
  office: Office,
  { from, to }: BookDays,
  isWanted: (row: OutgoingRow) => boolean,
): Promise<readonly OutgoingLine[]> {
  const rows = await readWanted(
    office.db.outgoings,
    (row) => row.issuedOn !== null && from <= row.issuedOn && row.issuedOn <= to && isWanted(row),
  );
  return rows.flatMap((row): OutgoingLine[] =>
    row.issuedOn === null || row.number === null ? [] : [{ kind: 'paper', on: row.issuedOn, number: row.number, row }],
  );
}

function compareLines(a: OutgoingLine, b: OutgoingLine): number {
  return (
    compare(a.on, b.on) || compare(a.row.series, b.row.series) || a.number - b.number || compare(a.row.id, b.row.id)
  );
}

/** Steps from hand to hand made on these days, by the moment; `wantsSecret`: of papers that never leave the PC, which have a book of their own. */
export async function readHandoverLines(
  office: Office,
  wantsSecret: boolean,
  { from, to }: BookDays,
): Promise<readonly HandoverLine[]> {
  const handovers = [
    ...(await readWanted(office.db.handovers, ({ handedAt }) => {
      const day = dateOfInstant(Date.parse(handedAt));
      return from <= day && day <= to;
    })),
  ].sort((a, b) => compare(a.handedAt, b.handedAt) || compare(a.id, b.id));
  const documents = new Map<string, DocumentRow>();
  const ids = [...new Set(handovers.map(({ documentId }) => documentId))];
  for await (const rows of readByIds(office.db.documents, (start, end) => ids.slice(start, end)))
    for (const row of rows) documents.set(row.id, row);
  return handovers.flatMap((handover) => {
    const document = documents.get(handover.documentId);
    const isWanted = document !== undefined && !document.removed && isSecret(document) === wantsSecret;
    return isWanted ? [{ handover, document }] : [];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
