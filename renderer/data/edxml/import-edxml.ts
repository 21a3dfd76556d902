import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { err, ok } from '#shared/base/result.ts';
import type { ArrivalFields } from '#shared/domain/exchange/arrival-record.ts';
import type { SentFile } from '#shared/domain/exchange/letter.ts';
import { isComplete } from '#shared/entities.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { RowOf } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { parseEdxmlTime } from './edxml-dates.ts';
import type { EdxmlPaper } from './edxml-paper.ts';

/**
 * What a message did to the incoming queue: `new` paper, `again` (it was there already), `updated`, `recalled`, or `overtaken` (a later version of the
 * paper came first, so nothing changed). `foreign`: the paper it is about came from another sender, or over the exchange; nothing changed.
 */
export type EdxmlOutcome = 'new' | 'again' | 'updated' | 'recalled' | 'overtaken' | 'foreign';

/** What was done, to which arrival, and who sent the paper that lies there. */
export type ImportedEdxml = {
  readonly outcome: EdxmlOutcome;
  readonly arrivalId: string;
  readonly heldFrom: string;
};

type Fields = Readonly<Record<string, FieldValue>>;
const NOTE_MAX = 500;

/**
 * Puts a paper of an edXML file into the incoming queue. The record's id follows from the sender's DocumentId, so the same message taken in twice, or on
 * two PCs, is one arrival, and recall, update and replacement find the paper whichever comes first. `files` lie in the vault already.
 * Errors: those of `commit`; `bad-value` when the message does not fit the record.
 */
export async function importEdxml(
  office: Office,
  paper: EdxmlPaper,
  files: readonly SentFile[],
): Promise<WriteResult<ImportedEdxml>> {
  let outcome: EdxmlOutcome = 'again';
  let heldFrom = '';
  const arrivalId = arrivalIdOf(targetOf(paper));
  const saved = await commit(office, async (reader) => {
    const row = await reader.row('arrival', arrivalId);
    const step = stepOf(office, paper, files, row);
    outcome = step.outcome;
    heldFrom = row?.fromName ?? '';
    if (step.f === undefined) return ok([]);
    if (row === undefined && !isComplete('arrival', step.f)) return err({ code: 'bad-value' });
    const draft: OpDraft = {
      t: 'set',
      stream: row?.stream ?? office.stream,
      type: 'arrival',
      id: arrivalId,
      f: step.f,
    };
    return ok([draft]);
  });
  return saved.ok ? ok({ ...saved.value, outcome, arrivalId, heldFrom }) : saved;
}

/** Id of the arrival of a paper with this DocumentId: 128 bits of its SHA-256 in the shape of a record id. */
export function arrivalIdOf(externalId: string): string {
  const hex = bytesToHex(sha256(new TextEncoder().encode(`edxml:${externalId.normalize('NFC').trim()}`)));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The DocumentId of the paper a message is about; one made of its own facts when the sender gave none. */
function targetOf({ business, letter }: EdxmlPaper): string {
  const own = letter.externalId || [letter.organId, letter.issuedOn ?? '', letter.symbol].join(',');
  const isAboutAnother = business.kind === 'recall' || business.kind === 'update';
  return (isAboutAnother ? business.targets[0]?.externalId : undefined) ?? own;
}

type Step = { readonly outcome: EdxmlOutcome; readonly f?: Fields };

function stepOf(
  office: Office,
  paper: EdxmlPaper,
  files: readonly SentFile[],
  row: RowOf<'arrival'> | undefined,
): Step {
  const { kind, reason, targets } = paper.business;
  const note = reason.slice(0, NOTE_MAX);
  // The id follows from what the message says, so anybody can name another's paper.
  if (row !== undefined && !isOfSender(paper, row)) return { outcome: 'foreign' };
  const known = row?.removed === true ? undefined : row;
  if (kind === 'recall') {
    if (known?.recallAt != null) return { outcome: 'again' };
    const recall = { recallAt: sentAtOf(office, paper), recallReason: note };
    return { outcome: 'recalled', f: known === undefined ? { ...whole(office, paper, []), ...recall } : recall };
  }
  if (kind === 'update') {
    if (known === undefined)
      return { outcome: 'updated', f: { ...whole(office, paper, files), revision: 2, revisionNote: note } };
    const letter = { ...paper.letter, externalId: known.letter.externalId };
    if (equalValues(letter, known.letter) && equalValues(files, known.files)) return { outcome: 'again' };
    const revision = known.revision + 1;
    return {
      outcome: 'updated',
      f: { letter, revision, revisionNote: note, ...(files.length > 0 && { files: [...files] }) },
    };
  }
  const replaced = targets[0]?.externalId;
  const replacesId = kind === 'replace' && replaced !== undefined ? arrivalIdOf(replaced) : null;
  const f = {
    ...whole(office, paper, files),
    kind: kind === 'replace' ? ('replace' as const) : ('new' as const),
    replacesId,
  };
  if (known === undefined) return { outcome: 'new', f };
  // A recall that came first made the line; the paper now fills it, and stays recalled.
  if (known.recallAt !== null && known.files.length === 0 && files.length > 0)
    return { outcome: 'recalled', f: { letter: f.letter, files: f.files, kind: f.kind, replacesId } };
  return { outcome: known.revision > 1 ? 'overtaken' : 'again' };
}

function whole(office: Office, paper: EdxmlPaper, files: readonly SentFile[]): ArrivalFields {
  const at = sentAtOf(office, paper);
  return {
    origin: 'edxml',
    ...senderOf(paper),
    kind: 'new',
    replacesId: null,
    letter: { ...paper.letter, externalId: targetOf(paper).slice(0, 200) },
    files: [...files],
    revision: 1,
    revisionNote: '',
    sentAt: at,
    recallAt: null,
    recallReason: '',
    addressedTo: '',
    status: '01',
    statusNote: '',
    statusAt: null,
    statusBy: null,
    acceptedRevision: 0,
    recallStatus: null,
    recallNote: '',
    recallAnsweredFor: null,
    documentId: null,
  };
}

function senderOf({ from }: EdxmlPaper): Pick<ArrivalFields, 'from' | 'fromName'> {
  return { from: from.organId.slice(0, 80), fromName: (from.name || from.inCharge || from.organId).slice(0, 200) };
}

/** The arrival came by a file of the same sender: by its identifier, or by its name when it has none. */
function isOfSender(paper: EdxmlPaper, row: RowOf<'arrival'>): boolean {
  const { from, fromName } = senderOf(paper);
  return row.origin === 'edxml' && row.from === from && (from !== '' || row.fromName === fromName);
}

/** The last station's time; a message without one is taken for sent now. A clock ahead of ours does not count. */
function sentAtOf(office: Office, paper: EdxmlPaper): string {
  const said = paper.trace.flatMap(({ at }) => parseEdxmlTime(at) ?? []).at(-1);
  return new Date(Math.min(said ?? office.nowMs(), office.nowMs())).toISOString();
}
