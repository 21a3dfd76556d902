import { formatDate } from '#shared/base/partial-date.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import { isEntityType } from '#shared/entities.ts';
import { auditDetailForms } from '#renderer/messages/audit-details.ts';
import { auditKindWords, auditText as text } from '#renderer/messages/audit.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import type { AuditEntry, AuditKind } from '#renderer/platform/desktop-audit.ts';
import { durationInWords } from '#renderer/ui/duration-words.ts';
import { formatTime } from '#renderer/ui/format-when.ts';

/** How much of an unknown person's id is shown, to tell two of them apart. */
const ENDING = 4;

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

/** Kinds whose record is a person who opens the PC, named by id alone. */
const aboutPeople: ReadonlySet<AuditKind> = new Set(['unlock-failed', 'person-added', 'person-removed']);

/** Says a line of the log in words. */
export function auditWords(entry: AuditEntry, names: AuditNames): AuditWords {
  return {
    when: sharedText.dateAt(formatDate(dateOfInstant(entry.at)), formatTime(entry.at)),
    what: auditKindWords[entry.kind],
    who: whoOf(entry, names),
    about: aboutOf(entry, names),
    detail: detailOf(entry),
  };
}

/** Whoever typed a wrong passphrase is nobody yet, whatever name they had chosen. */
function whoOf({ kind, by }: AuditEntry, { person }: AuditNames): string {
  if (by === '') return kind === 'unlock-failed' ? text.notKnownWho : text.program;
  return person(by) ?? text.gonePerson(by.slice(-ENDING));
}

function aboutOf({ kind, type, id }: AuditEntry, { person, titles }: AuditNames): string {
  if (id === '') return '';
  if (aboutPeople.has(kind)) {
    const name = person(id) ?? text.gonePerson(id.slice(-ENDING));
    return kind === 'unlock-failed' ? text.triedAs(name) : name;
  }
  const word = isEntityType(type) ? text.types[type] : text.somebody;
  const title = titles.get(`${type}:${id}`);
  return title === undefined || title === '' ? text.goneRecord(word) : `${word}: ${title}`;
}

function detailOf({ kind, detail }: AuditEntry): string {
  for (const [form, inWords] of auditDetailForms[kind]) {
    const parts = form.exec(detail)?.slice(1);
    if (parts !== undefined) return inWords(parts, (seconds) => durationInWords(seconds * 1000));
  }
  return detail; // of a newer build
}
