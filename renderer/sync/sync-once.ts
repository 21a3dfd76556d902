import type { FakePc } from '#renderer/platform/fake-office.ts';
import { createSyncEngine } from './sync-engine.ts';

/** Runs sync once on each of these fake PCs, in turn; throws with the code when one has no line. For tests. */
export async function syncOnce(...pcs: readonly FakePc[]): Promise<void> {
  for (const { office, desktop } of pcs) {
    const engine = await createSyncEngine(office, desktop);
    const result = await engine.runOnce();
    if (!result.ok) throw new Error(`sync failed: ${result.error.code}`);
  }
}
