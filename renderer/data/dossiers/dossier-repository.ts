import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok } from '#shared/base/result.ts';
import type { ArchiveReceipt } from '#shared/domain/dossier/archive-receipt.ts';
import { padFileNumber } from '#shared/domain/dossier/dossier-code.ts';
import type { DossierFields, DossierState } from '#shared/domain/dossier/dossier-record.ts';
import { findDossierProblems, isAllowed, isChangeable, mayBecome } from '#shared/domain/dossier/dossier-rules.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import type { DossierRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { removeRecord } from '../write/save-record.ts';
import { readDossierPapers } from './read-dossier-papers.ts';

/** What is given for a new line of the list of files; the rest has its usual value. */
export type NewDossier = Pick<DossierFields, 'year' | 'title'> & Partial<DossierFields>;

/** Ops of one write at most, with room for what a write adds of its own. */
export const LINES_AT_ONCE = 400;

const usual: Omit<DossierFields, 'year' | 'title'> = {
  fileNumber: '',
  heading: '',
  code: '',
  retentionYears: null,
  access: 'conditional',
  holderStaffId: null,
  unitId: null,
  keywords: '',
  termName: '',
  state: 'planned',
  openedOn: null,
  closedOn: null,
  inventoryNumber: '',
  boxNumber: '',
  fondsCode: '',
  fondsName: '',
  condition: '',
  paperCode: '',
  note: '',
  packageHash: '',
  submittedAt: null,
  receiptNumber: '',
  receivedOn: null,
  returnReason: '',
};

/** Fields that only the steps below write. */
const stepFields = ['state', 'packageHash', 'submittedAt', 'receiptNumber', 'receivedOn', 'returnReason'] as const;

/** Adds dossiers to the list of files, in one act. At most `LINES_AT_ONCE`. */
export function addDossiers(office: Office, dossiers: readonly NewDossier[]): Promise<WriteResult> {
  return commit(office, () => {
    const drafts: OpDraft[] = [];
    for (const dossier of dossiers) {
      const fields: DossierFields = { ...usual, ...dossier, fileNumber: padFileNumber(dossier.fileNumber ?? '') };
      if (!isComplete('dossier', fields)) return Promise.resolve(err({ code: 'bad-value' as const, field: 'title' }));
      drafts.push({ t: 'set', stream: office.stream, type: 'dossier', id: office.ports.newId(), f: fields });
    }
    return Promise.resolve(ok(drafts));
  });
}

/** Changes what a dossier says of itself; one that is closed is opened again first. `seen`: the row's `seq` when the form was opened. */
export function saveDossier(
  office: Office,
  id: string,
  changes: Partial<DossierFields>,
  seen: number,
): Promise<WriteResult> {
  return changeDossier(office, id, (row) => {
    const field = stepFields.find((name) => changes[name] !== undefined && changes[name] !== row[name]);
    if (field !== undefined) return { code: 'not-allowed', field };
    return isChangeable(row.state) ? { changes, seen } : { code: 'not-allowed' };
  });
}

/** Opens a planned dossier: papers are put into it from now on. */
export function openDossier(office: Office, id: string, openedOn: PlainDate): Promise<WriteResult> {
  return step(office, id, 'open', ({ openedOn: before }) => ({ openedOn: before ?? openedOn }));
}

/** Closes a dossier: the work is ended, nothing is added any more. Refused while something forbids it (`findDossierProblems`). */
export function closeDossier(office: Office, id: string, closedOn: PlainDate): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('dossier', id);
    if (row === undefined) return err({ code: 'record-missing' });
    if (!mayBecome(row.state, 'closed')) return err({ code: 'not-allowed' });
    const papers = await readDossierPapers(office, id);
    const problems = findDossierProblems({ ...row, closedOn }, papers, {
      today: office.today(),
      takenCodes: new Set(),
    });
    if (!isAllowed('close', problems)) return err({ code: 'not-allowed' });
    return ok([{ t: 'set', stream: row.stream, type: 'dossier', id, f: { state: 'closed', closedOn } }]);
  });
}

/** Opens a closed or returned dossier again, so that it can be mended. What the archive said of the last package is no longer true of it. */
export function reopenDossier(office: Office, id: string): Promise<WriteResult> {
  return step(office, id, 'open', ({ state }) => ({
    closedOn: null,
    ...(state === 'returned' ? { packageHash: '', submittedAt: null } : {}),
  }));
}

/** Notes that the package of a closed dossier was made and goes to the archive. `packageHash`: SHA-256 of its list of hashes. */
export function submitDossier(office: Office, id: string, packageHash: string): Promise<WriteResult> {
  const submittedAt = new Date(office.nowMs()).toISOString();
  return step(office, id, 'submitted', () => ({ packageHash, submittedAt, returnReason: '' }));
}

/** Takes a package back before the archive has answered. */
export function withdrawPackage(office: Office, id: string): Promise<WriteResult> {
  return step(office, id, 'closed', () => ({ packageHash: '', submittedAt: null }));
}

/**
 * Takes the archive's answer in: the dossier whose last package it is for becomes archived, or returned with the reason. `record-missing` when no
 * dossier here waits for it: it is for another office, or for a package made anew since.
 */
export async function takeReceipt(
  office: Office,
  receipt: ArchiveReceipt,
): Promise<WriteResult<{ readonly dossierId: string }>> {
  let dossierId = '';
  const saved = await commit(office, async () => {
    const waiting = await office.db.dossiers
      .filter(
        ({ removed, state, packageHash }) => !removed && state === 'submitted' && packageHash === receipt.packageHash,
      )
      .first();
    if (waiting === undefined) return err({ code: 'record-missing' });
    dossierId = waiting.id;
    const f: Partial<DossierFields> =
      receipt.outcome === 'accepted'
        ? { state: 'archived', receiptNumber: receipt.number, receivedOn: receipt.on, returnReason: '' }
        : { state: 'returned', returnReason: receipt.reason };
    return ok([{ t: 'set', stream: waiting.stream, type: 'dossier', id: waiting.id, f }]);
  });
  return saved.ok ? ok({ ...saved.value, dossierId }) : saved;
}

/** Takes a line off the list of files that was entered by mistake; refused once papers lie in it or it was closed. */
export async function removeDossier(office: Office, id: string): Promise<WriteResult> {
  const row = await office.db.dossiers.get(id);
  if (row === undefined) return err({ code: 'record-missing' });
  const papers = await readDossierPapers(office, id);
  if (!isChangeable(row.state) || papers.length > 0) return err({ code: 'not-allowed' });
  return removeRecord(office, 'dossier', id);
}

function step(
  office: Office,
  id: string,
  to: DossierState,
  change: (row: DossierRow) => Partial<DossierFields>,
): Promise<WriteResult> {
  return changeDossier(office, id, (row) =>
    mayBecome(row.state, to) ? { changes: { ...change(row), state: to } } : { code: 'not-allowed' },
  );
}

function changeDossier(
  office: Office,
  id: string,
  decide: (row: DossierRow) => Refusal | { readonly changes: Partial<DossierFields>; readonly seen?: number },
): Promise<WriteResult> {
  return commit(office, async (reader: RecordReader) => {
    const row = await reader.row('dossier', id);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const decided = decide(row);
    if ('code' in decided) return err(decided);
    const { changes, seen } = decided;
    return ok([
      { t: 'set', stream: row.stream, type: 'dossier', id, f: changes, ...(seen === undefined ? {} : { seen }) },
    ]);
  });
}
