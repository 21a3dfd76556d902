import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Book } from '#shared/domain/document/document-record.ts';
import type { Office } from '../office.ts';
import type { DocumentRow } from '../rows.ts';
import { allDocuments } from './document-list.ts';

/** Lines of a book received between two days (both included), by arrival number, to print the register. */
export async function listRegisterLines(
  office: Office,
  { book, from, to }: { readonly book: Book; readonly from: PlainDate; readonly to: PlainDate },
): Promise<readonly DocumentRow[]> {
  const filter = {
    ...allDocuments,
    book,
    receivedFrom: from,
    receivedTo: to,
    sort: { by: 'arrival' as const, descending: false },
  };
  const ids = await office.search.list(filter, office.today());
  const rows = await office.db.documents.bulkGet([...ids.slice(0, ids.length)]);
  return rows.filter((row) => row !== undefined);
}
