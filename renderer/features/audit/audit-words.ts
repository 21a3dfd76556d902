import { formatDate } from '#shared/base/partial-date.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import { isEntityType } from '#shared/entities.ts';
import { auditKindWords, auditText as text } from '#renderer/messages/audit.ts';
import { actionWords } from '#renderer/messages/rights.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import type { AuditEntry } from '#renderer/platform/desktop-audit.ts';
import { formatTime } from '#renderer/ui/format-when.ts';

/** What is needed to say a line in words: names of people, titles of records by `type:id`. */
export type AuditNames = {
  readonly person: (id: string) => string | undefined;
  readonly titles: ReadonlyMap<string, string>;
};

/** A line in words, by column. */
export type AuditWords = {
  readonly when: string;
  readonly what: string;
  readonly who: string;
  readonly about: string;
  readonly detail: string;
};

/** Says a line of the log in words. */
export function auditWords(entry: AuditEntry, names: AuditNames): AuditWords {
  return {
    when: sharedText.dateAt(formatDate(dateOfInstant(entry.at)), formatTime(entry.at)),
    what: auditKindWords[entry.kind],
    who: entry.by === '' ? text.nobody : (names.person(entry.by) ?? entry.by),
    about: aboutOf(entry, names),
    detail: detailOf(entry.detail),
  };
}

function aboutOf({ type, id }: AuditEntry, { person, titles }: AuditNames): string {
  if (id === '') return '';
  // Lines about who opens the PC name a person by id alone.
  const known = person(id);
  if (known !== undefined) return known;
  const kind = isEntityType(type) ? text.types[type] : text.somebody;
  const title = titles.get(`${type}:${id}`);
  return title === undefined || title === '' ? text.goneRecord(kind) : `${kind}: ${title}`;
}

function detailOf(detail: string): string {
  if (Object.hasOwn(actionWords, detail)) return actionWords[detail as keyof typeof actionWords];
  for (const [form, inWords] of text.countedDetails) {
    const numbers = form.exec(detail)?.slice(1);
    if (numbers !== undefined) return inWords(numbers);
  }
  return text.details[detail] ?? detail;
}
