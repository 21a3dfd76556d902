import { followEvents, membersOfEvents } from '#renderer/data/members/follow-events.ts';
import type { Office } from '#renderer/data/office.ts';
import { followUnits } from '#renderer/data/organisation/follow-units.ts';
import type { RecordRef } from '#renderer/data/replica/record-state.ts';

/**
 * Step after a complete pull: what other PCs wrote may ask for more to be written here, the same on every PC that sees it. Returns whether there is
 * something new to send.
 */
export async function followArrivals(office: Office, arrived: readonly RecordRef[]): Promise<boolean> {
  const events = arrived.filter(({ type }) => type === 'memberEvent').map(({ id }) => id);
  const followed = events.length === 0 ? 0 : await followEvents(office, await membersOfEvents(office, events));
  const hasCarried = await followUnits(office, arrived);
  return followed > 0 || hasCarried;
}
