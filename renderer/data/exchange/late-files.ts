import { recallStanding } from '#shared/domain/exchange/recall.ts';
import type { SentFile } from '#shared/domain/exchange/letter.ts';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import type { Office } from '../office.ts';
import type { ArrivalRow, StaffRow } from '../rows.ts';
import { useLive } from '../use-live.ts';

/** How far back papers are looked at whose files may have come: files come within days, and the looking must stay cheap. */
const LOOK_BACK_MS = 30 * 24 * 60 * 60 * 1000;

const REFUSED = 'late-files-refused';
/** Most files remembered as refused, the newest. */
const REFUSED_KEPT = 500;

/** A paper that was entered before some of its files came, and those of them that are here now. */
export type LateFiles = { readonly arrival: ArrivalRow; readonly files: readonly SentFile[] };

/**
 * Papers of the last 30 days that were entered, with the files that are here since and that their lines do not have. Left out: files the intake refused
 * (`noteLateRefused`), those somebody took off the line, and papers a person has still to look at (a change not yet taken over, given back).
 */
export async function listLateFiles(office: Office): Promise<readonly LateFiles[]> {
  const { db } = office;
  const refused = new Set(await readRefused(office));
  const recent: ArrivalRow[] = await db.arrivals
    .where('id')
    .above(firstIdAt(office.nowMs() - LOOK_BACK_MS))
    .toArray();
  const entered = recent.filter(isEntered);
  const lineIds = entered.flatMap(({ documentId }) => documentId ?? []);
  const lines = await db.attachments.where('documentId').anyOf(lineIds).toArray();
  const held = new Set(lines.map(({ documentId, hash }) => `${documentId} ${hash}`));
  const late = entered.map((arrival) => ({
    arrival,
    files: arrival.files.filter(({ hash }) => !refused.has(hash) && !held.has(`${arrival.documentId ?? ''} ${hash}`)),
  }));
  const here = await listHere(
    office,
    late.flatMap(({ files }) => files),
  );
  return late
    .map(({ arrival, files }) => ({ arrival, files: files.filter(({ hash }) => here.has(hash)) }))
    .filter(({ files }) => files.length > 0);
}

/** Whether who has the PC open may put files under a line. */
export async function mayAttachLate({ db, actor }: Office): Promise<boolean> {
  const person: StaffRow | undefined = actor === '' ? undefined : await db.staff.get(actor);
  return person !== undefined && !person.removed && mayAct(person.role, 'attachment.add');
}

/** Notes files that the intake refused: they are not looked at again by themselves, a person is asked. */
export async function noteLateRefused(office: Office, hashes: readonly string[]): Promise<void> {
  const known = await readRefused(office);
  const value = [...known.filter((hash) => !hashes.includes(hash)), ...hashes].slice(-REFUSED_KEPT);
  await office.db.localMeta.put({ key: REFUSED, value });
}

/** Hashes of late files that the intake refused, live; undefined while loading. */
export function useLateRefused(): ReadonlySet<string> | undefined {
  return useLive(async (office) => new Set(await readRefused(office)), []);
}

async function readRefused({ db }: Office): Promise<readonly string[]> {
  return ((await db.localMeta.get(REFUSED))?.value as readonly string[] | undefined) ?? [];
}

function isEntered(arrival: ArrivalRow): boolean {
  const { documentId, removed, acceptedRevision, revision } = arrival;
  return documentId !== null && !removed && acceptedRevision >= revision && recallStanding(arrival) !== '15';
}

async function listHere({ db }: Office, files: readonly SentFile[]): Promise<ReadonlySet<string>> {
  const rows = await db.localTransfers.bulkGet(files.map(({ hash }) => hash));
  return new Set(rows.flatMap((row) => (row?.state === 'done' || row?.direction === 'up' ? [row.hash] : [])));
}

/** The smallest record id of a moment: ids begin with their time of creation. */
function firstIdAt(ms: number): string {
  const digits = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}
