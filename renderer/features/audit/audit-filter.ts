import { addDays, startOfDayMs, type PlainDate } from '#shared/base/plain-date.ts';
import { auditGroups } from '#renderer/messages/audit.ts';
import type { AuditAsk } from '#renderer/platform/desktop-audit.ts';

/** What the person looks for in the log. */
export type AuditFilter = {
  readonly group: keyof typeof auditGroups;
  /** Id of a person, or empty for everybody. */
  readonly by: string;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
};

/** Everything. */
export const everything: AuditFilter = { group: 'all', by: '', from: null, until: null };

/** The question to the desktop; both days count whole, by Vietnam's clock. */
export function askOf({ group, by, from, until }: AuditFilter, before: number | null): AuditAsk {
  return {
    before,
    kinds: [...auditGroups[group].kinds],
    by: by === '' ? null : by,
    fromMs: from === null ? null : startOfDayMs(from),
    untilMs: until === null ? null : startOfDayMs(addDays(until, 1)) - 1,
  };
}
