import { inDossierOrder } from '#shared/domain/dossier/dossier-order.ts';
import type { DossierPaper, PaperFile } from '#shared/domain/dossier/dossier-paper.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { Office } from '../office.ts';
import type { AttachmentRow, DocumentRow, DossierItemRow, OutgoingRow } from '../rows.ts';

/** Lines of a dossier that are not removed, in the order people see. */
export async function listItems(office: Office, dossierId: string): Promise<readonly DossierItemRow[]> {
  const rows = await office.db.dossierItems.where('dossierId').equals(dossierId).toArray();
  return inDossierOrder(rows.filter(({ removed }) => !removed));
}

/** The papers of a dossier in order, each with what the register and the vault's records say of it. */
export async function readDossierPapers(office: Office, dossierId: string): Promise<readonly DossierPaper[]> {
  const items = await listItems(office, dossierId);
  const idsOf = (type: DossierItemRow['ownerType']): string[] =>
    items.flatMap(({ ownerType, ownerId }) => (ownerType === type && ownerId !== null ? [ownerId] : []));
  const { db } = office;
  const [documents, outgoings, attachments, units] = await Promise.all([
    db.documents.bulkGet(idsOf('document')),
    db.outgoings.bulkGet(idsOf('outgoing')),
    db.attachments
      .where('documentId')
      .anyOf(items.map(({ id, ownerId }) => ownerId ?? id))
      .toArray(),
    db.units.toArray(),
  ]);
  const documentsById = byId(documents);
  const outgoingsById = byId(outgoings);
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const files = groupFiles(attachments);
  return items.map((item, i) => {
    const common = {
      id: item.id,
      ownerType: item.ownerType,
      ownerId: item.ownerId,
      place: i + 1,
      firstSheet: item.firstSheet,
      pages: item.pages,
      note: item.note,
      files: files.get(item.ownerId ?? item.id) ?? [],
    };
    if (item.ownerType === 'document') return { ...common, ...sayDocument(documentsById.get(item.ownerId ?? '')) };
    if (item.ownerType === 'outgoing')
      return { ...common, ...sayOutgoing(outgoingsById.get(item.ownerId ?? ''), unitNames, office) };
    const { symbol, issuedOn, issuer, typeId, abstract, signer } = item;
    return { ...common, symbol, issuedOn, issuer, ...sayType(typeId), abstract, signer, standing: 'settled' as const };
  });
}

type Words = Pick<
  DossierPaper,
  'symbol' | 'issuedOn' | 'issuer' | 'typeId' | 'typeName' | 'abstract' | 'signer' | 'standing'
>;

const gone: Words = {
  symbol: '',
  issuedOn: null,
  issuer: '',
  typeId: null,
  typeName: '',
  abstract: '',
  signer: '',
  standing: 'gone',
};

function sayDocument(row: DocumentRow | undefined): Words {
  if (row === undefined || row.removed) return gone;
  const { symbol, issuedOn, issuer, typeId, abstract, signer, state } = row;
  const isSettled = state === 'done' || state === 'for-information';
  return {
    symbol,
    issuedOn,
    issuer,
    ...sayType(typeId),
    abstract,
    signer,
    standing: isSettled ? 'settled' : 'working',
  };
}

function sayOutgoing(row: OutgoingRow | undefined, unitNames: ReadonlyMap<string, string>, office: Office): Words {
  if (row === undefined || row.removed) return gone;
  const { symbol, bodyId, typeId, abstract, signer, state } = row;
  const issuer = (bodyId === null ? undefined : unitNames.get(bodyId)) ?? office.device.commune.name;
  const issuedOn = row.issuedOn as unknown as Words['issuedOn'];
  const isSettled = state === 'issued' || state === 'recalled' || state === 'void';
  return {
    symbol,
    issuedOn,
    issuer,
    ...sayType(typeId),
    abstract,
    signer,
    standing: isSettled ? 'settled' : 'working',
  };
}

function sayType(typeId: string | null): Pick<Words, 'typeId' | 'typeName'> {
  return { typeId, typeName: (typeId === null ? undefined : findDocumentType(typeId)?.name) ?? '' };
}

function byId<T extends { readonly id: string }>(rows: readonly (T | undefined)[]): ReadonlyMap<string, T> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}

function groupFiles(rows: readonly AttachmentRow[]): ReadonlyMap<string, readonly PaperFile[]> {
  const groups = new Map<string, PaperFile[]>();
  const present = rows
    .filter(({ removed }) => !removed)
    .sort((a, b) => (a.addedAt < b.addedAt || (a.addedAt === b.addedAt && a.id < b.id) ? -1 : 1));
  for (const { documentId, hash, name, size, mime } of present)
    groups.set(documentId, [...(groups.get(documentId) ?? []), { hash, name, size, mime }]);
  return groups;
}
