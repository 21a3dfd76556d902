import type { Office } from './office.ts';
import type { StaffRow } from './rows.ts';
import { useSharedLive } from './use-live.ts';

/** The person who acts on this PC now: who opened it; null while their record is not here, undefined while loading. */
export function useActingPerson(): StaffRow | null | undefined {
  return useSharedLive('actor', async ({ db }) => {
    const actor = (await db.localMeta.get('actor'))?.value;
    return typeof actor === 'string' && actor !== '' ? ((await db.staff.get(actor)) ?? null) : null;
  });
}

/** From now on every change is signed by this person. */
export async function setCurrentStaff(office: Office, staffId: string): Promise<void> {
  office.actor = staffId;
  await office.db.localMeta.put({ key: 'actor', value: staffId });
}
