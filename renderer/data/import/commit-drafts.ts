import { ok, type Result } from '#shared/base/result.ts';
import type { Office } from '../office.ts';
import { commit } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';

/** Most ops one write of an import has: all of them in the journal, or none. */
export const OPS_AT_ONCE = 400;

/** Writes what needs no reading beforehand, at most `OPS_AT_ONCE` at a time; stops at the first that is refused. */
export async function commitDrafts(
  office: Office,
  drafts: readonly OpDraft[],
  tell?: (written: number) => void,
): Promise<Result<null, Refusal>> {
  for (let from = 0; from < drafts.length; from += OPS_AT_ONCE) {
    const group = drafts.slice(from, from + OPS_AT_ONCE);
    const written = await commit(office, () => Promise.resolve(ok(group)));
    if (!written.ok) return written;
    tell?.(group.length);
    await breathe();
  }
  return ok(null);
}

/** Lets the window draw and hear between two writes. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
