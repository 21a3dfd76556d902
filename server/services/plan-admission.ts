import { blankGuest, guestFields, stayingFields } from '#shared/domain/transfer/transfer-dossier.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import type { CommuneShelf } from './commune-shelf.ts';
import { derivedRecordId } from './derived-record-id.ts';
import { isRemoved, valuesOf } from './op-changes.ts';
import type { Fields, SideDrafts } from './side-drafts.ts';

/** Rank of ids of records whose own ids are taken at the recipient: behind the events of the transfer (`home-events.ts`). */
const NEWCOMER = 8;

/** A member who is to be kept, or hosted, at another office. */
export type Admission = {
  readonly transferId: string;
  readonly isGuest: boolean;
  /** The record at the sender and what belongs to it there; `state`: the standing it goes with. */
  readonly member: SyncRecord;
  readonly state: string;
  readonly dossier: readonly SyncRecord[];
  /** What the sender is called, for what happened there. */
  readonly fromName: string;
  /** Cell at the recipient. */
  readonly unitId: string | null;
  /** The record the recipient chose to go on with, or the one the member was put into before a restore. */
  readonly into: string | null;
  /** Whether the recipient takes the member now; else only what a restored province lost of it is made again, and nothing is written over. */
  readonly isFirst: boolean;
};

/** The member's id at the recipient, and the files that go along. */
export type Admitted = {
  readonly memberId: string;
  readonly hashes: readonly string[];
};

/**
 * Makes the recipient's records of a member. Records keep their ids, so that who comes back goes on in the records that were left behind; but an id
 * proves nothing: what bears it at the recipient is written over only when it belongs to the very member the recipient chose to go on with.
 */
export async function planAdmission(
  admission: Admission,
  recipient: CommuneShelf,
  drafts: SideDrafts,
): Promise<Admitted> {
  const { transferId, member, isFirst } = admission;
  const into = admission.into === null ? undefined : await recipient.find('member', admission.into);
  const isFree = into === undefined && !(await recipient.bears(member.id));
  const memberId = into?.id ?? (isFree ? member.id : derivedRecordId(transferId, NEWCOMER, 'member', member.id));
  const held = into ?? (await recipient.find('member', memberId));
  if (held === undefined || isFirst)
    drafts.write({ type: 'member', id: memberId }, held, memberFields(admission, held));
  const travelling = admission.isGuest ? [] : admission.dossier.filter((record) => travels(record, transferId));
  const hashes = await copyDossier({ ...admission, memberId }, travelling, recipient, drafts);
  return { memberId, hashes };
}

async function copyDossier(
  { transferId, member, memberId, fromName, isFirst }: Admission & { readonly memberId: string },
  dossier: readonly SyncRecord[],
  recipient: CommuneShelf,
  drafts: SideDrafts,
): Promise<readonly string[]> {
  const listed = await recipient.list(dossier);
  const known = new Map(listed.map((record) => [recordKey(record.type, record.id), record]));
  const ids = new Map<string, string>([[member.id, memberId]]);
  const hashes = new Set<string>();
  // Files name the member or an event; those come before them and have their ids by then.
  for (const record of dossier) {
    const { type } = record;
    const there = known.get(recordKey(type, record.id));
    const isOwn = there !== undefined && isOwnedBy(there, new Set(ids.values()));
    const id = there === undefined || isOwn ? record.id : derivedRecordId(transferId, NEWCOMER, type, record.id);
    const before = id === record.id ? there : await recipient.find(type, id);
    ids.set(record.id, id);
    if (isRemoved(record)) {
      if (before !== undefined && isFirst) drafts.write({ type, id }, before, { [REMOVED]: true });
      continue;
    }
    const hash = record.f['hash']?.v;
    if (type === 'attachment' && typeof hash === 'string') hashes.add(hash);
    if (before === undefined || isFirst) drafts.write({ type, id }, before, childFields(record, before, ids, fromName));
  }
  return [...hashes];
}

/** Proposals end with the office they were made to, and how the member leaves is the sender's; everything else goes along. */
function travels({ type, f }: SyncRecord, transferId: string): boolean {
  const state = f['state']?.v;
  if (type === 'memberEvent') return state !== 'proposed' && f['transferId']?.v !== transferId;
  return type !== 'memberChange' || state === 'confirmed';
}

function isOwnedBy({ type, f }: SyncRecord, owners: ReadonlySet<string>): boolean {
  const owner = f[type === 'attachment' ? 'documentId' : 'memberId']?.v;
  return typeof owner === 'string' && owners.has(owner);
}

/** The member as the recipient keeps it. An empty field of the sender's empties nothing the recipient knows. */
function memberFields({ member, isGuest, unitId, state }: Admission, held: SyncRecord | undefined): Fields {
  const said = valuesOf(member);
  const chosen: readonly string[] = isGuest ? guestFields : Object.keys(said);
  const told: Fields = {
    ...Object.fromEntries(chosen.map((field) => [field, said[field] ?? null])),
    ...(isGuest ? {} : stayingFields),
  };
  const kept = Object.entries(told).filter(([field, value]) => !isEmpty(value) || held?.f[field] === undefined);
  const blank = isGuest && held === undefined ? (blankGuest as unknown as Fields) : {};
  return { ...blank, ...Object.fromEntries(kept), state, unitId, [REMOVED]: false };
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** What belongs to the member as the recipient keeps it. Cells and papers of the sender mean nothing there; what the recipient had of its own stays. */
function childFields(
  record: SyncRecord,
  held: SyncRecord | undefined,
  ids: ReadonlyMap<string, string>,
  fromName: string,
): Fields {
  const values = valuesOf(record);
  const mapped = (field: string): FieldValue => {
    const id = values[field];
    return typeof id === 'string' ? (ids.get(id) ?? id) : null;
  };
  const back = { [REMOVED]: false };
  if (record.type === 'attachment') return { ...values, documentId: mapped('documentId'), ...back };
  const own = { ...values, memberId: mapped('memberId'), ...back };
  if (record.type !== 'memberEvent') return own;
  const fields = own as Record<string, FieldValue>;
  const { unitId: _cell, decisionId: _paper, proposalId: _asked, atOffice = '', sets, before, ...said } = fields;
  if (held !== undefined) return said;
  const home = atOffice === '' ? fromName : atOffice;
  return {
    ...said,
    sets: withoutCell(sets),
    before: withoutCell(before),
    unitId: null,
    decisionId: null,
    proposalId: null,
    atOffice: home,
  };
}

/** What an event sets, without the cell, which is one of the sender's. */
function withoutCell(values: FieldValue | undefined): FieldValue {
  const { unitId: _cell, ...rest } = (values ?? {}) as Readonly<Record<string, FieldValue>>;
  return rest;
}

/** The record of a member as the recipient reads it before it answers (`transfer-dossier.ts`). */
export function composeDossier(
  member: SyncRecord,
  dossier: readonly SyncRecord[],
  { isGuest, transferId }: Pick<Admission, 'isGuest' | 'transferId'>,
): Record<string, FieldValue> {
  const values = valuesOf(member);
  if (isGuest) return { member: Object.fromEntries(guestFields.map((field) => [field, values[field] ?? null])) };
  const told = Object.entries(values).filter(([field]) => !Object.hasOwn(stayingFields, field));
  const listOf = (wanted: string): FieldValue[] =>
    dossier
      .filter((record) => record.type === wanted && travels(record, transferId) && !isRemoved(record))
      .map(valuesOf);
  return {
    member: Object.fromEntries(told),
    memberLine: listOf('memberLine'),
    memberEvent: listOf('memberEvent'),
    attachment: listOf('attachment'),
  };
}
