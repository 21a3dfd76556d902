import { err, ok } from '#shared/base/result.ts';
import { nextBlock, usedOfBlock } from '#shared/domain/register/number-plan.ts';
import type { NumberBlockFields } from '#shared/domain/register/number-block-record.ts';
import type { Office } from '../office.ts';
import type { NumberBlockRow, RegisterRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { readSeries, readStanding } from './read-series.ts';

/** Asks the PC that holds a book for numbers to use on days without a network; they come with a sync after that PC's own. */
export function askBlock(
  office: Office,
  { registerId, series, count }: Pick<NumberBlockFields, 'registerId' | 'series' | 'count'>,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const register = await reader.row('register', registerId);
    if (register === undefined) return err({ code: 'record-missing' });
    if (!Number.isInteger(count) || count < 1 || count > 200) return err({ code: 'bad-value', field: 'count' });
    const f: NumberBlockFields = {
      registerId,
      series,
      count,
      forDevice: office.device.dev,
      from: null,
      to: null,
      askedAt: new Date(office.nowMs()).toISOString(),
      askedBy: office.actor,
      returnedAt: null,
      usedTo: null,
    };
    return ok([{ t: 'set', stream: office.stream, type: 'numberBlock', id: office.ports.newId(), f }]);
  });
}

/** Gives a block of this PC back: how far it was used goes into the ledger; this PC numbers from it no more. Errors: `not-allowed`. */
export function returnBlock(office: Office, blockId: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const block = await reader.row('numberBlock', blockId);
    if (block === undefined) return err({ code: 'record-missing' });
    const { from, to, forDevice, returnedAt, stream } = block;
    if (forDevice !== office.device.dev || returnedAt !== null) return err({ code: 'not-allowed' });
    const register = await reader.row('register', block.registerId);
    if (register === undefined) return err({ code: 'record-missing' });
    const { isUsed, entries } = await readSeries(office, register, block.series);
    const isGone = (number: number): boolean =>
      isUsed(number) || entries.some((entry) => !entry.isReleased && entry.from <= number && number <= entry.to);
    const usedTo = from === null || to === null ? null : usedOfBlock({ from, to }, isGone);
    const f = { returnedAt: new Date(office.nowMs()).toISOString(), usedTo };
    return ok([{ t: 'set' as const, stream, type: 'numberBlock' as const, id: blockId, f }]);
  });
}

/**
 * Cedes numbers to the PCs that have asked, in the books this PC holds, oldest asked first: the next numbers nobody has spoken for. They are never used
 * here again. Returns how many blocks were filled.
 */
export async function grantBlocks(office: Office): Promise<number> {
  const asked = (await listBlocks(office)).filter(isAsked);
  if (asked.length === 0) return 0;
  const saved = await commit(office, async () => {
    const ops: OpDraft[] = [];
    const waiting = (await listBlocks(office)).filter(isAsked).sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1));
    const next = new Map<string, number>();
    for (const { id, stream, registerId, series, count } of waiting) {
      const register: RegisterRow | undefined = await office.db.registers.get(registerId);
      if (register === undefined || !(await readStanding(office, register)).isHolder) continue;
      const key = `${registerId}:${series}`;
      const from = next.get(key) ?? nextBlock(await readSeries(office, register, series), count).from;
      const to = from + count - 1;
      next.set(key, to + 1);
      ops.push({ t: 'set', stream, type: 'numberBlock', id, f: { from, to } });
    }
    return ok(ops);
  });
  return saved.ok ? saved.value.ops.length : 0;
}

function listBlocks({ db }: Office): Promise<NumberBlockRow[]> {
  return db.numberBlocks.toArray();
}

function isAsked({ from, returnedAt, removed, conflicts }: NumberBlockRow): boolean {
  return from === null && returnedAt === null && !removed && conflicts.length === 0;
}
