import { err, ok } from '#shared/base/result.ts';
import type { RatingFields } from '#shared/domain/rating/rating-record.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import { ratingId, type RatingKey } from './rating-id.ts';

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
