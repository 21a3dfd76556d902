import { z } from 'zod';
import { MAX_OPS_PER_BATCH, opSchema, type Op } from '#shared/sync/op.ts';

const opsSchema = z.array(opSchema).min(1).max(MAX_OPS_PER_BATCH);

/**
 * Ops as one text (JSON) on their way from the page to the desktop. What crosses the bridge is copied there field by field, in the page's own time: of four hundred
 * records of an import that took ten times as long as writing and reading the text does.
 */
export const opsTextSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'no JSON', input: text });
      return z.NEVER;
    }
  })
  .pipe(opsSchema);

/** The text of some ops. */
export function opsToText(ops: readonly Op[]): string {
  return JSON.stringify(ops);
}
