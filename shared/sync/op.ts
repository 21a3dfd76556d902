import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { isFieldSet, type FieldSet } from './field-value.ts';

export type { FieldSet, FieldValue } from './field-value.ts';

/** Field name of the tombstone: a cell like any other, `true` while the record is removed. */
export const REMOVED = '!del';

/** Most ops one request may carry. */
export const MAX_OPS_PER_BATCH = 500;

/** Milliseconds a parked op may wait for its parent before it is refused: 24 hours. */
export const PARKED_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * One change made by one person on one PC, at the level of fields.
 * `set` writes fields, `del` removes the record, `res` settles conflicts, `cmd` asks the server for an act accepted or refused as a whole,
 * `sup` brings back values as they once were written, which a restored server has lost (`resupply.ts`).
 */
export type Op = {
  /** Device number, given by the server at enrolment. */
  readonly dev: number;
  /** Counter of that device: 1, 2, 3 … without gaps. */
  readonly n: number;
  readonly t: 'set' | 'del' | 'res' | 'cmd' | 'sup';
  readonly stream: string;
  readonly type: string;
  readonly id: string;
  /** Changed fields; for `cmd` the arguments, with the command's name under `command`. Empty for `del`. */
  readonly f: FieldSet;
  /** Sequence of the record as this device held it when the person saw it; 0 for a new record. */
  readonly base: number;
  /** The same for the fields that `saw` does not name, where more of them was seen than `base` says: see `seenUpTo`. Never less than `base`. */
  readonly rest?: number | undefined;
  /** Hybrid logical time, see `hlc.ts`. */
  readonly h: number;
  /** Record id of the person who acted. */
  readonly by: string;
  /** The time as the PC told it, where the server has cut `h`: never sent with an op. */
  readonly told?: number | undefined;
  /** For `sup`: who wrote the value of a field, when and on which device. */
  readonly origin?: Readonly<Record<string, Origin>> | undefined;
  /** The colleague's op, not yet sequenced by the server, whose value the author had on the screen, by field (`peers.ts`); absent where there was none. */
  readonly saw?: Readonly<Record<string, OpName>> | undefined;
};

/** An op by its device and counter. */
export type OpName = { readonly dev: number; readonly n: number };

/**
 * Up to which sequence the author of an op had seen a field. What a colleague's value covered he had not seen, but what stood in the other fields he had; of
 * what is brought back (`sup`) there is only one answer.
 */
export function seenUpTo({ t, base, rest, saw }: Pick<Op, 't' | 'base' | 'rest' | 'saw'>, field: string): number {
  return t === 'sup' || rest === undefined || saw?.[field] !== undefined ? base : Math.max(base, rest);
}

/** Whether an op says something of a field. */
export function writesField({ t, f }: Pick<Op, 't' | 'f'>, field: string): boolean {
  return t === 'del' ? field === REMOVED : Object.hasOwn(f, field);
}

/** Where a re-supplied value comes from. */
export type Origin = {
  readonly dev: number;
  readonly h: number;
  readonly by: string;
  readonly told?: number | undefined;
};

const opNameSchema = z.strictObject({ dev: z.int().min(1).max(0xffffffff), n: z.int().min(1) });

/** Parses an op from outside. Knows nothing of entities: values are checked by the rules of `entities.ts`. */
export const opSchema = z.strictObject({
  dev: z.int().min(1).max(0xffffffff),
  n: z.int().min(1),
  t: z.enum(['set', 'del', 'res', 'cmd', 'sup']),
  stream: z.string().min(1).max(64),
  type: z.string().min(1).max(40),
  id: recordIdSchema,
  f: z.custom<FieldSet>(isFieldSet),
  base: z.int().min(0),
  h: z.int().min(0),
  by: z.string().max(40),
  origin: z
    .record(
      z.string().min(1).max(40),
      z.strictObject({
        dev: z.int().min(0).max(0xffffffff),
        h: z.int().min(0),
        by: z.string().max(40),
        told: z.int().min(0).optional(),
      }),
    )
    .optional(),
  saw: z.record(z.string().min(1).max(40), opNameSchema).optional(),
  rest: z.int().min(0).optional(),
}) satisfies z.ZodType<Op>;

/** What became of an op. `seq` is a sequence the stream had reached when the op's effect was visible. */
export type Outcome =
  | { readonly n: number; readonly kind: 'ok' | 'conflict'; readonly seq: number }
  | { readonly n: number; readonly kind: 'rejected'; readonly reason: string }
  | { readonly n: number; readonly kind: 'parked' };
