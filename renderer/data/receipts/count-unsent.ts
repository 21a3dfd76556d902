import type { DocumentRow, OutgoingRow } from '../rows.ts';
import type { Office } from '../office.ts';
import { readOutboxSummary } from '../review/outbox-summary.ts';
import { readStanding } from './place-of.ts';

/** What only this PC has: items in all, and papers among them that are urgent. */
export async function countUnsent(office: Office): Promise<{ readonly all: number; readonly urgent: number }> {
  const { db } = office;
  const [{ records, files }, { owing }] = await Promise.all([readOutboxSummary(office), readStanding(office)]);
  const ids = [...owing];
  const papers: readonly (DocumentRow | OutgoingRow | undefined)[] = (
    await Promise.all([
      db.documents.where('flags').equals('pending').toArray(),
      db.outgoings.where('flags').equals('pending').toArray(),
      db.documents.bulkGet(ids),
      db.outgoings.bulkGet(ids),
    ])
  ).flat();
  const urgent = papers.flatMap((row) => (row !== undefined && row.urgency !== 'normal' ? [row.id] : []));
  return { all: records + files, urgent: new Set(urgent).size };
}
