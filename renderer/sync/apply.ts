import type { MovedCommune, SyncAnswer, SyncRequest } from '#shared/contract/protocol.ts';
import type { Office } from '#renderer/data/office.ts';
import { applyPage, applyWord, dropStream } from '#renderer/data/replica/apply-answer.ts';
import { noteWholeSaid } from '#renderer/data/replica/bring-back.ts';
import { noteRenewed, RENEWING_CHECK } from '#renderer/data/replica/confirm-copy.ts';
import { findRefusedAnew } from '#renderer/data/replica/resupply.ts';
import { forgetLateSeen, noteChecked } from '#renderer/data/replica/sync-state.ts';

/** What an answer brought: rows, whether there is more to fetch, and, when the commune was merged into another one, where it is now. */
export type Applied = { readonly rows: number; readonly more: boolean; readonly moved: MovedCommune | undefined };

/**
 * Step three: the answer into the store, one transaction a page; the server's word on own ops goes with the first page.
 * Stopping anywhere between two pages is harmless: what is missing is asked for again.
 */
export async function apply(office: Office, request: SyncRequest, answer: SyncAnswer): Promise<Applied> {
  const hasWord = answer.outcomes.length + answer.late.length > 0;
  const refusedAnew = await findRefusedAnew(office, answer.late);
  // What is not noted is told again.
  const late = refusedAnew === undefined ? [] : answer.late;
  let word = hasWord ? { outcomes: answer.outcomes, late, refusedAnew: refusedAnew ?? [] } : undefined;
  let rows = 0;
  let more = false;
  let moved: MovedCommune | undefined;
  for (const {
    id,
    epoch,
    rows: pageRows,
    next,
    more: hasMore,
    resync,
    drop,
    confirmed,
    taken,
    moved: gone,
  } of answer.streams) {
    if (gone !== undefined) {
      // Nothing of it is applied: the copy goes along as it is (`move-copy.ts`).
      if (id === office.stream) moved = gone;
      continue;
    }
    if (drop === true) {
      await dropStream(office, id);
      continue;
    }
    const { confirm: from, check } = request.streams.find((ask) => ask.id === id) ?? {};
    const page = {
      ...{ id, epoch, rows: pageRows, next, more: hasMore },
      ...(resync !== undefined && { resync }),
      ...(confirmed !== undefined && from !== undefined && { told: { ...confirmed, from } }),
      ...(taken !== undefined && { taken }),
    };
    const applied = await applyPage(office, page, word);
    word = undefined;
    rows += applied.rows;
    more ||= applied.more;
    // With rows the server was ahead and compared nothing; the copy is compared at a later turn.
    const wasCompared = pageRows.length === 0 && check !== undefined;
    if (wasCompared) await noteChecked(office, id);
    if (resync === true && check === RENEWING_CHECK) await noteRenewed(office, id);
  }
  if (word !== undefined) await applyWord(office, word);
  await forgetLateSeen(office, request.seen);
  for (const { id, epoch, whole } of request.streams) if (whole === true) await noteWholeSaid(office, id, epoch);
  return { rows, more, moved };
}
