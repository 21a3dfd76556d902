import type { EntityType } from '#shared/entities.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import { confirmedUpTo, hashRecord } from '../replica/confirm-copy.ts';
import { readStates, type RecordRef, type RecordState } from '../replica/record-state.ts';
import type { AttachmentRow, TransferRow } from '../rows.ts';
import type { Place } from './place-of.ts';

/** A record of an item, as the province must be able to show it: `hash` is the SHA-256 of its content at `seq`, as held here. */
export type HeldRecord = RecordRef & { readonly seq: number; readonly hash: string };

/**
 * What may be said of an item: the record with what hangs on it, and the files. `sinceMs`: since when all of it is at the province, as far as this PC
 * knows. `records` and `files` (SHA-256 of their bytes) are all that is claimed when `place` is `at-province`.
 */
export type Receipt = {
  readonly place: Place;
  readonly sinceMs: number | null;
  readonly records: readonly HeldRecord[];
  readonly files: readonly string[];
  readonly recordsOnlyHere: number;
  readonly filesOnlyHere: number;
  /** Files that another PC has still to send, or that were not fetched yet. */
  readonly filesElsewhere: number;
  /** Oldest of the unsent changes (corrected milliseconds). */
  readonly oldestUnsentAt: number | null;
};

/** Entities whose records make up an item with the record they hang on: table and the field that names it. */
const partsOf: Readonly<Partial<Record<EntityType, readonly (readonly [EntityType, string, string])[]>>> = {
  document: [
    ['directive', 'directives', 'documentId'],
    ['handover', 'handovers', 'documentId'],
    ['attachment', 'attachments', 'documentId'],
  ],
  outgoing: [
    ['draft', 'drafts', 'outgoingId'],
    ['opinion', 'opinions', 'outgoingId'],
    ['dispatch', 'dispatches', 'outgoingId'],
    ['attachment', 'attachments', 'documentId'],
  ],
  member: [
    ['memberLine', 'memberLines', 'memberId'],
    ['memberEvent', 'memberEvents', 'memberId'],
    ['memberChange', 'memberChanges', 'memberId'],
    ['attachment', 'attachments', 'documentId'],
  ],
};

/** What may be said of an item now; undefined when there is no such record. */
export async function readReceipt(office: Office, type: EntityType, id: string): Promise<Receipt | undefined> {
  const { db } = office;
  const [refs, files] = await Promise.all([listRefs(office, type, id), listFiles(office, id)]);
  const [states, transfers, cookies] = await Promise.all([
    readStates(db, refs),
    db.localTransfers.bulkGet([...files]),
    db.cookies.toArray(),
  ]);
  const [own] = states;
  if (own === undefined || (own.shadow === undefined && own.own.length + own.peers.length === 0)) return undefined;
  const upTo = new Map(cookies.map((cookie) => [cookie.stream, confirmedUpTo(cookie)]));
  const unsent = states.filter((state) => isUnsent(state));
  const isConfirmed = ({ shadow, stream }: RecordState): boolean =>
    shadow !== undefined && shadow.seq <= (upTo.get(stream) ?? 0);
  const filesOnlyHere = transfers.filter((row) => row === undefined || isOnlyHere(row)).length;
  const filesElsewhere = transfers.filter((row) => row?.direction === 'down' && row.state !== 'done').length;
  const isOfHere = unsent.length > 0 || filesOnlyHere > 0;
  const isInOffice = !isOfHere && states.some(({ peers }) => peers.length > 0);
  const isAtProvince = !isOfHere && !isInOffice && filesElsewhere === 0 && states.every(isConfirmed);
  const placeOfShared = isInOffice ? 'in-office' : isAtProvince ? 'at-province' : 'taken';
  return {
    place: own.stream === LOCAL_STREAM ? 'never-leaves' : isOfHere ? 'only-here' : placeOfShared,
    sinceMs: isAtProvince ? sinceOf(states, transfers) : null,
    records: states.flatMap(({ shadow }) => (shadow === undefined ? [] : [toHeld(shadow)])),
    files,
    recordsOnlyHere: unsent.length,
    filesOnlyHere,
    filesElsewhere,
    oldestUnsentAt: oldestOf(unsent),
  };
}

async function listRefs({ db }: Office, type: EntityType, id: string): Promise<readonly RecordRef[]> {
  const parts = await Promise.all(
    (partsOf[type] ?? []).map(async ([part, table, field]) => {
      const ids = (await db.table(table).where(field).equals(id).primaryKeys()) as string[];
      return ids.map((each) => ({ type: part, id: each }));
    }),
  );
  return [{ type, id }, ...parts.flat()];
}

async function listFiles({ db }: Office, id: string): Promise<readonly string[]> {
  const rows: readonly AttachmentRow[] = await db.attachments.where('documentId').equals(id).toArray();
  return [...new Set(rows.filter(({ removed }) => !removed).map(({ hash }) => hash))];
}

function isUnsent({ shadow, own, peers }: RecordState): boolean {
  return (shadow === undefined && peers.length === 0) || own.some(({ kind }) => kind !== 'rejected');
}

/** A file of which nothing was asked yet may be only here. */
function isOnlyHere({ direction, state }: TransferRow): boolean {
  return direction === 'up' && state !== 'done';
}

function toHeld(shadow: NonNullable<RecordState['shadow']>): HeldRecord {
  const { type, id, seq } = shadow;
  return { type, id, seq, hash: hashRecord(shadow) };
}

function sinceOf(states: readonly RecordState[], transfers: readonly (TransferRow | undefined)[]): number | null {
  const times = [...states.map(({ shadow }) => shadow?.at), ...transfers.map((row) => row?.doneAt)];
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}

function oldestOf(unsent: readonly RecordState[]): number | null {
  const times = unsent.flatMap(({ own }) => own.map(({ op }) => Math.floor(op.h / 1024)));
  return times.length === 0 ? null : Math.min(...times);
}
