import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import { confirmedUpTo } from '../replica/confirm-copy.ts';
import type { RecordMeta, TransferRow } from '../rows.ts';
import { isOnlyHere } from './only-here.ts';

/**
 * Where a record stands for the clerk. A secret paper never leaves; an unsent change or an unsent file is only here. `taken`: the province has acknowledged
 * it, but has not (yet) told its hash. `in-office`: a colleague's change is to be seen that came from their PC ahead of the province. `at-province` is said only of what the province told the hash of, as of the last contact.
 */
export type Place = 'never-leaves' | 'only-here' | 'in-office' | 'taken' | 'at-province';

/** What is to be known of all records at once, to say where each stands. */
export type Standing = {
  /** Up to which sequence of each stream the province has told the hash of what is held here. */
  readonly confirmed: ReadonlyMap<string, number>;
  /** Records with a file that is only here. */
  readonly owing: ReadonlySet<string>;
  /** There are more files on their way than can be looked at: then nothing is said to be at the province. */
  readonly isUnclear: boolean;
};

/** States of files that are not settled. */
export const OPEN_TRANSFERS = [
  'unasked',
  'waiting',
  'moving',
  'failed',
] as const satisfies readonly TransferRow['state'][];

const TRANSFERS_AT_MOST = 5000;

/** Reads it. */
export async function readStanding({ db }: Office): Promise<Standing> {
  const [cookies, open] = await Promise.all([
    db.cookies.toArray(),
    db.localTransfers
      .where('state')
      .anyOf(OPEN_TRANSFERS)
      .limit(TRANSFERS_AT_MOST + 1)
      .toArray(),
  ]);
  const owing = open.flatMap(({ direction, documentId }) =>
    direction === 'up' && documentId !== null ? [documentId] : [],
  );
  return {
    confirmed: new Map(cookies.map((cookie) => [cookie.stream, confirmedUpTo(cookie)])),
    owing: new Set(owing),
    isUnclear: open.length > TRANSFERS_AT_MOST,
  };
}

/** Where a record stands, with the files that hang on it. */
export function placeOf(row: RecordMeta, standing: Standing | undefined): Place {
  if (row.stream === LOCAL_STREAM) return 'never-leaves';
  if (isOnlyHere(row) || standing?.owing.has(row.id) === true) return 'only-here';
  if (row.peers !== undefined) return 'in-office';
  const isConfirmed = row.seq <= (standing?.confirmed.get(row.stream) ?? 0);
  return isConfirmed && standing?.isUnclear === false ? 'at-province' : 'taken';
}
