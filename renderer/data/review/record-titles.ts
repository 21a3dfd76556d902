import { isEntityType } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import { tableOfEntity } from '../database.ts';
import type { RecordRef } from '../replica/record-state.ts';

/** What a record is called in a list of questions: its symbol, abstract or name; a child is called as its document. Empty when nothing is known. */
export async function readTitle({ db }: Office, { type, id }: RecordRef): Promise<string> {
  if (!isEntityType(type)) return '';
  const row: unknown = await db.table(tableOfEntity[type]).get(id);
  const paper = field(row, 'outgoingId');
  if (paper !== '') return titleOf(await db.outgoings.get(paper));
  const parent = field(row, 'documentId');
  if (parent === '') return titleOf(row);
  const isOutgoing = field(row, 'ownerType') === 'outgoing';
  return titleOf(await (isOutgoing ? db.outgoings : db.documents).get(parent));
}

/** What a row, or the fields of a refused change, would be called. */
export function titleOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return '';
  const name: unknown = (row as { readonly name?: unknown }).name;
  if (typeof name === 'object') return field(name, 'full');
  return typeof name === 'string' ? name : field(row, 'symbol') || field(row, 'abstract') || field(row, 'text');
}

function field(row: unknown, name: string): string {
  const value = typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}
