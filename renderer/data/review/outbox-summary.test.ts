import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { saveMany, type RecordDraft } from '../bulk-writes.ts';
import type { Office } from '../office.ts';
import { readOutboxSummary } from './outbox-summary.ts';

const unit = { name: 'Chi bộ Nà Đợi', kind: 'cell', parentId: null, order: 1, validFrom: null, validTo: null };

function unitDrafts(count: number): RecordDraft[] {
  return Array.from({ length: count }, () => ({ type: 'unit', fields: unit }));
}

/** The same, told by reading everything. */
async function readWhole({ db }: Office): Promise<{ records: number; byType: Record<string, number> }> {
  const keys = [...new Set((await db.outbox.toArray()).map(({ type, id }) => `${type}:${id}`))];
  const byType: Record<string, number> = {};
  for (const key of keys) byType[key.split(':')[0] ?? ''] = (byType[key.split(':')[0] ?? ''] ?? 0) + 1;
  return { records: keys.length, byType };
}

it('counts the records of a long outbox rightly while it grows, while it shrinks in its middle, and when it is short again', async () => {
  const pc = await new FakeCommune().addPc(1);
  await syncOnce(pc);
  const { office } = pc;
  await saveMany(office, unitDrafts(1005));
  expect(await readOutboxSummary(office)).toMatchObject({ records: 1005, byType: { unit: 1005 } });
  const [known] = await office.db.units.toCollection().primaryKeys();
  const again: RecordDraft = { type: 'unit', id: known ?? '', fields: { name: 'Chi bộ Nà Chờ' } };
  const staff = { name: splitPersonName('Tòng Văn Đợi'), post: '', role: 'clerk', order: 1, active: true };
  await saveMany(office, [again, { type: 'staff', fields: { ...staff, unitId: null } }, ...unitDrafts(20)]);
  const grown = await readOutboxSummary(office);
  expect(grown).toMatchObject({ records: 1026, byType: { unit: 1025, staff: 1 }, changes: 1027 });
  expect(grown).toMatchObject(await readWhole(office));
  await office.db.outbox.where('n').between(5, 25).delete();
  expect(await readOutboxSummary(office)).toMatchObject({ ...(await readWhole(office)), records: 1006 });
  await office.db.outbox.where('n').above(3).delete();
  expect(await readOutboxSummary(office)).toMatchObject({ records: 3, changes: 3, byType: { unit: 3 } });
});
