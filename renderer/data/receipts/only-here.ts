import { LOCAL_STREAM } from '#shared/entities.ts';
import type { RecordMeta } from '../rows.ts';

/** Whether a record has changes that only this PC has; of its files nothing is said. */
export function isOnlyHere({ stream, pending, seq, peers }: RecordMeta): boolean {
  return stream !== LOCAL_STREAM && (pending > 0 || (seq === 0 && peers === undefined));
}
