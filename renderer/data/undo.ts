import { ok } from '#shared/base/result.ts';
import { must } from '#shared/base/must.ts';
import { isEntityType } from '#shared/entities.ts';
import { REMOVED } from '#shared/sync/op.ts';
import type { Office } from './office.ts';
import { commit, type Saved, type WriteResult } from './write/commit.ts';

/** Takes a change back: a new change that writes the former values of the record saved first. A record that was new is removed. */
export function undo(office: Office, saved: Saved): Promise<WriteResult> {
  return commit(office, () => {
    const first = saved.ops[0];
    if (first === undefined) return Promise.resolve(ok([]));
    const type = must(isEntityType(first.type) ? first.type : undefined, 'own ops are of entities of this build');
    const { stream, id } = first;
    const wasNew = Object.keys(saved.previous).length === 0 && first.t === 'set';
    if (wasNew) return Promise.resolve(ok([{ t: 'del', stream, type, id, f: {} }]));
    const f = first.t === 'del' ? { [REMOVED]: false } : saved.previous;
    return Promise.resolve(ok([{ t: 'set', stream, type, id, f }]));
  });
}
