import type { Selectable } from 'kysely';
import type { DatabaseTransaction } from './database.ts';
import type { Tables } from './schema.ts';

/** Most changes of one record that are shown. */
const MOST = 2000;

export type AuditRow = Pick<Selectable<Tables['audit']>, 'seq' | 'device' | 'kind' | 'by' | 'h' | 'f'>;

/** The newest changes of a record, oldest first. */
export async function listAudit(
  trx: DatabaseTransaction,
  stream: string,
  type: string,
  id: string,
): Promise<AuditRow[]> {
  const rows = await trx
    .selectFrom('audit')
    .select(['seq', 'device', 'kind', 'by', 'h', 'f'])
    .where('stream', '=', stream)
    .where('type', '=', type)
    .where('id', '=', id)
    .orderBy('seq', 'desc')
    .limit(MOST)
    .execute();
  return rows.reverse();
}
