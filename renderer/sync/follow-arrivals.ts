import { followEvents, membersOfEvents } from '#renderer/data/members/follow-events.ts';
import type { Office } from '#renderer/data/office.ts';
import type { RecordRef } from '#renderer/data/replica/record-state.ts';

/**
 * Step after a complete pull: what other PCs wrote may ask for more to be written here, the same on every PC that sees it. Returns whether there is
 * something new to send.
 */
export async function followArrivals(office: Office, arrived: readonly RecordRef[]): Promise<boolean> {
  const events = arrived.filter(({ type }) => type === 'memberEvent').map(({ id }) => id);
  if (events.length === 0) return false;
  return (await followEvents(office, await membersOfEvents(office, events))) > 0;
}
