import type { PlainDate } from '#shared/base/plain-date.ts';
import type { AttendanceFields } from '#shared/domain/meeting/attendance-record.ts';
import type { MeetingFields } from '#shared/domain/meeting/meeting-record.ts';
import type { MeetingTaskFields } from '#shared/domain/meeting/meeting-task-record.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { RatingFields } from '#shared/domain/rating/rating-record.ts';

type Of<T> = T & { readonly member: Pick<MemberFields, 'name'> };

/** What a cell's book of a year is printed from. Lists of people are in the order of names, the others in that of days. */
export type CellBookFacts = {
  readonly unit: { readonly name: string };
  readonly committee: string;
  readonly year: number;
  /** The day the list of members is of, and the day of printing. */
  readonly day: PlainDate;
  readonly members: readonly {
    readonly member: MemberFields;
    readonly isProbationary: boolean;
    readonly isExempt: boolean;
  }[];
  readonly events: readonly Of<{ readonly event: MemberEventFields; readonly on: PlainDate }>[];
  readonly meetings: readonly {
    readonly meeting: MeetingFields;
    readonly on: PlainDate;
    readonly attendances: readonly {
      readonly name: string;
      readonly attendance: Pick<AttendanceFields, 'standing' | 'status'>;
    }[];
    readonly tasks: readonly MeetingTaskFields[];
  }[];
  /** What each paid, by month. */
  readonly fees: readonly Of<{ readonly paid: ReadonlyMap<string, number> }>[];
  readonly ratings: readonly Of<{ readonly rating: RatingFields }>[];
  readonly unitRating: RatingFields | undefined;
};
