import { err, ok } from '#shared/base/result.ts';
import type { MemberLineFields, MemberLineKind } from '#shared/domain/member/member-line-record.ts';
import type { Office } from '../office.ts';
import type { MemberLineRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import { removeRecord, saveRecord } from '../write/save-record.ts';

/** What a person writes of a line; its place in the table is given. */
export type MemberLineDraft = Omit<MemberLineFields, 'memberId' | 'kind' | 'order'>;

/** Room between two lines, so that one can be put between them. */
const STEP = 10;

/** Lines of a table of a member's record, in order. */
export async function listMemberLines({ db }: Pick<Office, 'db'>, memberId: string): Promise<readonly MemberLineRow[]> {
  const rows = await db.memberLines.where('memberId').equals(memberId).toArray();
  return rows.filter(({ removed }) => !removed).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Adds a line at the end of its table. */
export function addMemberLine(
  office: Office,
  memberId: string,
  kind: MemberLineKind,
  draft: MemberLineDraft,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const member = await reader.row('member', memberId);
    if (member === undefined || member.removed) return err({ code: 'record-missing' });
    const held = (await listMemberLines(office, memberId)).filter((line) => line.kind === kind);
    const order = (held.at(-1)?.order ?? 0) + STEP;
    const f: MemberLineFields = { ...draft, memberId, kind, order };
    return ok([{ t: 'set' as const, stream: member.stream, type: 'memberLine', id: office.ports.newId(), f }]);
  });
}

/** Changes a line; `seen` is the row's `seq` when its form was opened. */
export function saveMemberLine(
  office: Office,
  id: string,
  changes: Partial<MemberLineDraft>,
  seen: number,
): Promise<WriteResult> {
  return saveRecord(office, 'memberLine', id, changes, seen);
}

/** Takes a line out of its table; it can be brought back. */
export function removeMemberLine(office: Office, id: string): Promise<WriteResult> {
  return removeRecord(office, 'memberLine', id);
}

/** Puts a line one place up (-1) or down (1) in its table. Nothing happens at its ends. */
export function moveMemberLine(office: Office, id: string, by: -1 | 1): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const line = await reader.row('memberLine', id);
    if (line === undefined || line.removed) return err({ code: 'record-missing' });
    const lines = (await listMemberLines(office, line.memberId)).filter(({ kind }) => kind === line.kind);
    const at = lines.findIndex((each) => each.id === id);
    const other = lines[at + by];
    if (at < 0 || other === undefined) return ok([]);
    // Places of equal number (two PCs added at once) are parted by numbering anew what lies around.
    const moved = [...lines];
    moved[at] = other;
    moved[at + by] = line;
    const changed = moved.flatMap((each, place) => {
      const order = (place + 1) * STEP;
      return each.order === order ? [] : [{ each, order }];
    });
    const isPlain = new Set(lines.map(({ order }) => order)).size === lines.length;
    const wanted = isPlain
      ? [
          { each: line, order: other.order },
          { each: other, order: line.order },
        ]
      : changed;
    return ok(
      wanted.map(({ each, order }) => ({
        t: 'set' as const,
        stream: each.stream,
        type: 'memberLine' as const,
        id: each.id,
        f: { order },
      })),
    );
  });
}
