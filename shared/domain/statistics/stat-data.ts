import type { PlainDate } from '#shared/base/plain-date.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import type { FormStockFields } from '#shared/domain/member/form-stock-record.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import type { RatingFields } from '#shared/domain/rating/rating-record.ts';
import type { AppointmentFields } from '#shared/domain/unit/appointment-record.ts';
import type { UnitFields } from '#shared/domain/unit/unit-record.ts';

/** An event as the forms look at it. */
export type StatEvent = LifeEvent & Pick<MemberEventFields, 'atOffice' | 'transferId'>;

/** Somebody the forms may count: the record, its events, and the day the record was made here. */
export type StatPerson = {
  readonly id: string;
  readonly member: MemberFields;
  readonly events: readonly StatEvent[];
  readonly madeOn: PlainDate;
};

/** An organisation as the forms look at it. */
export type StatUnit = Pick<UnitFields, 'name' | 'kind' | 'parentId' | 'validFrom' | 'validTo' | 'sort'> & {
  readonly id: string;
};

/** A rating as the forms look at it. */
export type StatRating = Pick<
  RatingFields,
  'memberId' | 'unitId' | 'period' | 'proposedLevel' | 'decidedLevel' | 'notRated'
>;

/** Everything the forms are computed from. Removed records are not among it. */
export type StatData = {
  readonly people: readonly StatPerson[];
  readonly units: readonly StatUnit[];
  readonly ratings: readonly StatRating[];
  readonly appointments: readonly Pick<AppointmentFields, 'memberId' | 'unitId' | 'kind' | 'from' | 'to'>[];
  readonly stock: readonly Pick<FormStockFields, 'item' | 'act' | 'on' | 'count'>[];
  /** Days on which lists were compared with the national database, and on which a difference was decided. */
  readonly comparedOn: readonly PlainDate[];
  readonly settledOn: readonly PlainDate[];
  readonly rules: MemberRules;
};

/** First and last day a form is about. */
export type StatSpan = { readonly from: PlainDate; readonly to: PlainDate };
