import { z } from 'zod';

/** A call without input. */
export const nothing = z.undefined();

/** An output whose shape the main process vouches for; the type is checked at compile time only. */
export const output = <T>(): z.ZodType<T> => z.custom<T>();

/**
 * How far a file has come. `done` when all bytes are at the other side and the hash was verified; `nextBytes`: how many the next piece that goes up would
 * have at most, on this line.
 */
export type TransferState = {
  readonly offset: number;
  readonly size: number;
  readonly done: boolean;
  readonly nextBytes?: number;
};

/** Bytes of a larger whole that goes over in pieces. */
export const pieceSchema = z
  .instanceof(Uint8Array)
  .refine((value) => value.byteLength <= 4 * 1024 * 1024, 'at most 4 MiB a piece');
