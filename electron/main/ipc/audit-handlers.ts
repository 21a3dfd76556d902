import { err, ok } from '#shared/base/result.ts';
import type { AuditLog } from '../services/audit/audit-log.ts';
import type { IpcHandlers } from './register.ts';

type AuditChannel = Extract<keyof IpcHandlers, `audit:${string}`>;

/** Handlers of `audit:`. `personId`: who has the PC open, empty while locked; the page cannot note for another, and a locked one reads no line. */
export function createAuditHandlers(audit: AuditLog, personId: () => string): Pick<IpcHandlers, AuditChannel> {
  return {
    'audit:note': (note) => {
      audit.note({ ...note, by: personId() });
      return Promise.resolve(ok(null));
    },
    'audit:list': async (filter) => (personId() === '' ? err({ code: 'locked' }) : ok(await audit.list(filter))),
    'audit:verify': async () => ok(await audit.verify()),
  };
}
