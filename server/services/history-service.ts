import type { HistoryEntry } from '#shared/contract/protocol.ts';
import { communeStream } from '#shared/entities.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { inCommune, type Database } from '#server/storage/database.ts';
import { listAudit } from '#server/storage/audit-reader.ts';
import type { Caller } from './sync-push.ts';

/** Past values of a record's fields, oldest first. */
export type HistoryService = {
  readonly historyOf: (caller: Caller, type: string, id: string) => Promise<HistoryEntry[]>;
};

export function createHistoryService(db: Database): HistoryService {
  return {
    async historyOf(caller, type, id) {
      const rows = await inCommune(db, caller.commune, (trx) =>
        listAudit(trx, communeStream(caller.commune), type, id),
      );
      return rows.flatMap(({ kind, device, by, h, seq, f }) => {
        const values: Readonly<Record<string, FieldValue>> = kind === 'del' ? { [REMOVED]: true } : f;
        return Object.entries(values).map(([field, v]) => ({ field, v, by, dev: device, h, seq }));
      });
    },
  };
}
