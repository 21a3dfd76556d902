import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { partialDateSchema } from '#shared/base/partial-date.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { decisionSchema } from './decision.ts';

/**
 * What happens in a member's life in the Party (domain.md 5.4–5.7): from quần chúng ưu tú to exit and return. Kinds have travelled once released:
 * never renamed.
 */
export const memberEventKindSchema = z.enum([
  'chosen',
  'awareness-class',
  'file-opened',
  'admitted',
  'readmitted',
  'recognised',
  'not-recognised',
  'card-issued',
  'card-replaced',
  'exempted',
  'exemption-ended',
  'went-abroad',
  'came-back',
  'temporary-out',
  'temporary-in',
  'temporary-ended',
  'moved',
  'transferred-in',
  'transferred-out',
  'rewarded',
  'badge',
  'disciplined',
  'discipline-lifted',
  'struck-off',
  'expelled',
  'resigned',
  'deceased',
  'restored',
]);
export type MemberEventKind = z.infer<typeof memberEventKindSchema>;

/**
 * One event of a member's life, resting on a decision. The standing of the member follows from the kinds (`member-life/life.ts`), other fields of the record
 * from `sets`; `before` keeps what they are without any event. So the record as it stood on any day can be told (`member-life/record-on-day.ts`).
 */
export const memberEventSchema = z.strictObject({
  memberId: recordIdSchema,
  kind: memberEventKindSchema,
  /** The day it counts from; old dossiers may know only a month or year. */
  effectiveOn: partialDateSchema,
  /** Last day of what lasts: exemption, temporary activity, a discipline's effect. */
  until: plainDateSchema.nullable(),
  decision: decisionSchema.nullable(),
  /** The decision as a paper of this office (outgoing) or of its register (document); its file may also be an attachment of the event. */
  decisionId: recordIdSchema.nullable(),
  /** `proposed`: asked of the committee, nothing changed yet. `decided`: counts. `void`: entered wrongly or revoked, says `voidReason`. */
  state: z.enum(['proposed', 'decided', 'void']),
  voidReason: z.string().max(500),
  /** Written down to tell the past only: it is known of the days before the record was made here, and the record of today stays as it is. */
  isPastOnly: z.boolean().default(false),
  /** Fields of the member it sets from that day. */
  sets: z.record(z.string().max(40), z.json()),
  /** What these fields, and those of the standing, are without any event; of a past-only event: what they were before it. */
  before: z.record(z.string().max(40), z.json()),
  /** The cell concerned: of a move the new one, of an admission the admitting one. */
  unitId: recordIdSchema.nullable(),
  /**
   * Place it has to do with: where a transfer goes to or comes from, the country of who is abroad, the cell of another office; where somebody was admitted
   * or recognised; who issued the card or gave the reward.
   */
  place: z.string().max(300).default(''),
  /** The office in which it happened when that was another one: it came along with a transfer and is history here, in no statistics of this office. */
  atOffice: z.string().max(200).default(''),
  /** Form of a reward or discipline, kind of card act: a code of its table; free words where there is none. Of a badge `early`, `posthumous`, or nothing. */
  form: z.string().max(60),
  /** Number of a badge or card. */
  number: z.string().max(40),
  /** Years of a badge. */
  years: z.int().min(1).max(120).nullable(),
  /** Money that comes with it, VND. */
  amount: z.int().min(0).max(1_000_000_000).nullable(),
  reason: z.string().max(1000),
  /** The transfer it belongs to. */
  transferId: recordIdSchema.nullable(),
  /** The paper of this office (tờ trình) by which it was asked for while it was not decided. */
  proposalId: recordIdSchema.nullable().default(null),
  note: z.string().max(1000),
});
export type MemberEventFields = z.infer<typeof memberEventSchema>;
