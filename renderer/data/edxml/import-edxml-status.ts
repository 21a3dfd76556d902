import { err, ok } from '#shared/base/result.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { DispatchRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { parseEdxmlTime } from './edxml-dates.ts';
import type { EdxmlStatus } from './edxml-paper.ts';

const NOTE_MAX = 500;

/**
 * Notes what a recipient outside the province's server says of a paper this office sent by file: on the dispatches `outside` that bear its DocumentId, of
 * the recipient who says it where there are several. Error `record-missing` when no such paper was sent.
 */
export function importEdxmlStatus(office: Office, status: EdxmlStatus): Promise<WriteResult> {
  return commit(office, async () => {
    const sent = (await office.db.dispatches.toArray()).filter(
      ({ removed, recipientKind, letter }) => !removed && recipientKind === 'outside' && isAbout(letter, status),
    );
    const bySender = sent.filter(({ recipientName }) => recipientName === status.from.name);
    const meant = bySender.length > 0 ? bySender : sent.length === 1 ? sent : [];
    if (meant.length === 0) return err({ code: 'record-missing' });
    return ok(
      meant.map(({ id, stream }): OpDraft => ({ t: 'set', stream, type: 'dispatch', id, f: fieldsOf(office, status) })),
    );
  });
}

function isAbout(letter: DispatchRow['letter'], { about }: EdxmlStatus): boolean {
  return about.externalId === '' ? letter.symbol === about.symbol : letter.externalId === about.externalId;
}

function fieldsOf(office: Office, { code, description, at }: EdxmlStatus): Readonly<Record<string, FieldValue>> {
  const note = description.slice(0, NOTE_MAX);
  if (code === '13' || code === '15' || code === '16') return { recallStatus: code, recallNote: note };
  const said = parseEdxmlTime(at) ?? office.nowMs();
  return { status: code, statusNote: note, statusAt: new Date(Math.min(said, office.nowMs())).toISOString() };
}
