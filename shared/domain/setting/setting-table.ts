import { z } from 'zod';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { lineRulesSchema } from '#shared/domain/attachment/line-rules.ts';
import { badgeRulesSchema } from '#shared/domain/badge/badge-rules.ts';
import { feeRulesSchema } from '#shared/domain/fee/fee-rules.ts';
import { ratingRulesSchema } from '#shared/domain/rating/rating-rules.ts';
import { memberRulesSchema } from '#shared/domain/member/member-rules.ts';
import { meetingRulesSchema } from '#shared/domain/meeting/meeting-rules.ts';
import { transferRulesSchema } from '#shared/domain/transfer/transfer-deadlines.ts';
import { unitRulesSchema } from '#shared/domain/unit/unit-rules.ts';

/** Days off beside weekends, and weekend days worked instead, as the year's notice says them. */
const workCalendarSchema = z.strictObject({
  daysOff: z.array(plainDateSchema).max(400),
  daysWorked: z.array(plainDateSchema).max(100),
});

/** How the office's own papers are laid out where sources disagree (domain.md 1.6). Points; `marks` of căn cứ lines. */
const paperStyleSchema = z.strictObject({
  /** Generated text in the old place of tone marks (uỷ) or the new one (ủy). */
  tone: z.enum(['old', 'new']),
  bodySize: z.number().min(12).max(16),
  /** Exactly so many points from line to line (Party). */
  lineSpacing: z.number().min(16).max(24),
  basesItalic: z.boolean(),
  /** `V/v` before the subject of a Party công văn. */
  subjectMark: z.boolean(),
});

/** Who the office is on papers and in the exchange. */
const officeNameSchema = z.strictObject({
  /** Mã định danh cơ quan. */
  organId: z.string().max(40),
  /** Upper line of the header and own name as printed: ĐẢNG BỘ TỈNH … / ĐẢNG UỶ XÃ …; State: UBND TỈNH … / UBND XÃ … */
  partyAbove: z.string().max(200),
  partyName: z.string().max(200),
  stateAbove: z.string().max(200),
  stateName: z.string().max(200),
  /** Địa danh on papers. */
  place: z.string().max(80),
});

/** Words by which a body is suggested as responsible (domain.md 2.4); unit id to phrases. */
const bodyKeywordsSchema = z.record(z.string().max(40), z.array(z.string().min(1).max(80)).max(200));

/** The fonds the office's dossiers belong to, and the archive that takes them in. */
const fondsSchema = z.strictObject({
  code: z.string().max(40),
  name: z.string().max(200),
  archive: z.string().max(200),
});

/** Every setting: its fixed record id (so that two PCs that set it meet in one record) and its shape. Absent: the default of who reads it. */
export const settingTable = {
  'work-calendar': { id: '00000000-0000-7000-8000-000000000001', schema: workCalendarSchema },
  'paper-style': { id: '00000000-0000-7000-8000-000000000002', schema: paperStyleSchema },
  'office-name': { id: '00000000-0000-7000-8000-000000000003', schema: officeNameSchema },
  'body-keywords': { id: '00000000-0000-7000-8000-000000000004', schema: bodyKeywordsSchema },
  fonds: { id: '00000000-0000-7000-8000-000000000005', schema: fondsSchema },
  /** Only what differs from the usual rules. */
  'member-rules': { id: '00000000-0000-7000-8000-000000000021', schema: memberRulesSchema.partial() },
  'badge-rules': { id: '00000000-0000-7000-8000-000000000043', schema: badgeRulesSchema },
  'fee-rules': { id: '00000000-0000-7000-8000-000000000041', schema: feeRulesSchema },
  'transfer-rules': { id: '00000000-0000-7000-8000-000000000051', schema: transferRulesSchema },
  'unit-rules': { id: '00000000-0000-7000-8000-000000000061', schema: unitRulesSchema },
  'rating-rules': { id: '00000000-0000-7000-8000-000000000042', schema: ratingRulesSchema },
  'meeting-rules': { id: '00000000-0000-7000-8000-000000000031', schema: meetingRulesSchema },
  'line-rules': { id: '00000000-0000-7000-8000-000000000071', schema: lineRulesSchema },
} as const;

export type SettingKey = keyof typeof settingTable;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingTable)[K]['schema']>;
