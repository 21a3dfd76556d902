import { LOCAL_STREAM } from '#shared/entities.ts';
import { useSharedLive } from '../use-live.ts';
import { countOutbox } from '../replica/outbox.ts';
import { readOutboxSummary } from './outbox-summary.ts';

/** What would be gone with this PC: unsent changes, those the province refused (their words lie here only), files it lacks, and lines of the secret book, which never leave. */
export type OnlyHere = {
  readonly changes: number;
  readonly refused: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly secretLines: number;
  readonly conflicts: number;
};

/** What is only on this PC, live; undefined while loading. */
export function useOnlyHere(): OnlyHere | undefined {
  return useSharedLive('only-here', async (office) => {
    const [{ changes, files, fileBytes, conflicts }, refused] = await Promise.all([
      readOutboxSummary(office),
      countOutbox(office.db, 'rejected'),
    ]);
    const secret = await office.db.documents.where('stream').equals(LOCAL_STREAM).toArray();
    return {
      changes,
      refused,
      files,
      fileBytes,
      conflicts,
      secretLines: secret.filter(({ removed }) => !removed).length,
    };
  });
}
