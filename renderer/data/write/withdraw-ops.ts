import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import { numbersOf, writeRows, type RecordState } from '../replica/record-state.ts';
import type { Composed } from './compose-ops.ts';
import { freeNumbers } from './used-numbers.ts';

/** Takes ops out of the store again that the journal refused: rows, outbox and clock as before, the numbers they had taken. */
export async function withdrawOps(
  office: Office,
  { ops, states }: Composed,
  before: ReadonlyMap<string, RecordState>,
): Promise<void> {
  const { db } = office;
  const keys = [...new Set(ops.map(({ type, id }) => recordKey(type, id)))];
  const touched = keys.flatMap((key) => before.get(key) ?? emptied(states.get(key)));
  const kept = numbersOf(touched);
  const taken = numbersOf(keys.flatMap((key) => states.get(key) ?? []));
  const freed = new Map(
    [...taken].map(([key, list]) => [
      key,
      list.filter(({ number }) => kept.get(key)?.some((each) => each.number === number) !== true),
    ]),
  );
  const changes = await db.transaction('rw', db.tables, async () => {
    await Promise.all([
      db.outbox.bulkDelete(ops.map(({ n }) => n)),
      db.localMeta.put({ key: 'clock', value: office.clock.state }),
    ]);
    await freeNumbers(db, freed);
    return (await writeRows(db, touched)).changes;
  });
  office.search.changed(changes);
}

function emptied(state: RecordState | undefined): RecordState[] {
  return state === undefined ? [] : [{ ...state, shadow: undefined, own: [], peers: [] }];
}
