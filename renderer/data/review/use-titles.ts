import type { Office } from '../office.ts';
import { useLive } from '../use-live.ts';
import { readTitle } from './record-titles.ts';

/** A record named by type and id. */
export type NamedRecord = { readonly type: string; readonly id: string };

/** What records are called, by `type:id`; empty text for one that is not here. */
export async function readTitles(
  office: Office,
  records: readonly NamedRecord[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(records.filter(({ id }) => id !== '').map((each) => [`${each.type}:${each.id}`, each]));
  const titles = await Promise.all(
    [...wanted].map(async ([key, each]) => [key, await readTitle(office, each)] as const),
  );
  return new Map(titles);
}

/** The same, live; undefined while loading. */
export function useTitles(records: readonly NamedRecord[]): ReadonlyMap<string, string> | undefined {
  const key = records.map(({ type, id }) => `${type}:${id}`).join(' ');
  return useLive((office) => readTitles(office, records), [key]);
}
