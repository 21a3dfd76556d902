import { ok } from '#shared/base/result.ts';
import type { Office } from '../office.ts';
import { listOutbox } from '../replica/outbox.ts';
import type { OutboxRow } from '../rows.ts';
import { commit } from '../write/commit.ts';

const numberRefusals: readonly string[] = ['number-taken', 'number-not-leased'];

/**
 * A paper the province refused only for its number is filed anew without one, so that no registered paper is off the list;
 * the refused change stays under "Cần xử lý" with its values. Returns how many.
 */
export async function renewRefusedNumbers(office: Office): Promise<number> {
  const refused = (await listOutbox(office.db, 'rejected')).filter(isNumberRefusal);
  let renewed = 0;
  for (const row of refused) {
    const isWholePaper = Object.hasOwn(row.op.f, 'symbol');
    const saved = isWholePaper
      ? await commit(office, () =>
          Promise.resolve(
            ok([
              {
                t: 'set' as const,
                stream: row.op.stream,
                type: 'document' as const,
                id: row.id,
                f: { ...row.op.f, arrivalNumber: null },
              },
            ]),
          ),
        )
      : ok({ ops: [] });
    if (!saved.ok) continue;
    renewed += saved.value.ops.length;
    await office.db.outbox.update(row.n, { renewedBy: saved.value.ops[0]?.n ?? 0 });
  }
  return renewed;
}

function isNumberRefusal({ type, op, state, renewedBy }: OutboxRow): boolean {
  if (renewedBy !== undefined || type !== 'document' || state.kind !== 'rejected') return false;
  return numberRefusals.includes(state.reason) && typeof op.f['arrivalNumber'] === 'number';
}
