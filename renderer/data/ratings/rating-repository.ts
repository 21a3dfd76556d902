import { err, ok } from '#shared/base/result.ts';
import { derivedId } from '#shared/base/derived-id.ts';
import type { RatingFields } from '#shared/domain/rating/rating-record.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';

const blank: Omit<RatingFields, 'memberId' | 'unitId' | 'period'> = {
  scores: {},
  selfLevel: null,
  proposedLevel: null,
  decidedLevel: null,
  votesFor: null,
  votesCast: null,
  notRated: '',
  meetingId: null,
  decision: null,
  note: '',
};

/** Whose rating of which period; `memberId` null rates the organisation itself. */
export type RatingKey = Pick<RatingFields, 'memberId' | 'unitId' | 'period'>;

/** The one id of a rating: two PCs that rate the same member for the same period write one record. */
export function ratingId({ memberId, unitId, period }: RatingKey): string {
  return derivedId(memberId ?? unitId, 'rating', period);
}

/** Writes what changed of a rating, making it when it is the first word on that period. Errors: `bad-value` when more votes agree than were cast. */
export function saveRating(office: Office, key: RatingKey, changes: Partial<RatingFields>): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const id = ratingId(key);
    const row = await reader.row('rating', id);
    const { votesFor = row?.votesFor ?? null, votesCast = row?.votesCast ?? null } = changes;
    if (votesFor !== null && (votesCast === null || votesFor > votesCast))
      return err({ code: 'bad-value', field: 'votesFor' });
    if (row !== undefined)
      return ok([{ t: 'set' as const, stream: row.stream, type: 'rating' as const, id, f: changes, seen: row.seq }]);
    const f: RatingFields = { ...blank, ...key, ...changes };
    if (!isComplete('rating', f)) return err({ code: 'bad-value', field: 'period' });
    return ok([{ t: 'set' as const, stream: office.stream, type: 'rating' as const, id, f }]);
  });
}
