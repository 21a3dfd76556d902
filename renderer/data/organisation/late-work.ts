import type { Office } from '../office.ts';
import { useLive } from '../use-live.ts';
import type { Carried } from './carry-ops.ts';

const LATE = 'late-unit-work';
const MOST = 200;

/** What was written into an organisation after it had ended, and where this PC has taken it. `what`: kind of record. */
export type LateWork = {
  readonly what: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
};

/** Keeps on this PC what was carried on late, until somebody has seen it. */
export async function noteLateWork(office: Office, { members, works }: Carried): Promise<void> {
  const at = new Date(office.nowMs()).toISOString();
  const added: LateWork[] = [
    ...members.map(({ id, from, to }) => ({ what: 'member', id, from, to, at })),
    ...works.flatMap(({ type, id, from, to }) => (to === null ? [] : [{ what: type, id, from, to, at }])),
  ];
  if (added.length === 0) return;
  const known = await readLateWork(office);
  await office.db.localMeta.put({ key: LATE, value: [...known, ...added].slice(-MOST) });
}

async function readLateWork({ db }: Office): Promise<readonly LateWork[]> {
  return ((await db.localMeta.get(LATE))?.value as readonly LateWork[] | undefined) ?? [];
}

/** What this PC carried on late and nobody has looked at, live. */
export function useLateWork(): readonly LateWork[] {
  return useLive(readLateWork, []) ?? [];
}

/** Somebody has seen it. */
export async function forgetLateWork({ db }: Office): Promise<void> {
  await db.localMeta.delete(LATE);
}
