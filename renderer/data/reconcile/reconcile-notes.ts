import { ok, type Result } from '#shared/base/result.ts';
import type { MemberValue } from '#shared/domain/import/row-changes.ts';
import type { ReconcileNoteFields } from '#shared/domain/import/reconcile-note-record.ts';
import type { OpenProposal, ReconcileFrame, ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { err } from '#shared/base/result.ts';
import { commitDrafts } from '../import/commit-drafts.ts';
import type { Office } from '../office.ts';
import type { ReconcileNoteRow } from '../rows.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';

/** What was decided in comparisons before, and what waits for a second person: what a report is told with. */
export async function readReconcileFrame({ db }: Office, scope: ReconcileFrame['scope']): Promise<ReconcileFrame> {
  const notes = (await db.reconcileNotes.toArray()).filter(({ removed }) => !removed);
  const changes = await db.memberChanges.toArray();
  const proposals = changes.flatMap(({ removed, state, memberId, field, to }): OpenProposal[] =>
    removed || state !== 'proposed' ? [] : [{ memberId, field, to: to as MemberValue }],
  );
  return {
    scope,
    proposals,
    notes: notes.sort((a, b) => (a.notedAt < b.notedAt ? -1 : 1)).map(notePart),
  };
}

function notePart(row: ReconcileNoteRow): ReconcileNoteFields {
  const { kind, memberId, field, ours, theirs, theirKey, reason, notedBy, notedAt } = row;
  return { kind, memberId, field, ours, theirs, theirKey, reason, notedBy, notedAt };
}

/** Decides that ours stays, with a reason: the next comparison is silent as long as both sides say the same. Errors: `reason-wanted`. */
export async function keepOurs(
  office: Office,
  lines: readonly ReportLine[],
  reason: string,
): Promise<Result<null, Refusal>> {
  if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'reason' });
  return addNotes(
    office,
    lines.map(({ group, memberId, field, ours, theirs, theirKey }) => ({
      ...{ kind: 'kept', memberId, field: field ?? '', ours, theirs, reason },
      theirKey: group === 'here' ? '' : theirKey,
    })),
  );
}

/** Takes the decision on a line back: it is open again. */
export async function reopenLine(office: Office, line: ReportLine): Promise<Result<null, Refusal>> {
  const notes = (await office.db.reconcileNotes.toArray()).filter(
    ({ removed, kind, memberId, field, theirKey }) =>
      !removed &&
      kind === 'kept' &&
      memberId === line.memberId &&
      field === (line.field ?? '') &&
      (memberId !== null || theirKey === line.theirKey),
  );
  return removeNotes(office, notes);
}

/** Says who a row of the other side is: this member, or (`null`) none of those it may be. */
export async function sayWho(
  office: Office,
  line: ReportLine,
  memberId: string | null,
): Promise<Result<null, Refusal>> {
  const { theirKey, candidates } = line;
  const own = { field: '', ours: null, theirs: null, theirKey, reason: '' };
  return addNotes(
    office,
    memberId === null
      ? candidates.map((id) => ({ kind: 'other', memberId: id, ...own }))
      : [{ kind: 'same', memberId, ...own }],
  );
}

/** Takes back what was said of who a row of the other side is, by whomever: it is asked about again. */
export async function takeBackWho(office: Office, { theirKey }: ReportLine): Promise<Result<null, Refusal>> {
  const notes = (await office.db.reconcileNotes.toArray()).filter(
    (note) => !note.removed && note.kind !== 'kept' && note.theirKey === theirKey,
  );
  return removeNotes(office, notes);
}

async function removeNotes(office: Office, notes: readonly ReconcileNoteRow[]): Promise<Result<null, Refusal>> {
  return commitDrafts(
    office,
    notes.map(({ id, stream }): OpDraft => ({ t: 'del', stream, type: 'reconcileNote', id, f: {} })),
  );
}

async function addNotes(
  office: Office,
  notes: readonly Omit<ReconcileNoteFields, 'notedBy' | 'notedAt'>[],
): Promise<Result<null, Refusal>> {
  const { stream, actor, ports } = office;
  if (notes.length === 0) return ok(null);
  const noted = { notedBy: actor, notedAt: new Date(office.nowMs()).toISOString() };
  return commitDrafts(
    office,
    notes.map((note): OpDraft => ({
      t: 'set',
      stream,
      type: 'reconcileNote',
      id: ports.newId(),
      f: { ...note, ...noted } as OpDraft['f'],
    })),
  );
}
