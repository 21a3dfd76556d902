import { err, ok } from '#shared/base/result.ts';
import type { Journal } from '../services/journal/journal.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `journal:`. */
export function createJournalHandlers(journal: Journal): Pick<IpcHandlers, 'journal:append' | 'journal:read-since'> {
  return {
    'journal:append': async ({ ops }) => {
      const appended = await journal.append(ops);
      return appended.ok ? appended : err({ code: appended.error });
    },
    'journal:read-since': async ({ n, lane }) => ok(await journal.readSince(n, lane)),
  };
}
