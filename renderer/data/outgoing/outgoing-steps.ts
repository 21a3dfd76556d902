import type { OutgoingFields, OutgoingState } from '#shared/domain/outgoing/outgoing-record.ts';
import type { Office } from '../office.ts';
import type { OutgoingRow } from '../rows.ts';
import type { OpDraft } from '../write/compose-ops.ts';

/** Whether what stands on the paper is settled: it has its number, or waits for it. */
export function isSettled({ state }: Pick<OutgoingFields, 'state'>): boolean {
  return state !== 'draft' && state !== 'in-review' && state !== 'approved';
}

/** Number of the latest version of the text; 0 when nothing is written. */
export async function latestVersion({ db }: Office, outgoingId: string): Promise<number> {
  const drafts = await db.drafts.where('outgoingId').equals(outgoingId).toArray();
  return Math.max(0, ...drafts.filter(({ removed }) => !removed).map(({ version }) => version));
}

/** The op that takes a paper to another state. */
export function stateOp({ stream, id }: OutgoingRow, state: OutgoingState): OpDraft {
  return { t: 'set', stream, type: 'outgoing', id, f: { state } };
}
