import { recallStanding } from '#shared/domain/exchange/recall.ts';
import type { AgencyRow, ArrivalRow, DispatchRow, OutgoingRow } from '../rows.ts';
import { useLive } from '../use-live.ts';
import { dispatchesOf } from './dispatch-repository.ts';

/** Dispatches of an outgoing paper, oldest first; undefined while loading. */
export function useDispatches(outgoingId: string): readonly DispatchRow[] | undefined {
  return useLive((office) => dispatchesOf(office, outgoingId), [outgoingId]);
}

/** Offices that can be reached over the exchange, this one left out; by name. */
export function useAgencies(): readonly AgencyRow[] | undefined {
  return useLive(async ({ db, device }) => {
    const rows = await db.agencies.toArray();
    return rows
      .filter(({ removed, code }) => !removed && code !== device.commune.id)
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  }, []);
}

/** Whether somebody must look at an arrival: not entered, asked back, or changed since it was entered. */
export function isWaiting(arrival: ArrivalRow): boolean {
  if (arrival.removed || arrival.status === '02') return false;
  const recall = recallStanding(arrival);
  if (recall === '15') return false;
  if (recall === '13' || arrival.documentId === null) return true;
  return arrival.acceptedRevision < arrival.revision;
}

/** Papers that came over the exchange, newest first; undefined while loading. */
export function useArrivals(): readonly ArrivalRow[] | undefined {
  return useLive(async ({ db }) => {
    const rows = await db.arrivals.toArray();
    return rows.filter(({ removed }) => !removed).sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
  }, []);
}

/** How many papers wait to be entered or answered; 0 while loading. */
export function useWaitingArrivals(): number {
  return useLive(async ({ db }) => (await db.arrivals.toArray()).filter(isWaiting).length, []) ?? 0;
}

/** The own paper that a paper from elsewhere answers, when it is this office's. */
export function useAnsweredOutgoing(arrival: Pick<ArrivalRow, 'letter'>): OutgoingRow | undefined {
  const ids = arrival.letter.replyTo.map(({ externalId }) => externalId).filter((id) => id !== '');
  return useLive(async ({ db }) => (await db.outgoings.bulkGet(ids)).find((row) => row !== undefined), [ids.join(' ')]);
}

/** Which of these files lie on this PC. */
export function useFilesHere(hashes: readonly string[]): ReadonlySet<string> | undefined {
  return useLive(
    async ({ db }) => {
      const rows = await db.localTransfers.bulkGet([...hashes]);
      return new Set(
        rows.flatMap((row) =>
          row !== undefined && (row.direction === 'up' || row.state === 'done') ? [row.hash] : [],
        ),
      );
    },
    [hashes.join(' ')],
  );
}
