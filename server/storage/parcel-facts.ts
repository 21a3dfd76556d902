import type { ParcelManifest } from '#shared/contract/parcel-manifest.ts';

/** What a package said that the next one in the other direction answers. `files`: those in it. */
export type ParcelFacts = Pick<ParcelManifest, 'cookies' | 'awaits' | 'ops' | 'peers'> & {
  readonly files: readonly string[];
};
