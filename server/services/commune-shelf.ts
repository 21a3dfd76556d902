import { communeStream, entities } from '#shared/entities.ts';
import type { RecordRef } from '#shared/sync/accept.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { enterCommune, type DatabaseTransaction } from '#server/storage/database.ts';
import { listAttachmentsOf, listChildrenOf } from '#server/storage/member-reader.ts';
import { listLedger, listRecords } from '#server/storage/sync-reader.ts';

/** What is read of one commune while things are carried between two. Removed records are given too: they say so themselves. */
export type CommuneShelf = {
  readonly find: (type: string, id: string) => Promise<SyncRecord | undefined>;
  /** Those of these that are there. */
  readonly list: (refs: readonly RecordRef[]) => Promise<readonly SyncRecord[]>;
  /** Lines, events and changes of a member, and the files that lie with the member and its events. */
  readonly listDossier: (memberId: string) => Promise<readonly SyncRecord[]>;
  /** Whether anything of the commune bears this id, be it removed or only a number in the ledger. */
  readonly bears: (id: string) => Promise<boolean>;
};

/** Opens a commune for reading; each question enters it anew, because a courier goes back and forth. */
export function openShelf(trx: DatabaseTransaction, commune: string): CommuneShelf {
  const stream = communeStream(commune);
  const list = async (refs: readonly RecordRef[]): Promise<readonly SyncRecord[]> => {
    await enterCommune(trx, commune);
    return refs.length === 0 ? [] : listRecords(trx, stream, refs);
  };
  return {
    list,
    find: async (type, id) => (await list([{ type, id }]))[0],
    async listDossier(memberId) {
      await enterCommune(trx, commune);
      const children = await listChildrenOf(trx, stream, memberId);
      const events = children.filter(({ type }) => type === 'memberEvent').map(({ id }) => id);
      const files = await listAttachmentsOf(trx, stream, [memberId, ...events]);
      return [...children, ...files];
    },
    async bears(id) {
      const records = await list(Object.keys(entities).map((type) => ({ type, id })));
      return records.length > 0 || (await listLedger(trx, stream, [id], [])).length > 0;
    },
  };
}
