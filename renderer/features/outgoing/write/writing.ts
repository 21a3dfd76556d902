import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import { paperContentSchema } from '#shared/domain/paper/paper-content.ts';
import { formFields, type PaperForm, type Writing } from '#renderer/data/outgoing/paper-writing.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';

/** The form as the record has it. */
export function formOfRow(row: OutgoingRow): PaperForm {
  return Object.fromEntries(formFields.map((field) => [field, row[field]])) as PaperForm;
}

/** Unsaved writing as it was kept; undefined when it cannot be read by this build. */
export function readKept(value: unknown): Writing | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { content, form, base } = value as Partial<Writing>;
  const read = paperContentSchema.safeParse(content);
  if (!read.success || typeof form !== 'object' || typeof base !== 'number') return undefined;
  return { content: read.data, form, base };
}

/** Whether a text or form differs from what is saved. */
export function differs(a: Pick<Writing, 'content' | 'form'>, b: Pick<Writing, 'content' | 'form'>): boolean {
  const wordsOf = ({ content, form }: Pick<Writing, 'content' | 'form'>): string => {
    const { addressees, bases, blocks, recipients, opening = '', recorder = '' } = content;
    return JSON.stringify([addressees, bases, blocks, recipients, opening, recorder, ordered(form)]);
  };
  return wordsOf(a) !== wordsOf(b);
}

function ordered(form: PaperForm): readonly unknown[] {
  return formFields.map((field) => form[field]);
}

const archiveLine = /^Lưu\b[\s:]*/iu;

/** What the register shows of nơi nhận: the recipients a line each, and who keeps the copy that stays. */
export function registerRecipients(
  recipients: readonly string[],
): Pick<OutgoingFields, 'recipients' | 'archiveKeeper'> {
  const kept = recipients.find((line) => archiveLine.test(line));
  return {
    recipients: recipients
      .filter((line) => line !== kept)
      .join('\n')
      .slice(0, 2000),
    archiveKeeper: kept === undefined ? '' : kept.replace(archiveLine, '').slice(0, 200),
  };
}
