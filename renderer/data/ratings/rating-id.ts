import { derivedId } from '#shared/base/derived-id.ts';
import type { RatingFields } from '#shared/domain/rating/rating-record.ts';

/** The rating of which period; `memberId` null rates the organisation itself. */
export type RatingKey = Pick<RatingFields, 'memberId' | 'unitId' | 'period'>;

/** The one id of a rating: two PCs that rate the same member for the same period write one record. */
export function ratingId({ memberId, unitId, period }: RatingKey): string {
  return derivedId(memberId ?? unitId, 'rating', period);
}
