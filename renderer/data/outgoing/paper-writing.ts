import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';

/** What is filled in beside the text. */
export const formFields = [
  'typeId',
  'abstract',
  'place',
  'signMode',
  'signBody',
  'signPost',
  'signer',
  'signerId',
  'urgency',
  'circulation',
  'dueOn',
] as const satisfies readonly (keyof OutgoingFields)[];
export type PaperForm = Pick<OutgoingFields, (typeof formFields)[number]>;

/** A paper being written: text and form, and the version they were begun from (0: none). */
export type Writing = { readonly content: PaperContent; readonly form: PaperForm; readonly base: number };

/** Under which name unsaved writing is kept on this PC. */
export function writingKey(outgoingId: string): string {
  return `write:${outgoingId}`;
}
