import type { PlainDate } from '#shared/base/plain-date.ts';
import type { FeePaymentFields } from '#shared/domain/fee/fee-payment-record.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { MemberLineFields } from '#shared/domain/member/member-line-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { RatingFields } from '#shared/domain/rating/rating-record.ts';

/** What the forms of one member are filled from. What is missing stays blank on the paper, with room to write. */
export type MemberFacts = {
  readonly member: MemberFields;
  /** Lines of the record's tables, in their order. */
  readonly lines: readonly MemberLineFields[];
  /** Decided events, oldest first. */
  readonly events: readonly MemberEventFields[];
  readonly cell: string;
  /** The office's committee as papers print it, what stands above it, and its place name. */
  readonly committee: string;
  readonly above: string;
  readonly place: string;
  readonly photo: { readonly bytes: Uint8Array; readonly mime: 'image/jpeg' | 'image/png' } | null;
  /** Years in the Party today; null when the day of admission is not known. */
  readonly partyYears: number | null;
  readonly stateWords: string;
  readonly today: PlainDate;
};

/** What a member's own book holds beside the record: newest first. */
export type HandbookFacts = {
  readonly meetings: readonly {
    readonly on: PlainDate;
    readonly title: string;
    readonly status: 'present' | 'excused' | 'absent';
  }[];
  readonly study: readonly { readonly on: PlainDate; readonly title: string; readonly issuer: string }[];
  readonly ratings: readonly Pick<RatingFields, 'period' | 'selfLevel' | 'decidedLevel' | 'notRated'>[];
  readonly fees: readonly Pick<FeePaymentFields, 'month' | 'due' | 'paid' | 'paidOn'>[];
  readonly tasks: readonly { readonly text: string; readonly dueOn: PlainDate | null; readonly result: string }[];
};
