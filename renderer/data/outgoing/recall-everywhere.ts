import { err, ok } from '#shared/base/result.ts';
import { dispatchesOf, recallOps } from '../exchange/dispatch-repository.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import { recallOp } from './outgoing-repository.ts';

/**
 * Calls an issued paper back and asks everybody who has it to give it back, in one act: the register never says that a paper was recalled of which its
 * recipients know nothing. Errors: `reason-wanted`, `not-allowed` (not issued), `record-missing`.
 */
export function recallEverywhere(office: Office, id: string, reason: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const own = await recallOp(reader, id, reason);
    if (!own.ok) return own;
    const ids = (await dispatchesOf(office, id)).map((dispatch) => dispatch.id);
    const theirs = await recallOps(office, reader, ids, reason);
    return theirs.ok ? ok([own.value, ...theirs.value]) : err(theirs.error);
  });
}
