import { findPlainDate, isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';

/**
 * A date as senders write it: `yyyy/MM/dd` by QCVN 102, also `yyyy-MM-dd`, `dd/MM/yyyy`, `yyyyMMdd`, each with or without a time behind it.
 * Undefined when there is no such day.
 */
export function parseEdxmlDate(text: string): PlainDate | undefined {
  const [day = ''] = text.trim().split(/[T\s]/u);
  if (isPlainDate(day)) return day;
  const yearFirst = /^(\d{4})[/.-]?(\d{1,2})[/.-]?(\d{1,2})$/u.exec(day);
  if (yearFirst !== null) return findPlainDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(day);
  return dayFirst === null ? undefined : findPlainDate(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
}

/** A date as QCVN 102 writes it: `yyyy/MM/dd`; what is known only to the month or year gets no made-up rest and stays shorter. */
export function formatEdxmlDate(date: string): string {
  return date.replaceAll('-', '/');
}

const VIETNAM_MS = 7 * 3_600_000;

/** Milliseconds since 1970 as `yyyy/MM/dd HH:mm:ss` in Vietnam. */
export function formatEdxmlTime(epochMs: number): string {
  return new Date(epochMs + VIETNAM_MS).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}

/** An instant of a message as milliseconds since 1970, its clock taken for Vietnam's; undefined when it says none. */
export function parseEdxmlTime(text: string): number | undefined {
  const date = parseEdxmlDate(text);
  if (date === undefined) return undefined;
  const time = /[T\s](\d{1,2}):(\d{2})(?::(\d{2}))?/u.exec(text.trim());
  const [hours, minutes, seconds] = [time?.[1], time?.[2], time?.[3]].map((part) => Number(part ?? 0));
  return (
    Date.parse(`${date}T00:00:00Z`) - VIETNAM_MS + (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000
  );
}
