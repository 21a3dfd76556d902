import { ok, type Result } from '#shared/base/result.ts';
import type { Office } from '../office.ts';
import { commit } from '../write/commit.ts';
import { settleDraft, type OpDraft, type Refusal } from '../write/compose-ops.ts';

/** Most ops one write of an import has: all of them in the journal, or none. */
export const OPS_AT_ONCE = 500;

/** Writes what needs no reading beforehand, at most `OPS_AT_ONCE` at a time; stops at the first that is refused. */
export async function commitDrafts(
  office: Office,
  drafts: readonly OpDraft[],
  tell?: (written: number) => void,
): Promise<Result<null, Refusal>> {
  return commitGroups(office, Math.ceil(drafts.length / OPS_AT_ONCE), {
    read: (at) => Promise.resolve(drafts.slice(at * OPS_AT_ONCE, (at + 1) * OPS_AT_ONCE)),
    ...(tell && { tell }),
  });
}

/** `read`: the drafts of a group, at most `OPS_AT_ONCE`. `isStopped`: asked before each group. */
type Groups = {
  readonly read: (at: number) => Promise<readonly OpDraft[]>;
  readonly tell?: (written: number) => void;
  readonly isStopped?: () => boolean;
};

/** Writes groups one after the other; while the disk has one, the next is checked. Ends before its time when it is stopped. */
export async function commitGroups(
  office: Office,
  count: number,
  { read, tell, isStopped }: Groups,
): Promise<Result<null, Refusal>> {
  let following = count === 0 ? [] : await read(0);
  let ready = settleAll(following);
  for (let at = 0; at < count && isStopped?.() !== true; at += 1) {
    const group = ready;
    following = at + 1 < count ? await read(at + 1) : [];
    let next: typeof ready | undefined;
    const written = await commit(
      office,
      () => Promise.resolve(group),
      () => (next = settleAll(following)),
    );
    if (!written.ok) return written;
    ready = next ?? settleAll(following);
    tell?.(group.ok ? group.value.length : 0);
    await breathe();
  }
  return ok(null);
}

function settleAll(drafts: readonly OpDraft[]): Result<readonly OpDraft[], Refusal> {
  const settled: OpDraft[] = [];
  for (const draft of drafts) {
    const each = settleDraft(draft);
    if (!each.ok) return each;
    settled.push(each.value);
  }
  return ok(settled);
}

/** Lets the window draw and hear between two writes. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
