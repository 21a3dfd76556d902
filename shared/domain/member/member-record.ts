import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';
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

/**
 * Standing of a member (domain.md 5.4): quần chúng before admission, dự bị, chính thức, miễn công tác và sinh hoạt, sinh hoạt tạm thời nơi khác,
 * sinh hoạt tạm thời tại đây (`guest`: kept and counted elsewhere, no vote here), đã chuyển đi, đã ra khỏi Đảng, từ trần.
 */
export const memberStateSchema = z.enum([
  'candidate',
  'probationary',
  'official',
  'exempt',
  'temporarily-away',
  'guest',
  'transferred',
  'left',
  'deceased',
]);
export type MemberState = z.infer<typeof memberStateSchema>;

/** How far a candidate is (domain.md 5.4): quần chúng ưu tú, cảm tình đảng (đã học lớp nhận thức), đang làm hồ sơ. */
export const candidateStageSchema = z.enum(['chosen', 'aware', 'preparing']);
export type CandidateStage = z.infer<typeof candidateStageSchema>;

/** A member who spoke for somebody at their admission (người giới thiệu), with the post of that time. */
const introducerSchema = z.strictObject({ name: z.string().max(120), post: z.string().max(120) });

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

  /* What follows came with the member's life-cycle: records made before it have the default. */
  candidateStage: candidateStageSchema.nullable().default(null),
  /** Bí danh. */
  alias: text(120).default(''),
  /** Nơi tạm trú when it differs. */
  residence: text(200).default(''),
  /** Places under their names of today, beside those on the papers; neither is ever put in place of the other. */
  birthPlaceNow: text(200).default(''),
  nativePlaceNow: text(200).default(''),
  /** Group of occupation and employment for the statistics (forms 2, 6-TCTW): codes of `occupation-table.ts`. */
  occupationGroup: text(40).default(''),
  occupationAtAdmission: text(120).default(''),
  /** Draws a pension (hưu trí, mất sức) while still working: forms count them apart. */
  isPensioner: z.boolean().default(false),
  /** Levels of learning as the statistics count them, beside the words of `education`, `qualification`, `politicalTheory`: codes of `learning-table.ts`. */
  educationLevel: text(40).default(''),
  qualificationLevel: text(40).default(''),
  theoryLevel: text(40).default(''),
  /** Học vị as it is written; học hàm: a code of `learning-table.ts`. */
  academicDegree: text(60).default(''),
  academicTitle: text(60).default(''),
  foreignLanguages: text(120).default(''),
  informatics: text(60).default(''),
  minorityLanguages: text(120).default(''),
  introducers: z.array(introducerSchema).max(2).default([]),
  /** Kết nạp lại. */
  readmittedOn: partialDateSchema.nullable().default(null),
  cardIssuedBy: text(200).default(''),
  /** Đoàn viên; quân nhân xuất ngũ. */
  isUnionMember: z.boolean().default(false),
  isVeteran: z.boolean().default(false),
  /** Đặc điểm lịch sử, hoàn cảnh gia đình, tự nhận xét. */
  historyNote: text(4000).default(''),
  familyNote: text(4000).default(''),
  selfReview: text(4000).default(''),
  /** Chứng nhận của cấp uỷ: day and who signed. */
  certifiedOn: plainDateSchema.nullable().default(null),
  certifiedBy: text(120).default(''),
  /** Where the paper dossier lies (ngăn, hộp), and its condition (form 10-TCTW). */
  paperPlace: text(120).default(''),
  paperState: z.enum(['unknown', 'complete', 'incomplete', 'missing', 'damaged', 'forged']).default('unknown'),
  /** Papers of the dossier that are there, and those that do not apply: codes of `dossier-checklist-table.ts`. */
  heldPapers: z.array(z.string().max(40)).max(100).default([]),
  unneededPapers: z.array(z.string().max(40)).max(100).default([]),
  /** Records that look like this person's and are somebody else's, as a person has said. */
  notSameAs: z.array(recordIdSchema).max(50).default([]),
  /** Portrait 3×4; the file is an attachment of the member. */
  photoHash: fileHashSchema.nullable().default(null),
  /** The import that made the record: until it counts as a whole, and once it was undone, the record is not to be seen (docs/imports.md). Stays here, never goes to another office. */
  importId: recordIdSchema.nullable().default(null),
});
export type MemberFields = z.infer<typeof memberSchema>;
