import { listOutbox } from '../replica/outbox.ts';
import { useSharedLive } from '../use-live.ts';

/** Counter of the first own op the province has not acknowledged; beyond all when there is none, undefined until known. */
export function useFirstUnsent(): number | undefined {
  return useSharedLive('first-unsent', async ({ db }) => {
    const [first] = await listOutbox(db, 'waiting', 1);
    return first?.n ?? Infinity;
  });
}
