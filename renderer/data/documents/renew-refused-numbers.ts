import { ok } from '#shared/base/result.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { isNumberRefusal, isPrinted } from '../outgoing/printed-numbers.ts';
import { listOutbox } from '../replica/outbox.ts';
import type { OutboxRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';

/**
 * A paper the province refused only for its number is filed anew without one, so that no paper is off the list; the refused change stays under
 * "Cần xử lý" with its values. An outgoing paper whose number may be in somebody's hands is not touched: only a person may decide. Returns how many.
 */
export async function renewRefusedNumbers(office: Office): Promise<number> {
  const refused = (await listOutbox(office.db, 'rejected')).filter(isNumberRefusal);
  let renewed = 0;
  for (const row of refused) {
    const saved = row.type === 'document' ? await renewDocument(office, row) : await renewOutgoing(office, row);
    if (!saved?.ok) continue;
    renewed += saved.value.ops.length;
    await office.db.outbox.update(row.n, { renewedBy: saved.value.ops[0]?.n ?? 0 });
  }
  return renewed;
}

async function renewDocument(office: Office, { op, id }: OutboxRow): Promise<WriteResult> {
  const isWholePaper = Object.hasOwn(op.f, 'symbol');
  if (!isWholePaper) return ok({ id, ops: [], previous: {} });
  return file(office, { t: 'set', stream: op.stream, type: 'document', id, f: { ...op.f, arrivalNumber: null } });
}

/** The paper waits for a number again, in the book and for the day it was meant for; undefined when a person must decide. */
async function renewOutgoing(office: Office, { op, id }: OutboxRow): Promise<WriteResult | undefined> {
  if (await isPrinted(office, id)) return undefined;
  const without: Readonly<Record<string, FieldValue>> = {
    ...op.f,
    series: '',
    number: null,
    symbol: '',
    numberedBy: null,
    numberedAt: null,
    numberReason: '',
    state: 'awaiting-number',
  };
  return commit(office, async (reader) => {
    const row = await reader.row('outgoing', id);
    // Another PC may have numbered it meanwhile.
    const isSettled = row !== undefined && (row.number !== null || row.state === 'void');
    return ok(isSettled ? [] : [{ t: 'set', stream: op.stream, type: 'outgoing', id, f: without }]);
  });
}

function file(office: Office, draft: OpDraft): Promise<WriteResult> {
  return commit(office, () => Promise.resolve(ok([draft])));
}
