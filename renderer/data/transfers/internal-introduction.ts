import { err, ok } from '#shared/base/result.ts';
import { introductions } from '#shared/domain/transfer/introduction.ts';
import type { Office } from '../office.ts';
import { stockUsedOp } from '../stock/stock-repository.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { introductionOps, type IntroductionOrder } from './introduction-ops.ts';

/**
 * Gives a member who moves from cell to cell the internal introduction paper (giấy giới thiệu nội bộ): numbered, counted, and named by the event it goes
 * with. Errors: `record-missing`, `not-allowed` (no move, or it has its paper), and those of `introductionOps`.
 */
export async function introduceInside(
  office: Office,
  eventId: string,
  order: Omit<IntroductionOrder, 'kind'>,
): Promise<WriteResult<{ readonly symbol: string }>> {
  let symbol = '';
  const saved = await commit(office, async (reader) => {
    const event = await reader.row('memberEvent', eventId);
    if (event === undefined || event.removed) return err({ code: 'record-missing' });
    if (event.kind !== 'moved' || event.state !== 'decided' || event.decisionId !== null)
      return err({ code: 'not-allowed', field: 'kind' });
    const made = await introductionOps(office, { ...order, kind: 'internal' });
    if (!made.ok) return made;
    ({ symbol } = made.value);
    const named: OpDraft = {
      t: 'set',
      stream: event.stream,
      type: 'memberEvent',
      id: eventId,
      f: { decisionId: made.value.id, number: symbol.slice(0, 40) },
    };
    const used = { on: order.issuedOn, note: symbol, sourceId: eventId };
    return ok([...made.value.ops, named, stockUsedOp(office, introductions.internal.item, used)]);
  });
  return saved.ok ? ok({ ...saved.value, symbol }) : saved;
}
