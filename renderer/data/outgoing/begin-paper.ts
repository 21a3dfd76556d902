import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { emptyContent, type PaperContent } from '#shared/domain/paper/paper-content.ts';
import { saveDraft } from '../drafts.ts';
import type { Office } from '../office.ts';
import { createOutgoing, type NewOutgoing } from './outgoing-repository.ts';
import type { OutgoingRow } from '../rows.ts';
import { formFields, writingKey, type PaperForm, type Writing } from './paper-writing.ts';

/** Fields a new paper has before anybody said otherwise. */
export const blankPaper: Omit<NewOutgoing, 'regime' | 'typeId' | 'bodyId'> = {
  abstract: '',
  place: '',
  signMode: 'direct',
  signBody: '',
  signPost: '',
  signer: '',
  signerId: null,
  urgency: 'normal',
  secrecy: 'none',
  circulation: '',
  recipients: '',
  archiveKeeper: '',
  copies: 1,
  pages: 0,
  dueOn: null,
  replyToId: null,
  replacesId: null,
  note: '',
};

/**
 * Makes the record of a paper and lays the text to begin with on the desk: it becomes a version when somebody saves it, so that no version is a bare
 * template. Gives the record's id.
 */
export async function beginPaper(
  office: Office,
  input: NewOutgoing,
  content: PaperContent,
): Promise<Result<string, ErrorCode>> {
  const made = await createOutgoing(office, input);
  if (!made.ok) return err(made.error.code);
  const form = Object.fromEntries(formFields.map((field) => [field, input[field]])) as PaperForm;
  const writing: Writing = { content, form, base: 0 };
  await saveDraft(office, writingKey(made.value.id), writing);
  return ok(made.value.id);
}

/** Begins the paper that takes the place of another: the same text and form, nothing of its number. */
export function replacementOf(
  office: Office,
  outgoing: OutgoingRow,
  content: PaperContent | undefined,
): Promise<Result<string, ErrorCode>> {
  const { regime, typeId, bodyId } = outgoing;
  const kept = Object.fromEntries(
    Object.keys(blankPaper).map((field) => [field, outgoing[field as keyof OutgoingRow]]),
  );
  const input = { ...blankPaper, ...kept, regime, typeId, bodyId, pages: 0, replacesId: outgoing.id, note: '' };
  return beginPaper(office, input, content ?? emptyContent);
}
