import { expect, it } from 'vitest';
import type { PendingLoad } from '#renderer/data/replica/snapshot-load.ts';
import { SnapshotProgress, type LoadProgress } from './snapshot-progress.ts';

/** Four chunks of 1,000 papers and 100 KB, of which `done` are in the store. */
function loads(done: number): readonly PendingLoad[] {
  const parts = Array.from({ length: 4 }, (_, i) => ({ hash: `h${String(i)}`, size: 100_000, papers: 1000 }));
  return [{ load: { parts, done } } as unknown as PendingLoad];
}

it('goes by the slower of line and store, and says nothing of time before anything was measured', () => {
  let told: LoadProgress | null = null;
  const progress = new SnapshotProgress((said) => (told = said));
  progress.follow(loads(0));
  expect(told).toMatchObject({ papers: 0, papersInAll: 4000, secondsLeft: null });
  progress.noteFetched('h0', 100_000, 2000);
  expect(told).toMatchObject({ papers: 0, secondsLeft: 6 });
  progress.noteApplied(500, 4000);
  expect(told).toMatchObject({ papers: 500, secondsLeft: 28 });
  progress.noteFetched('h1', 100_000, 100_000);
  expect(told).toMatchObject({ papers: 500, secondsLeft: 102 });
  progress.follow([]);
  expect(told).toBeNull();
});
