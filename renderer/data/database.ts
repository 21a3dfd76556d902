import { Dexie, type Table } from 'dexie';
import type { EntityType } from '#shared/entities.ts';
import { encryptRows } from './encryption/encrypt-rows.ts';
import type { RowCipher } from './encryption/row-cipher.ts';
import type {
  CookieRow,
  DraftRow,
  HistoryRow,
  MetaRow,
  NumbersRow,
  OutboxRow,
  PeerBatchRow,
  PeerOpRow,
  ShadowRow,
  StoredRow,
  TextRow,
  TransferRow,
} from './rows.ts';
import { schemaVersions } from './schema/schema-versions.ts';

/** Table of each entity's rows. */
export const tableOfEntity = {
  document: 'documents',
  directive: 'directives',
  attachment: 'attachments',
  member: 'members',
  unit: 'units',
  staff: 'staff',
  register: 'registers',
  device: 'devices',
  term: 'terms',
  ledgerEntry: 'ledgerEntries',
  numberBlock: 'numberBlocks',
  outgoing: 'outgoings',
  draft: 'drafts',
  opinion: 'opinions',
  handover: 'handovers',
  delegation: 'delegations',
  dispatch: 'dispatches',
  arrival: 'arrivals',
  agency: 'agencies',
  dossier: 'dossiers',
  dossierItem: 'dossierItems',
  memberLine: 'memberLines',
  memberEvent: 'memberEvents',
  memberChange: 'memberChanges',
  formStock: 'formStocks',
  appointment: 'appointments',
  unitEvent: 'unitEvents',
  memberTransfer: 'memberTransfers',
  memberArrival: 'memberArrivals',
  feeBasis: 'feeBases',
  feePayment: 'feePayments',
  feeHandUp: 'feeHandUps',
  rating: 'ratings',
  meeting: 'meetings',
  attendance: 'attendances',
  meetingOpinion: 'meetingOpinions',
  meetingVote: 'meetingVotes',
  meetingTask: 'meetingTasks',
  studyItem: 'studyItems',
  studyReading: 'studyReadings',
  importBatch: 'importBatches',
  importLine: 'importLines',
  reconcileNote: 'reconcileNotes',
  setting: 'settings',
} as const satisfies Record<EntityType, string>;

/** The store of this PC: a cache that can be rebuilt from province and journal. Only `renderer/data` opens it. */
export class OfficeDatabase extends Dexie {
  declare documents: Table<StoredRow<'document'>, string>;
  declare directives: Table<StoredRow<'directive'>, string>;
  declare attachments: Table<StoredRow<'attachment'>, string>;
  declare members: Table<StoredRow<'member'>, string>;
  declare units: Table<StoredRow<'unit'>, string>;
  declare staff: Table<StoredRow<'staff'>, string>;
  declare registers: Table<StoredRow<'register'>, string>;
  declare devices: Table<StoredRow<'device'>, string>;
  declare terms: Table<StoredRow<'term'>, string>;
  declare ledgerEntries: Table<StoredRow<'ledgerEntry'>, string>;
  declare numberBlocks: Table<StoredRow<'numberBlock'>, string>;
  declare outgoings: Table<StoredRow<'outgoing'>, string>;
  declare drafts: Table<StoredRow<'draft'>, string>;
  declare opinions: Table<StoredRow<'opinion'>, string>;
  declare handovers: Table<StoredRow<'handover'>, string>;
  declare delegations: Table<StoredRow<'delegation'>, string>;
  declare dispatches: Table<StoredRow<'dispatch'>, string>;
  declare arrivals: Table<StoredRow<'arrival'>, string>;
  declare agencies: Table<StoredRow<'agency'>, string>;
  declare dossiers: Table<StoredRow<'dossier'>, string>;
  declare dossierItems: Table<StoredRow<'dossierItem'>, string>;
  declare memberLines: Table<StoredRow<'memberLine'>, string>;
  declare memberEvents: Table<StoredRow<'memberEvent'>, string>;
  declare memberChanges: Table<StoredRow<'memberChange'>, string>;
  declare formStocks: Table<StoredRow<'formStock'>, string>;
  declare appointments: Table<StoredRow<'appointment'>, string>;
  declare unitEvents: Table<StoredRow<'unitEvent'>, string>;
  declare memberTransfers: Table<StoredRow<'memberTransfer'>, string>;
  declare memberArrivals: Table<StoredRow<'memberArrival'>, string>;
  declare feeBases: Table<StoredRow<'feeBasis'>, string>;
  declare feePayments: Table<StoredRow<'feePayment'>, string>;
  declare feeHandUps: Table<StoredRow<'feeHandUp'>, string>;
  declare ratings: Table<StoredRow<'rating'>, string>;
  declare meetings: Table<StoredRow<'meeting'>, string>;
  declare attendances: Table<StoredRow<'attendance'>, string>;
  declare meetingOpinions: Table<StoredRow<'meetingOpinion'>, string>;
  declare meetingVotes: Table<StoredRow<'meetingVote'>, string>;
  declare meetingTasks: Table<StoredRow<'meetingTask'>, string>;
  declare studyItems: Table<StoredRow<'studyItem'>, string>;
  declare studyReadings: Table<StoredRow<'studyReading'>, string>;
  declare importBatches: Table<StoredRow<'importBatch'>, string>;
  declare importLines: Table<StoredRow<'importLine'>, string>;
  declare reconcileNotes: Table<StoredRow<'reconcileNote'>, string>;
  declare settings: Table<StoredRow<'setting'>, string>;
  declare shadows: Table<ShadowRow, [string, string]>;
  declare outbox: Table<OutboxRow, number>;
  declare peerOps: Table<PeerOpRow, [number, number]>;
  declare peerBatches: Table<PeerBatchRow, [number, number]>;
  declare cookies: Table<CookieRow, string>;
  declare history: Table<HistoryRow, [string, string, number, number, string]>;
  declare localMeta: Table<MetaRow, string>;
  declare localNumbers: Table<NumbersRow, string>;
  declare localDrafts: Table<DraftRow, string>;
  declare localTransfers: Table<TransferRow, string>;
  declare localTexts: Table<TextRow, string>;

  /**
   * `name`: one database per enrolled device. Rows are enciphered on their way in and out. Never opened by itself: after the browser has closed it,
   * the next one could be empty.
   */
  constructor(
    name: string,
    readonly cipher: RowCipher,
  ) {
    super(name, { cache: 'disabled', autoOpen: false, chromeTransactionDurability: 'relaxed' });
    encryptRows(this, cipher);
    for (const { version, stores } of schemaVersions) this.version(version).stores(stores);
  }
}

/** Name of the database of a device. */
export function databaseName(dev: number): string {
  return `hosoxa-store-${String(dev)}`;
}

/** Name under which the first build kept a device's rows in plain; such a store is never read as one of ours. */
export function plainDatabaseName(dev: number): string {
  return `ho-so-xa-${String(dev)}`;
}
