import { err, ok, type Result } from '#shared/base/result.ts';
import type { Decision } from '#shared/domain/member/decision.ts';
import type { MemberChangeFields } from '#shared/domain/member/member-change-record.ts';
import { isProposable, saysSame } from '#shared/domain/member-life/strict-fields.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { MemberChangeRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { readMemberEvents } from './member-story.ts';
import { correctionOps } from './correction-ops.ts';

/** A wish to change fields for which two people answer: what they should become, why, and on which paper it rests. */
export type NewChanges = {
  readonly to: Readonly<Record<string, FieldValue>>;
  readonly reason: string;
  readonly decision: Decision | null;
};

/** Puts changes forward, one proposal for each field; the record stays as it is. Errors: `record-missing`, `reason-wanted`, `bad-value`. */
export function proposeChanges(office: Office, memberId: string, changes: NewChanges): Promise<WriteResult> {
  return commit(office, (reader) => proposalOps(office, reader, memberId, changes));
}

/** Ops of proposals, for a write that does more than this. */
export async function proposalOps(
  office: Office,
  reader: RecordReader,
  memberId: string,
  { to, reason, decision }: NewChanges,
): Promise<Result<readonly OpDraft[], Refusal>> {
  const row = await reader.row('member', memberId);
  if (row === undefined || row.removed) return err({ code: 'record-missing' });
  if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'reason' });
  const held = row as unknown as Readonly<Record<string, FieldValue>>;
  const drafts: OpDraft[] = [];
  for (const [field, value] of Object.entries(to)) {
    if (!isProposable({ field, to: value as MemberChangeFields['to'] })) return err({ code: 'bad-value', field });
    if (saysSame(held[field], value)) continue;
    const f: Record<string, FieldValue> = {
      memberId,
      field,
      from: held[field] ?? null,
      to: value,
      reason,
      decision,
      proposedBy: office.actor,
      proposedAt: new Date(office.nowMs()).toISOString(),
      state: 'proposed',
      decidedBy: null,
      decidedAt: null,
      refusal: '',
    };
    drafts.push({ t: 'set', stream: row.stream, type: 'memberChange', id: office.ports.newId(), f });
  }
  return ok(drafts);
}

/**
 * Confirms what somebody else has put forward: the record changes in the same act, and with it the event that gave the value. Errors: `record-missing`,
 * `change-settled`, `own-proposal`; `event-unfit` when the record has changed since, so that this is no longer what was proposed.
 */
export function confirmChange(office: Office, id: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const change = await openChange(office, reader, id);
    if (!change.ok) return change;
    const { memberId, field, from, to, stream } = change.value;
    const row = await reader.row('member', memberId);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const held = (row as unknown as Readonly<Record<string, FieldValue>>)[field];
    if (!saysSame(held, from)) return err({ code: 'record-moved-on', field });
    const events = await readMemberEvents(office, memberId);
    return ok([
      decided(office, change.value, { state: 'confirmed' }),
      ...correctionOps(events, [{ field, from: held ?? null, to }]),
      { t: 'set', stream, type: 'member', id: memberId, f: { [field]: to } },
    ]);
  });
}

/** Says why a proposal is not followed. Errors: `record-missing`, `change-settled`, `own-proposal`, `reason-wanted`. */
export function refuseChange(office: Office, id: string, refusal: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const change = await openChange(office, reader, id);
    if (!change.ok) return change;
    if (refusal.trim() === '') return err({ code: 'reason-wanted', field: 'refusal' });
    return ok([decided(office, change.value, { state: 'refused', refusal })]);
  });
}

/** Takes one's own proposal back. Errors: `record-missing`, `change-settled`. */
export function withdrawChange(office: Office, id: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('memberChange', id);
    if (row === undefined) return err({ code: 'record-missing' });
    if (row.state !== 'proposed') return err({ code: 'change-settled' });
    return ok([{ t: 'set', stream: row.stream, type: 'memberChange', id, f: { state: 'withdrawn' } }]);
  });
}

async function openChange(
  { actor }: Office,
  reader: RecordReader,
  id: string,
): Promise<Result<MemberChangeRow, Refusal>> {
  const row = await reader.row('memberChange', id);
  if (row === undefined || row.removed) return err({ code: 'record-missing' });
  if (row.state !== 'proposed') return err({ code: 'change-settled' });
  return row.proposedBy === actor ? err({ code: 'own-proposal' }) : ok(row);
}

function decided(office: Office, { id, stream }: MemberChangeRow, f: Readonly<Record<string, FieldValue>>): OpDraft {
  const by = { decidedBy: office.actor, decidedAt: new Date(office.nowMs()).toISOString() };
  return { t: 'set', stream, type: 'memberChange', id, f: { ...f, ...by } };
}
