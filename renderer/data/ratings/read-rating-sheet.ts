import { comparePersonNames } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { defaultRatingRules } from '#shared/domain/rating/rating-criteria-table.ts';
import { countRatings, spanOf, type RatingCount, type RatingRules } from '#shared/domain/rating/rating-rules.ts';
import { standingOn } from '#shared/domain/member-life/record-on-day.ts';
import { storyOf } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import type { MemberEventRow, MemberRow, RatingRow } from '../rows.ts';
import { readSetting } from '../settings/use-setting.ts';

/** A member on the sheet of a period. `disciplined`: a discipline began in it, which speaks against a high level. */
export type RatingLine = {
  readonly member: MemberRow;
  readonly rating: RatingRow | undefined;
  readonly isExempt: boolean;
  readonly disciplined: boolean;
};

/** The ratings of a cell for a period, in the order of names. */
export type RatingSheet = {
  readonly unitId: string;
  readonly period: string;
  readonly lines: readonly RatingLine[];
  readonly count: RatingCount;
  readonly rules: RatingRules;
};

/** The office's rules of rating, or those every office begins with. */
export async function readRatingRules(office: Office): Promise<RatingRules> {
  return (await readSetting(office, 'rating-rules')) ?? defaultRatingRules;
}

/** Reads who of a cell is rated for a period: members at its end (or today), by the events of their records. */
export async function readRatingSheet(office: Office, unitId: string, period: string): Promise<RatingSheet> {
  const { db } = office;
  const span = spanOf(period);
  const today = office.today();
  const day = span.to < today ? toPlainDate(span.to) : today;
  const [rules, members] = await Promise.all([
    readRatingRules(office),
    db.members.filter((member) => !member.removed && member.unitId === unitId).toArray(),
  ]);
  // A rating is the member's, whichever cell had begun it: who came with a merged cell brings it along.
  const ratings = await db.ratings
    .where('memberId')
    .anyOf(members.map(({ id }) => id))
    .filter((rating) => !rating.removed && rating.period === period)
    .toArray();
  const events = await db.memberEvents
    .where('memberId')
    .anyOf(members.map(({ id }) => id))
    .filter(({ removed }) => !removed)
    .toArray();
  const lines = members
    .flatMap((member): RatingLine[] => {
      const own = events.filter(({ memberId }) => memberId === member.id);
      const { state } = standingOn(storyOf(member, own), day);
      if (state !== 'official' && state !== 'probationary' && state !== 'exempt') return [];
      const rating = ratings.find(({ memberId }) => memberId === member.id);
      return [{ member, rating, isExempt: state === 'exempt', disciplined: own.some((event) => began(event, span)) }];
    })
    .sort((a, b) => comparePersonNames(a.member.name, b.member.name));
  const counted = lines.flatMap(({ rating }) => (rating === undefined ? [] : [rating]));
  const toRate = lines.filter(({ rating, isExempt }) => !isExempt || rating !== undefined).length;
  return { unitId, period, lines, rules, count: countRatings(counted, toRate, rules) };
}

function began({ kind, state, effectiveOn }: MemberEventRow, { from, to }: ReturnType<typeof spanOf>): boolean {
  return kind === 'disciplined' && state === 'decided' && effectiveOn >= from && effectiveOn <= to;
}
