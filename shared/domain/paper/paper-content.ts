import { z } from 'zod';

/** A stretch of text in one style. */
export const runSchema = z.strictObject({
  text: z.string().max(20_000),
  style: z.enum(['plain', 'bold', 'italic', 'bold-italic']),
});
export type Run = z.infer<typeof runSchema>;

const runs = z.array(runSchema).max(500);

/**
 * A block of a paper's body. `heading`: Phần, Chương, Mục, I-, 1., a) with its title; level 1 is the highest; without a number it is a centred line
 * such as QUYẾT ĐỊNH:. `article`: Điều with number and title.
 * `paragraph`: running text. `item`: a line that begins with a mark (`-`, `a)`). `table`: rows of cells, the first row is the head.
 */
export const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.int().min(1).max(4),
    number: z.string().max(40),
    text: z.string().max(1000),
  }),
  z.strictObject({ kind: z.literal('article'), number: z.int().min(1).max(999), runs }),
  z.strictObject({ kind: z.literal('paragraph'), runs }),
  z.strictObject({ kind: z.literal('item'), mark: z.string().min(1).max(10), runs }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(z.array(z.string().max(4000)).max(20)).max(1000),
  }),
]);
export type Block = z.infer<typeof blockSchema>;

/** What a person writes of a paper; header, number, date, signature block and marks come from the record of the paper. */
export const paperContentSchema = z.strictObject({
  /** Kính gửi (công văn) or Kính trình (Party tờ trình), one body a line. */
  addressees: z.array(z.string().max(300)).max(60),
  /** Thẩm quyền ban hành, the line above the bases of a State decision or resolution: `CHỦ TỊCH UỶ BAN NHÂN DÂN XÃ …`. */
  opening: z.string().max(300).exactOptional(),
  /** Căn cứ, each without its leading `- ` and final mark. */
  bases: z.array(z.string().max(1500)).max(40),
  blocks: z.array(blockSchema).max(3000),
  /** Nơi nhận, each without its leading `- ` and final mark; the last is Lưu. */
  recipients: z.array(z.string().max(300)).max(60),
  /** Who wrote the minutes (người ghi biên bản) and signs on the left. */
  recorder: z.string().max(120).exactOptional(),
});
export type PaperContent = z.infer<typeof paperContentSchema>;

/** A paper on which nothing is written yet. */
export const emptyContent: PaperContent = { addressees: [], bases: [], blocks: [], recipients: [] };
