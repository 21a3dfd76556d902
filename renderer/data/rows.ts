import type { EntityFields, EntityType } from '#shared/entities.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { OpState } from '#shared/sync/replica.ts';
import type { HeldStretch } from '#shared/sync/cookie.ts';
import type { SnapshotChunk, SnapshotLoad } from '#shared/sync/snapshot-load.ts';

/** What every row a person sees carries beside its fields. */
export type RecordMeta = {
  readonly id: string;
  readonly stream: string;
  /** Sequence of the server's record below, and how far colleagues' ops on it have come (`view-stamp.ts`); what an edit form hands back as `seen`. */
  readonly seq: number;
  /** Own changes the province has not yet shown back. */
  readonly pending: number;
  /** Fields with values that wait for a person. */
  readonly conflicts: readonly string[];
  readonly removed: boolean;
  /** PCs of colleagues whose changes are to be seen here ahead of the province; absent where there are none. */
  readonly peers?: readonly number[];
};

/** Names the meta part takes; no entity may have a field of this name (guarded by a test). */
export const metaNames = ['id', 'stream', 'seq', 'pending', 'conflicts', 'removed', 'peers', 'flags'] as const;

/** A row of an entity as screens read it. */
export type RowOf<T extends EntityType> = RecordMeta & EntityFields<T>;
export type DocumentRow = RowOf<'document'>;
export type DirectiveRow = RowOf<'directive'>;
export type AttachmentRow = RowOf<'attachment'>;
export type MemberRow = RowOf<'member'>;
export type UnitRow = RowOf<'unit'>;
export type StaffRow = RowOf<'staff'>;
export type RegisterRow = RowOf<'register'>;
export type DeviceRow = RowOf<'device'>;
export type TermRow = RowOf<'term'>;
export type LedgerEntryRow = RowOf<'ledgerEntry'>;
export type NumberBlockRow = RowOf<'numberBlock'>;
export type OutgoingRow = RowOf<'outgoing'>;
export type DraftVersionRow = RowOf<'draft'>;
export type OpinionRow = RowOf<'opinion'>;
export type HandoverRow = RowOf<'handover'>;
export type DelegationRow = RowOf<'delegation'>;
export type DispatchRow = RowOf<'dispatch'>;
export type ArrivalRow = RowOf<'arrival'>;
export type AgencyRow = RowOf<'agency'>;
export type DossierRow = RowOf<'dossier'>;
export type DossierItemRow = RowOf<'dossierItem'>;
export type MemberLineRow = RowOf<'memberLine'>;
export type MemberEventRow = RowOf<'memberEvent'>;
export type MemberChangeRow = RowOf<'memberChange'>;
export type FormStockRow = RowOf<'formStock'>;
export type AppointmentRow = RowOf<'appointment'>;
export type UnitEventRow = RowOf<'unitEvent'>;
export type MemberTransferRow = RowOf<'memberTransfer'>;
export type MemberArrivalRow = RowOf<'memberArrival'>;
export type FeeBasisRow = RowOf<'feeBasis'>;
export type FeePaymentRow = RowOf<'feePayment'>;
export type FeeHandUpRow = RowOf<'feeHandUp'>;
export type RatingRow = RowOf<'rating'>;
export type MeetingRow = RowOf<'meeting'>;
export type AttendanceRow = RowOf<'attendance'>;
export type MeetingOpinionRow = RowOf<'meetingOpinion'>;
export type MeetingVoteRow = RowOf<'meetingVote'>;
export type MeetingTaskRow = RowOf<'meetingTask'>;
export type StudyItemRow = RowOf<'studyItem'>;
export type StudyReadingRow = RowOf<'studyReading'>;
export type ImportBatchRow = RowOf<'importBatch'>;
export type ImportLineRow = RowOf<'importLine'>;
export type ReconcileNoteRow = RowOf<'reconcileNote'>;
export type SettingRow = RowOf<'setting'>;

/** A row as it lies in its table: coarse flags for finding are listed in `flags` (multi-entry index). */
export type StoredRow<T extends EntityType> = RowOf<T> & { readonly flags: readonly RowFlag[] };

/**
 * Coarse marks a table can be asked for: own changes below way, a paper without number, a line taken out of its dossier, a step from hand to hand (a change
 * of an import, a meeting, a task) that waits, a record of an import that does not count, one that was brought back after a removal.
 */
export type RowFlag = 'pending' | 'unnumbered' | 'removed' | 'open' | 'hidden' | 'back';

/**
 * The server's record as this PC holds it. `gen`: which life of the stream's copy it was pulled in. `open` is 1 while a conflict waits, else absent.
 * `at`: when this PC learned that the province has it like this (corrected milliseconds); absent on what an older build pulled.
 */
export type ShadowRow = SyncRecord & {
  readonly stream: string;
  readonly gen: number;
  readonly open?: 1;
  readonly at?: number;
};

/** An own op on its way, with its state; key is `op.n`. `type` and `id` repeat the op's for finding. */
export type OutboxRow = {
  readonly n: number;
  readonly type: string;
  readonly id: string;
  readonly kind: OpState['kind'];
  readonly op: Op;
  readonly state: OpState;
  /** A refused paper was filed anew without its number by this op. */
  readonly renewedBy?: number;
};

/** An op of a colleague's PC that the province has not shown yet. `epoch`: life of the stream its `base` counts in; `order`: when it came here, among the others. */
export type PeerOpRow = {
  readonly dev: number;
  readonly n: number;
  readonly type: string;
  readonly id: string;
  readonly op: Op;
  readonly epoch: string;
  readonly order: number;
};

/** A signed batch of a colleague's PC as it came, ops `n` to `lastN`: to be passed on and brought to the province. */
export type PeerBatchRow = {
  readonly dev: number;
  readonly n: number;
  readonly lastN: number;
  readonly signed: Uint8Array<ArrayBuffer>;
};

/**
 * Where this PC stands in a stream. `gen` grows when the copy starts anew; `anew` while old rows wait to be replaced; `lives`: the epoch of each `gen`.
 * `confirmed`: up to which sequence the province has told the hash of what is held here (docs/adr/0033); `doubts`: how many times since then what it told
 * was not what is held.
 */
export type CookieRow = {
  readonly stream: string;
  readonly epoch: string;
  readonly base: number;
  readonly after: number;
  readonly gen: number;
  readonly anew: boolean;
  readonly lives: Readonly<Record<number, string>>;
  readonly confirmed?: number;
  readonly doubts?: number;
  /** Sequences behind `from` and up to `to` that are held whole although older ones are not: what a merged commune brought along (docs/adr/0038). */
  readonly held?: HeldStretch | undefined;
  /** A snapshot on its way; absent on a copy that was begun otherwise, and when all of it is in. */
  readonly load?: StoredLoad | undefined;
};

/** A snapshot on its way, with its chunks as the province named them. */
export type StoredLoad = SnapshotLoad & { readonly parts: readonly SnapshotChunk[] };

/** A value a field had before, kept when it was replaced. */
export type HistoryRow = {
  readonly type: string;
  readonly id: string;
  readonly h: number;
  readonly dev: number;
  readonly field: string;
  readonly v: FieldValue;
  readonly by: string;
};

/** Small facts of this PC, by name. */
export type MetaRow = { readonly key: string; readonly value: unknown };

/**
 * Numbers papers bear in a series, as bits of a byte array (bit n = number n used). `days`: day of each such paper, two bytes a number
 * (see `used-numbers.ts`); kept for outgoing papers only.
 */
export type NumbersRow = { readonly key: string; readonly used: Uint8Array; readonly days?: Uint8Array };

/** Unsaved form. */
export type DraftRow = { readonly key: string; readonly value: unknown; readonly savedAtMs: number };

/**
 * A file on its way. `unasked`: a record made here names it, and the province has not been asked whether it has it. `code` says why it failed; `doneAt`:
 * when the province told that it has it, or it had come from there (corrected milliseconds).
 */
export type TransferRow = {
  readonly hash: string;
  readonly name: string;
  readonly documentId: string | null;
  readonly size: number;
  readonly offset: number;
  readonly direction: 'up' | 'down';
  readonly state: 'unasked' | 'waiting' | 'moving' | 'done' | 'failed';
  readonly code?: string;
  readonly doneAt?: number;
};

/** All text of a file, taken out of it once to be searched; `text` is empty where it has none (a scan). Made anew whenever it is missing. */
export type TextRow = { readonly hash: string; readonly text: string };

/** What became of a row after a transaction, for the search index. `row` is null when nothing of it is to be seen. */
export type RowChange = { readonly type: EntityType; readonly id: string; readonly row: StoredRow<EntityType> | null };
