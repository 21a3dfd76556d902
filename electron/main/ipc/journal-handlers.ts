import { err, ok } from '#shared/base/result.ts';
import type { Journal } from '../services/journal/journal.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `journal:`. */
export function createJournalHandlers(
  journal: Journal,
): Pick<IpcHandlers, 'journal:append' | 'journal:read-since' | 'journal:facts'> {
  return {
    'journal:append': async ({ ops }) => {
      const appended = await journal.append(ops);
      return appended.ok ? appended : err({ code: appended.error });
    },
    'journal:read-since': async ({ n, lane }) => {
      const read = await journal.readSince(n, lane);
      return read.ok ? read : err({ code: read.error });
    },
    'journal:facts': () => Promise.resolve(ok(journal.facts())),
  };
}
