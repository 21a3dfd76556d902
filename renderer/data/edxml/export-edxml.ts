import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { Office } from '../office.ts';
import type { DispatchRow } from '../rows.ts';
import { formatEdxmlTime } from './edxml-dates.ts';
import type { EdxmlAgency, EdxmlBusiness } from './edxml-paper.ts';
import { writeEdxmlPieces, type VaultFile } from './write-edxml.ts';

/** An edXML file ready to be saved: a name for it, and its pieces with the files of the vault between them. */
export type EdxmlExport = { readonly name: string; readonly pieces: readonly (string | VaultFile)[] };

/**
 * The message for one recipient of an outgoing paper, as it stands: new, replaced, updated or called back, with the letter and files it was sent with.
 * Nothing is written.
 */
export async function exportEdxml(office: Office, dispatch: DispatchRow): Promise<EdxmlExport> {
  const { letter, files } = dispatch;
  const recipient = dispatch.recipientKind === 'agency' ? await findAgency(office, dispatch.recipient) : undefined;
  const pieces = writeEdxmlPieces(
    {
      form: 'paper',
      from: agency(letter.organId, letter.issuer),
      to: [agency(recipient?.organId ?? '', dispatch.recipientName)],
      letter,
      typeClass: findDocumentType(letter.typeId ?? '')?.kind === 'law' ? '2' : '1',
      competence: '',
      content: letter.abstract,
      copies: null,
      wantsAnswer: letter.dueOn !== null,
      sphere: '',
      typist: '',
      appendixes: [],
      toPlaces: [],
      business: await businessOf(office, dispatch),
      trace: [{ organId: letter.organId, at: formatEdxmlTime(Date.parse(dispatch.sentAt)) }],
    },
    files.map(({ hash, name, mime }, at) => ({
      contentId: `cid:${dispatch.id}-${String(at + 1)}`,
      name,
      type: mime,
      description: '',
      hash,
    })),
  );
  const plain = (letter.symbol || letter.externalId).replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  return { name: `${plain || 'edxml'}.edxml`, pieces };
}

async function businessOf(office: Office, dispatch: DispatchRow): Promise<EdxmlBusiness> {
  const own = { externalId: dispatch.letter.externalId, organIds: [] };
  const rest = { changesPaper: false, receivers: [], staff: { department: '', name: '', email: '', mobile: '' } };
  if (dispatch.recallAt !== null) return { ...rest, kind: 'recall', reason: dispatch.recallReason, targets: [own] };
  if (dispatch.kind === 'replace') {
    const replaced = dispatch.replacesId === null ? undefined : await office.db.dispatches.get(dispatch.replacesId);
    const targets = replaced === undefined ? [] : [{ externalId: replaced.letter.externalId, organIds: [] }];
    return { ...rest, kind: 'replace', reason: dispatch.revisionNote, targets };
  }
  if (dispatch.revision > 1)
    return { ...rest, kind: 'update', reason: dispatch.revisionNote, targets: [own], changesPaper: true };
  return { ...rest, kind: 'new', reason: '', targets: [] };
}

async function findAgency(office: Office, code: string): Promise<{ readonly organId: string } | undefined> {
  return (await office.db.agencies.toArray()).find((row) => row.code === code && !row.removed);
}

function agency(organId: string, name: string): EdxmlAgency {
  return { organId, name, inCharge: '', address: '', email: '', telephone: '', fax: '', website: '' };
}
