import { findExactDate, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { isSecret } from '#shared/domain/document/document-record.ts';
import type { DossierItemFields } from '#shared/domain/dossier/dossier-item-record.ts';
import { inDossierOrder, orderAtEnd, planMove } from '#shared/domain/dossier/dossier-order.ts';
import { isChangeable } from '#shared/domain/dossier/dossier-rules.ts';
import { isComplete, LOCAL_STREAM } from '#shared/entities.ts';
import { attachmentDraft, type StoredFile } from '../documents/attachment-draft.ts';
import type { Office } from '../office.ts';
import type { DossierItemRow, DossierRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { LINES_AT_ONCE } from './dossier-repository.ts';
import { listItems } from './read-dossier-papers.ts';

/** A line of one of the registers, to be put into a dossier. */
export type RegisterPaper = { readonly ownerType: 'document' | 'outgoing'; readonly ownerId: string };

/** What is written of a paper that stands in no register. */
export type BarePaper = Pick<
  DossierItemFields,
  'symbol' | 'issuedOn' | 'issuer' | 'typeId' | 'abstract' | 'signer' | 'pages' | 'note'
>;

/** How many pages a sheet bears, for numbering sheets. */
export type PagesOfSheet = 1 | 2;

/**
 * Puts papers of the registers at the end of a dossier, in the order given; those already in it are passed over. A planned dossier is open with its
 * first paper. A paper of class Mật or higher is refused: its line never leaves the PC, the dossier does.
 */
export function fileInDossier(
  office: Office,
  dossierId: string,
  papers: readonly RegisterPaper[],
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const place = await openPlace(office, reader, dossierId);
    if (!place.ok) return place;
    const { dossier, items } = place.value;
    const known = new Set(items.map(({ ownerId }) => ownerId));
    const lines: OpDraft[] = [];
    const days: PlainDate[] = [];
    let order = orderAtEnd(items);
    for (const { ownerType, ownerId } of papers.slice(0, LINES_AT_ONCE)) {
      if (known.has(ownerId)) continue;
      known.add(ownerId);
      const row = await reader.row(ownerType, ownerId);
      if (row === undefined || row.removed) return err({ code: 'record-missing' });
      if (isSecret(row) || row.stream === LOCAL_STREAM) return err({ code: 'secret-stays-home' });
      const day = row.issuedOn === null ? undefined : findExactDate(row.issuedOn as PartialDate);
      if (day !== undefined) days.push(day);
      const pages = (row.pages ?? 0) > 0 ? (row.pages ?? 0) : await countFilePages(office, ownerId);
      lines.push(itemDraft(office, dossier, { ...noWords, dossierId, ownerType, ownerId, order, pages }));
      order = orderAtEnd([{ id: '', order }]);
    }
    // The first line comes first: `undo` of what was saved is about it.
    return ok(lines.length === 0 ? [] : [...lines, ...openDrafts(office, dossier, days)]);
  });
}

/** Puts a paper that stands in no register at the end of a dossier, with its files. */
export function addBarePaper(
  office: Office,
  dossierId: string,
  paper: BarePaper,
  files: readonly StoredFile[],
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const place = await openPlace(office, reader, dossierId);
    if (!place.ok) return place;
    const { dossier, items } = place.value;
    const fields: DossierItemFields = {
      ...noWords,
      ...paper,
      dossierId,
      ownerType: 'paper',
      ownerId: null,
      order: orderAtEnd(items),
    };
    if (!isComplete('dossierItem', fields)) return err({ code: 'bad-value', field: 'abstract' });
    const draft = itemDraft(office, dossier, fields);
    const day = paper.issuedOn === null ? undefined : findExactDate(paper.issuedOn);
    const drafts = openDrafts(office, dossier, day === undefined ? [] : [day]);
    for (const file of files) {
      const attached = attachmentDraft(office, draft.id, file, 'dossierItem');
      if (!attached.ok) return attached;
      drafts.push(...attached.value);
    }
    return ok([draft, ...drafts]);
  });
}

/** Changes a line of an open dossier: sheet, pages, note, and the words of a bare paper. */
export function saveItem(
  office: Office,
  itemId: string,
  changes: Partial<Omit<DossierItemFields, 'dossierId' | 'ownerType' | 'ownerId' | 'order'>>,
  seen: number,
): Promise<WriteResult> {
  return changeItem(office, itemId, ({ stream }) => [
    { t: 'set', stream, type: 'dossierItem', id: itemId, f: changes, seen },
  ]);
}

/** Takes a paper out of an open dossier; the register keeps it. */
export function removeItem(office: Office, itemId: string): Promise<WriteResult> {
  return changeItem(office, itemId, ({ stream }) => [{ t: 'del', stream, type: 'dossierItem', id: itemId, f: {} }]);
}

/** Moves a line to index `to`, from 0. */
export function moveItem(office: Office, itemId: string, to: number): Promise<WriteResult> {
  return changeItem(office, itemId, async ({ stream, dossierId }) =>
    planMove(await listItems(office, dossierId), itemId, to).map(({ id, order }) => ({
      t: 'set',
      stream,
      type: 'dossierItem',
      id,
      f: { order },
    })),
  );
}

/** Numbers the sheets of all papers from 1 in their order; papers of unknown length count as one sheet. At most `LINES_AT_ONCE` lines change. */
export function numberSheets(office: Office, dossierId: string, pagesOfSheet: PagesOfSheet): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const place = await openPlace(office, reader, dossierId);
    if (!place.ok) return place;
    const drafts: OpDraft[] = [];
    let sheet = 1;
    for (const { id, stream, firstSheet, pages } of inDossierOrder(place.value.items)) {
      if (firstSheet !== sheet) drafts.push({ t: 'set', stream, type: 'dossierItem', id, f: { firstSheet: sheet } });
      sheet += Math.max(1, Math.ceil(pages / pagesOfSheet));
    }
    return ok(drafts.slice(0, LINES_AT_ONCE));
  });
}

const noWords = {
  symbol: '',
  issuedOn: null,
  issuer: '',
  typeId: null,
  abstract: '',
  signer: '',
  firstSheet: null,
  note: '',
} as const;

type Place = { readonly dossier: DossierRow; readonly items: readonly DossierItemRow[] };

/** The dossier, if papers may be put into it. */
async function openPlace(office: Office, reader: RecordReader, id: string): Promise<Result<Place, Refusal>> {
  const dossier = await reader.row('dossier', id);
  if (dossier === undefined || dossier.removed) return err({ code: 'record-missing' });
  if (!isChangeable(dossier.state)) return err({ code: 'not-allowed' });
  return ok({ dossier, items: await listItems(office, id) });
}

/** Opens a dossier that was only planned, from the day of the first paper put into it. */
function openDrafts(
  office: Office,
  { id, stream, state, openedOn }: DossierRow,
  days: readonly PlainDate[],
): OpDraft[] {
  if (state !== 'planned') return [];
  const first = [...days, office.today()].sort()[0] ?? office.today();
  return [{ t: 'set', stream, type: 'dossier', id, f: { state: 'open', openedOn: openedOn ?? first } }];
}

function itemDraft(office: Office, dossier: DossierRow, fields: DossierItemFields): OpDraft & { readonly t: 'set' } {
  return { t: 'set', stream: dossier.stream, type: 'dossierItem', id: office.ports.newId(), f: fields };
}

function changeItem(
  office: Office,
  itemId: string,
  makeOps: (item: DossierItemRow) => OpDraft[] | Promise<OpDraft[]>,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const item = await reader.row('dossierItem', itemId);
    if (item === undefined || item.removed) return err({ code: 'record-missing' });
    const dossier = await reader.row('dossier', item.dossierId);
    if (dossier === undefined || !isChangeable(dossier.state)) return err({ code: 'not-allowed' });
    return ok(await makeOps(item));
  });
}

async function countFilePages(office: Office, ownerId: string): Promise<number> {
  const files = await office.db.attachments.where('documentId').equals(ownerId).toArray();
  return files.reduce((sum, { removed, pages }) => sum + (removed ? 0 : (pages ?? 0)), 0);
}
