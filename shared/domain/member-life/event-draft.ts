import type { PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Decision } from '#shared/domain/member/decision.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';

/** What a person says of an event. */
export type EventDraft = {
  readonly kind: MemberEventKind;
  readonly effectiveOn: PartialDate;
  readonly until: PlainDate | null;
  readonly decision: Decision | null;
  readonly decisionId: string | null;
  readonly isPastOnly: boolean;
  readonly unitId: string | null;
  readonly place: string;
  readonly form: string;
  readonly number: string;
  readonly years: number | null;
  readonly amount: number | null;
  readonly reason: string;
  readonly note: string;
};
