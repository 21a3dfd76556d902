import { err } from '#shared/base/result.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { FormStockFields, StockItem } from '#shared/domain/member/form-stock-record.ts';
import type { Office } from '../office.ts';
import type { FormStockRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { addRecord, removeRecord } from '../write/save-record.ts';

/** Notes so many cards or introductions asked for, approved, received, used, spoiled or handed back. */
export function noteStock(office: Office, fields: FormStockFields): Promise<WriteResult> {
  return addRecord(office, 'formStock', fields);
}

/** Takes out an entry made by mistake; what a transfer or an event used is not taken out by hand. Errors: `record-missing`, `not-allowed`. */
export async function removeStock(office: Office, id: string): Promise<WriteResult> {
  const row: FormStockRow | undefined = await office.db.formStocks.get(id);
  if (row !== undefined && row.sourceId !== null)
    return commit(office, () => Promise.resolve(err({ code: 'not-allowed' as const })));
  return removeRecord(office, 'formStock', id);
}

/** The op that counts one as used by something. */
export function stockUsedOp(
  office: Office,
  item: StockItem,
  { on, note, sourceId }: { readonly on: PlainDate; readonly note: string; readonly sourceId: string },
): OpDraft {
  const f: FormStockFields = { item, act: 'used', on, count: 1, note, sourceId };
  return { t: 'set', stream: office.stream, type: 'formStock', id: office.ports.newId(), f };
}

/** Ops that count what something had used as spoiled. */
export async function stockSpoiledOps({ db }: Office, sourceId: string, note: string): Promise<readonly OpDraft[]> {
  const rows: FormStockRow[] = await db.formStocks.filter((row) => row.sourceId === sourceId && !row.removed).toArray();
  return rows
    .filter(({ act }) => act === 'used')
    .map(({ id, stream }) => ({ t: 'set', stream, type: 'formStock', id, f: { act: 'spoiled', note } }));
}
