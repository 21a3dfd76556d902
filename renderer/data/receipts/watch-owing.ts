import { calmQuery } from '../calm-query.ts';
import type { Office } from '../office.ts';
import { countUnsent } from './count-unsent.ts';
import { readStanding } from './place-of.ts';

/** Tells what only this PC has, now and whenever it changes. The returned function ends it. */
export function watchUnsent(
  office: Office,
  tell: (unsent: Awaited<ReturnType<typeof countUnsent>>) => void,
): () => void {
  return calmQuery(() => countUnsent(office)).subscribe(tell, (error) =>
    console.error('what is unsent is not known at closing', error),
  );
}

/** Tells the lists which records have a file that is only here, now and whenever that changes. The returned function ends it. */
export function watchOwing(office: Office): () => void {
  return calmQuery(async () => [...(await readStanding(office)).owing].sort()).subscribe(
    (ids) => office.search.owe(ids),
    (error) => console.error('files that are only here are not known to the lists', error),
  );
}
