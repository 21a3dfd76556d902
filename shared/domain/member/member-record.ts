import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { partialDateSchema } from '#shared/base/partial-date.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** Parts of a person's name. One field: a merge never mixes two people's halves. `full` is what is printed and never "corrected". */
export const personNameSchema = z.strictObject({
  full: z.string().min(1).max(120),
  family: z.string().max(60),
  middle: z.string().max(60),
  given: z.string().max(60),
});
export type PersonName = z.infer<typeof personNameSchema>;

/** Standing of a member (domain.md 5.4): dự bị, chính thức, miễn công tác và sinh hoạt, sinh hoạt tạm thời nơi khác, đã chuyển đi, đã ra khỏi Đảng, từ trần. */
export const memberStateSchema = z.enum([
  'probationary',
  'official',
  'exempt',
  'temporarily-away',
  'transferred',
  'left',
  'deceased',
]);
export type MemberState = z.infer<typeof memberStateSchema>;

const text = (max: number): z.ZodString => z.string().max(max);

/** The core of a party member's record (Lý lịch đảng viên, form 1-HSĐV; domain.md 5.3). */
export const memberSchema = z.strictObject({
  name: personNameSchema,
  /** Họ tên khai sinh when it differs, else empty. */
  birthName: text(120),
  gender: z.enum(['male', 'female']),
  bornOn: partialDateSchema.nullable(),
  birthPlace: text(200),
  nativePlace: text(200),
  address: text(200),
  ethnicity: text(40),
  religion: text(40),
  /** Số định danh cá nhân (CCCD), 12 digits, or an old 9-digit number; empty when unknown. */
  citizenId: text(12),
  phone: text(20),
  /** Nghề nghiệp hiện nay and đơn vị công tác. */
  occupation: text(120),
  workplace: text(200),
  /** Chức vụ đảng, chính quyền, đoàn thể. */
  partyPost: text(120),
  post: text(120),
  education: text(60),
  qualification: text(120),
  politicalTheory: text(60),
  joinedUnionOn: partialDateSchema.nullable(),
  /** Ngày kết nạp (vào Đảng) and where. */
  admittedOn: partialDateSchema.nullable(),
  admittedAt: text(200),
  /** Ngày chính thức and where. */
  officialOn: partialDateSchema.nullable(),
  officialAt: text(200),
  /** Số thẻ đảng viên: 8 digits; empty when none. */
  cardNumber: text(12),
  cardIssuedOn: plainDateSchema.nullable(),
  /** Số lý lịch đảng viên: 6 digits and 1–3 letters; empty when none. */
  fileNumber: text(12),
  /** Chi bộ. */
  unitId: recordIdSchema.nullable(),
  state: memberStateSchema,
  note: text(2000),
});
export type MemberFields = z.infer<typeof memberSchema>;
