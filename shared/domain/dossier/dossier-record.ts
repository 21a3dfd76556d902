import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** Where a dossier stands: trong danh mục, đang mở, đã kết thúc, đã nộp lưu (chờ tiếp nhận), lưu trữ đã nhận, bị trả lại. */
export const dossierStateSchema = z.enum(['planned', 'open', 'closed', 'submitted', 'archived', 'returned']);
export type DossierState = z.infer<typeof dossierStateSchema>;

/** A work dossier (hồ sơ công việc) and its line in the yearly list of files (danh mục hồ sơ); fields of TT 05/2025/TT-BNV, domain.md 4.2. */
export const dossierSchema = z.strictObject({
  /** Year of the list it stands in. */
  year: z.int().min(1930).max(2200),
  /** Số hồ sơ within its heading, as on the list: `01`. */
  fileNumber: z.string().max(20),
  /** Heading of the list it stands under (đề mục): `Công tác tổ chức, cán bộ`. */
  heading: z.string().max(200),
  /** Mã hồ sơ: `{mã cơ quan}.{năm}.{số hồ sơ}[.{ký hiệu}]`; empty until it is coded. */
  code: z.string().max(100),
  title: z.string().min(1).max(1000),
  /** Thời hạn bảo quản in years; null is vĩnh viễn. */
  retentionYears: z.int().min(1).max(70).nullable(),
  /** Mức độ tiếp cận: công khai, có điều kiện, không công khai. */
  access: z.enum(['open', 'conditional', 'closed']),
  /** Who makes it (người lập), and where. */
  holderStaffId: recordIdSchema.nullable(),
  unitId: recordIdSchema.nullable(),
  keywords: z.string().max(500),
  /** Party files are grouped by term. */
  termName: z.string().max(80),
  state: dossierStateSchema,
  openedOn: plainDateSchema.nullable(),
  closedOn: plainDateSchema.nullable(),
  /** Mục lục số, hộp số; mã phông, tên phông. */
  inventoryNumber: z.string().max(20),
  boxNumber: z.string().max(20),
  fondsCode: z.string().max(40),
  fondsName: z.string().max(200),
  /** Tình trạng vật lý, mã hồ sơ giấy gốc. */
  condition: z.string().max(200),
  paperCode: z.string().max(100),
  note: z.string().max(2000),
  /** SHA-256 of the hand-over package's list of files, and when it was made. */
  packageHash: z.string().max(64),
  submittedAt: z.iso.datetime().nullable(),
  /** Receipt of the archive, or why it sent the dossier back. */
  receiptNumber: z.string().max(80),
  receivedOn: plainDateSchema.nullable(),
  returnReason: z.string().max(1000),
});
export type DossierFields = z.infer<typeof dossierSchema>;
