import { digestOf, digestRoot } from '#shared/sync/digest.ts';
import { must } from '#shared/base/must.ts';
import type { Office } from '../office.ts';
import { shadowsOf } from './start-anew.ts';

/** Digest of this PC's copy of a stream, computed from its own rows; reads keys only, no contents. */
export async function streamDigest({ db }: Office, stream: string): Promise<string> {
  const [indexKeys, primaryKeys] = await db.transaction('r', db.shadows, () =>
    Promise.all([shadowsOf(db.shadows, stream).keys(), shadowsOf(db.shadows, stream).primaryKeys()]),
  );
  const sequences = indexKeys as unknown as readonly (readonly [string, number])[];
  const records = primaryKeys.map(([, id], i) => ({
    id,
    seq: must(sequences[i], 'both key lists are of one transaction')[1],
  }));
  return digestRoot(digestOf(records));
}
