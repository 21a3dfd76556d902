import type { ErrorCode } from '#shared/base/errors.ts';

/** What writers ask before and after they write, so that nothing begins that the disk cannot end. */
export interface DiskGate {
  /** Why nothing may be written now; undefined when it may. Cheap while there is plenty of room. */
  refusal(): Promise<ErrorCode | undefined>;
  /** The disk said it is full: whether room was made (by giving up the ballast), so that one more try is worth it. */
  makeRoom(): Promise<boolean>;
}

/** A gate that never refuses and has no room to give: for tests, and for what must be written whatever the level. */
export const openGate: DiskGate = {
  refusal: () => Promise.resolve(undefined),
  makeRoom: () => Promise.resolve(false),
};
