import { err, ok } from '#shared/base/result.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { AppointmentFields } from '#shared/domain/unit/appointment-record.ts';
import { isHeldOn } from '#shared/domain/unit/unit-concerns.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import type { AppointmentRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { removeRecord, saveRecord } from '../write/save-record.ts';
import { useLive, useSharedLive } from '../use-live.ts';

/**
 * Notes that somebody holds a post. `endsBefore`: posts of others that end the day before, because there is one holder only. Errors: `bad-value` when the last
 * day lies before the first.
 */
export function appoint(
  office: Office,
  fields: AppointmentFields,
  endsBefore: { readonly ids: readonly string[]; readonly lastDay: PlainDate } | null,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    if (!isComplete('appointment', fields) || isReversed(fields)) return err({ code: 'bad-value', field: 'to' });
    const id = office.ports.newId();
    const drafts: OpDraft[] = [{ t: 'set', stream: office.stream, type: 'appointment', id, f: fields }];
    for (const other of endsBefore?.ids ?? []) {
      const row = await reader.row('appointment', other);
      if (row === undefined || row.removed || endsBefore === null) continue;
      drafts.push({ t: 'set', stream: row.stream, type: 'appointment', id: other, f: { to: endsBefore.lastDay } });
    }
    return ok(drafts);
  });
}

/** Changes a post as it is noted; `seen`: the row's `seq` when the form was opened. */
export function saveAppointment(
  office: Office,
  { id, seq, from, to }: AppointmentRow,
  changes: Partial<AppointmentFields>,
): Promise<WriteResult> {
  if (isReversed({ from, to, ...changes })) return Promise.resolve(err({ code: 'bad-value', field: 'to' }));
  return saveRecord(office, 'appointment', id, changes, seq);
}

/** Takes off a post that was noted by mistake; one that was held ends instead. */
export function removeAppointment(office: Office, id: string): Promise<WriteResult> {
  return removeRecord(office, 'appointment', id);
}

function isReversed({ from, to }: Pick<AppointmentFields, 'from' | 'to'>): boolean {
  return from !== null && to !== null && to < from;
}

/** Posts of an organisation: those held today first, by their order, then the former ones, newest first; undefined while loading. */
export function usePostsOf(unitId: string, today: PlainDate): readonly AppointmentRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const rows = await db.appointments.where('unitId').equals(unitId).toArray();
      return rows.filter(({ removed }) => !removed).sort((a, b) => comparePosts(a, b, today));
    },
    [unitId, today],
  );
}

function comparePosts(a: AppointmentRow, b: AppointmentRow, today: PlainDate): number {
  const [first, second] = [isHeldOn(a, today), isHeldOn(b, today)];
  if (first !== second) return first ? -1 : 1;
  return first ? a.order - b.order || (a.id < b.id ? -1 : 1) : (b.to ?? '') < (a.to ?? '') ? -1 : 1;
}

/** Posts of all organisations by organisation, live; undefined while loading. */
export function useAllPosts(): ReadonlyMap<string, readonly AppointmentRow[]> | undefined {
  return useSharedLive('appointments', async ({ db }) => {
    const posts = new Map<string, AppointmentRow[]>();
    for (const row of await db.appointments.filter(({ removed }) => !removed).toArray())
      posts.set(row.unitId, [...(posts.get(row.unitId) ?? []), row]);
    return posts;
  });
}
