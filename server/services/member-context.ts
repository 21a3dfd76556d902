import type { PlainDate } from '#shared/base/plain-date.ts';
import { recordIdSchema } from '#shared/base/ids.ts';
import { isStrictMemberField, strictMemberFields } from '#shared/domain/member-life/strict-fields.ts';
import type { AcceptState } from '#shared/sync/accept.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listMemberPapers, listPastValues, type PastValues } from '#server/storage/member-paper-reader.ts';
import type { MemberContext } from './member-rules.ts';

/** What the database has of the members a batch may change: what answers for a change, and what fields were. */
export type MembersRead = { readonly records: readonly SyncRecord[]; readonly past: readonly PastValues[] };

/** Reads it for ops that touch what two people answer for; of all others nothing is read. */
export async function readMembers(
  trx: DatabaseTransaction,
  stream: string,
  ops: readonly Op[],
  known: readonly SyncRecord[],
): Promise<MembersRead> {
  const there = new Map(known.map((record) => [recordKey(record.type, record.id), record]));
  const touching = ops.filter(
    ({ type, id, t, f }) =>
      type === 'member' &&
      (t === 'set' || t === 'res') &&
      there.has(recordKey(type, id)) &&
      Object.keys(f).some(isStrictMemberField),
  );
  const corrected = ops
    .filter(({ type, f }) => type === 'memberEvent' && Object.hasOwn(f, 'sets'))
    .map(({ type, id }) => there.get(recordKey(type, id))?.f['memberId']?.v);
  const memberIds = [...new Set([...touching.map(({ id }) => id), ...corrected])].filter(
    (id): id is string => recordIdSchema.safeParse(id).success,
  );
  if (memberIds.length === 0) return { records: [], past: [] };
  const unseen = touching.filter(({ type, id, base }) => base < (there.get(recordKey(type, id))?.seq ?? 0));
  const past =
    unseen.length === 0
      ? []
      : await listPastValues(trx, stream, [...new Set(unseen.map(({ id }) => id))], strictMemberFields);
  return { records: await listMemberPapers(trx, stream, memberIds), past };
}

/** The context of the rules over a batch's state as it changes. */
export function toMemberContext(state: AcceptState, past: readonly PastValues[], today: PlainDate): MemberContext {
  const papers = new Set(['memberEvent', 'memberChange', 'importLine']);
  return {
    today,
    recordsOf: (memberId) =>
      [...state.records.values()].filter(({ type, f }) => papers.has(type) && f['memberId']?.v === memberId),
    valueAt: (memberId, field, seq): FieldValue | undefined =>
      past.findLast((each) => each.id === memberId && each.seq <= seq && Object.hasOwn(each.f, field))?.f[field],
  };
}
