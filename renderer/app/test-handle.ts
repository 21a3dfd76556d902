import {
  attachFile,
  giveDirective,
  markDone,
  registerDocument,
  saveDocument,
} from '#renderer/data/documents/document-repository.ts';
import { addBarePaper, fileInDossier, numberSheets } from '#renderer/data/dossiers/dossier-item-repository.ts';
import { addDossiers } from '#renderer/data/dossiers/dossier-repository.ts';
import { acceptArrival, answerRecall, refuseArrival, takeUpdate } from '#renderer/data/exchange/arrival-repository.ts';
import {
  recallDispatches,
  replaceDispatches,
  sendOutgoing,
  updateDispatches,
} from '#renderer/data/exchange/dispatch-repository.ts';
import { readBadgeRules } from '#renderer/data/badges/read-badge-list.ts';
import { handUpFees, setFeeBasis, takeFees } from '#renderer/data/fees/fee-repository.ts';
import { readFeeSheet } from '#renderer/data/fees/read-fee-sheet.ts';
import { saveSetting } from '#renderer/data/settings/setting-repository.ts';
import { importEdxml } from '#renderer/data/edxml/import-edxml.ts';
import { continueImport } from '#renderer/data/import/write-import.ts';
import { undoImport } from '#renderer/data/import/undo-import.ts';
import { confirmChange, proposeChanges } from '#renderer/data/members/change-repository.ts';
import { recordEvent, voidEvent } from '#renderer/data/members/event-repository.ts';
import { readPastStory } from '#renderer/data/members/past-story.ts';
import { addMeeting, handToMeetings, inviteToMeeting } from '#renderer/data/meetings/meeting-repository.ts';
import { addMember, saveMember } from '#renderer/data/members/member-repository.ts';
import type { Office } from '#renderer/data/office.ts';
import { readTreeOnDay } from '#renderer/data/organisation/tree-on-day.ts';
import { recordUnitEvent, voidUnitEvent } from '#renderer/data/organisation/unit-event-repository.ts';
import { numberOutgoing, voidOutgoing } from '#renderer/data/outgoing/number-outgoing.ts';
import { attachToOutgoing, createOutgoing } from '#renderer/data/outgoing/outgoing-repository.ts';
import { saveRating } from '#renderer/data/ratings/rating-repository.ts';
import { askBlock, returnBlock } from '#renderer/data/registers/block-repository.ts';
import { explainNumbers, reserveNumbers, takeOverPaperBook } from '#renderer/data/registers/ledger-repository.ts';
import { beginTerm, openRegister, takeBook } from '#renderer/data/registers/register-repository.ts';
import { readReceipt } from '#renderer/data/receipts/read-receipt.ts';
import { addRecord } from '#renderer/data/write/save-record.ts';
import { listConflicts } from '#renderer/data/review/list-conflicts.ts';
import { readOutboxSummary } from '#renderer/data/review/outbox-summary.ts';
import { recallHandover, receiveHandover, returnHandover } from '#renderer/data/routing/routing-repository.ts';
import { settleConflict } from '#renderer/data/review/settle-conflict.ts';
import { acceptMember, guestLeft, refuseMember } from '#renderer/data/transfers/member-arrival-repository.ts';
import {
  addTransfer,
  confirmByPaper,
  endTransfer,
  issueTransfer,
  withdrawTransfer,
} from '#renderer/data/transfers/transfer-repository.ts';
import { checkSentFiles } from '#renderer/platform/check-sent-files.ts';
import { openEdxml, takeInEdxml } from '#renderer/platform/take-in-edxml.ts';
import { storeFile } from '#renderer/platform/store-file.ts';
import { takeInFile } from '#renderer/platform/take-in-file.ts';
import { makeBackup } from '#renderer/sync/backup/make-backup.ts';
import type { SyncEngine } from '#renderer/sync/sync-engine.ts';

/** The office and the repositories' own functions, for proofs that make hundreds of edits. Builds that are open to tests only. */
export type TestHandle = {
  readonly office: Office;
  readonly sync: SyncEngine;
  readonly acts: typeof acts;
};

const acts = {
  acceptMember,
  addTransfer,
  confirmByPaper,
  confirmChange,
  proposeChanges,
  readPastStory,
  recordEvent,
  voidEvent,
  endTransfer,
  guestLeft,
  issueTransfer,
  refuseMember,
  withdrawTransfer,
  addMeeting,
  addMember,
  readTreeOnDay,
  recordUnitEvent,
  saveRating,
  voidUnitEvent,
  handToMeetings,
  handUpFees,
  readBadgeRules,
  readFeeSheet,
  saveSetting,
  setFeeBasis,
  takeFees,
  acceptArrival,
  addBarePaper,
  addDossiers,
  addRecord,
  answerRecall,
  askBlock,
  attachFile,
  attachToOutgoing,
  beginTerm,
  checkSentFiles,
  createOutgoing,
  explainNumbers,
  fileInDossier,
  giveDirective,
  importEdxml,
  inviteToMeeting,
  continueImport,
  undoImport,
  listConflicts,
  makeBackup,
  markDone,
  numberOutgoing,
  numberSheets,
  openEdxml,
  openRegister,
  readOutboxSummary,
  readReceipt,
  recallDispatches,
  recallHandover,
  receiveHandover,
  refuseArrival,
  registerDocument,
  replaceDispatches,
  reserveNumbers,
  returnBlock,
  returnHandover,
  saveDocument,
  saveMember,
  sendOutgoing,
  settleConflict,
  storeFile,
  takeBook,
  takeInEdxml,
  takeInFile,
  takeUpdate,
  updateDispatches,
  takeOverPaperBook,
  voidOutgoing,
};

/** Puts the handle where a test finds it: `window.officeForTests`. */
export function offerTestHandle(office: Office, sync: SyncEngine): void {
  Object.assign(window, { officeForTests: { office, sync, acts } satisfies TestHandle });
}
