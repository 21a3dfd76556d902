import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FieldValue, Outcome } from '#shared/sync/op.ts';
import { newUnit } from './test-members.ts';
import { startTestProvince, TestPc, type Change, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince();
});
afterAll(() => province.end());

const words = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) => (outcome.kind === 'rejected' ? outcome.reason : outcome.kind));
const decision = { symbol: '15-QĐ/ĐU', issuedOn: '2026-11-20', issuer: 'Đảng uỷ xã', signer: '' };

function merger(from: readonly string[], to: readonly string[], more: Record<string, FieldValue> = {}): Change {
  return {
    type: 'unitEvent',
    f: {
      ...{ kind: 'merged', on: '2026-11-20', fromUnitIds: [...from], toUnitIds: [...to], foundedUnitIds: [] },
      ...{ formerName: '', name: '', formerParentId: null, parentId: null, memberUnits: {}, carriedWork: {} },
      ...{ decision, note: '', voidReason: '', ...more },
    },
  };
}

it('changes of the tree rest on a decision, say what they must, and are said once', async () => {
  const pc = await TestPc.join(province.server, 'na-lau');
  const [a, b] = [pc.change(newUnit('Chi bộ A')).id, pc.change(newUnit('Chi bộ B')).id];
  pc.change(merger([a], [b], { decision: null }));
  pc.change(merger([a], [b], { decision: { ...decision, symbol: '' } }));
  pc.change(merger([a], []));
  pc.change(merger([a], [b], { foundedUnitIds: [uuidv7()] }));
  pc.change(merger([a], [b], { voidReason: 'nhầm' }));
  pc.change(merger([a], [b], { kind: 'renamed', name: '' }));
  const told = pc.change(merger([a], [b])).id;
  const outcomes = words((await pc.sync()).outcomes);
  expect(outcomes.slice(2)).toEqual([
    'event-unfit',
    'event-unfit',
    'bad-value',
    'bad-value',
    'bad-value',
    'bad-value',
    'ok',
  ]);
  const edit = (f: Record<string, FieldValue>): Change => ({ type: 'unitEvent', id: told, f });
  pc.change(edit({ note: 'Bổ sung' }));
  pc.change(edit({ toUnitIds: [a] }));
  pc.change(edit({ on: '2026-12-01' }));
  pc.change({ t: 'del', ...edit({}) });
  pc.change(edit({ voidReason: 'ghi nhầm' }));
  pc.change(edit({ voidReason: '' }));
  expect(words((await pc.sync()).outcomes)).toEqual([
    ...['ok', 'event-settled', 'event-settled', 'event-settled', 'ok', 'event-settled'],
  ]);
});
