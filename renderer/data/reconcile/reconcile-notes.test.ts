import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { must } from '#shared/base/must.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { addMember } from '../members/member-repository.ts';
import type { Office } from '../office.ts';
import { keepOurs, readReconcileFrame, sayWho, takeBackWho } from './reconcile-notes.ts';

function lineOf(row: number, candidates: readonly string[]): ReportLine {
  return {
    ...{ key: `ask ${String(row)}`, group: 'ask', row, column: null, name: 'Lục Văn Hỏi', memberId: null, field: null },
    ...{ ours: null, theirs: null, way: 'none', theirKey: `row ${String(row)}`, candidates, problem: null },
    ...{ status: 'open', reason: '' },
  };
}

async function notesOf(office: Office): Promise<readonly string[]> {
  const { notes } = await readReconcileFrame(office, 'office');
  return notes.map(({ kind, theirKey }) => `${kind} ${theirKey}`).sort();
}

it('an answer of who somebody is can be taken back on another PC too; other answers and decisions stay', async () => {
  const commune = new FakeCommune();
  const [here, there] = [await commune.addPc(1), await commune.addPc(2)];
  for (const pc of [here, there]) {
    await syncOnce(pc);
    pc.office.actor = pc.office.ports.newId();
  }
  const ids: string[] = [];
  for (const full of ['Lục Văn Hỏi', 'Lục Văn Hỏi']) {
    const saved = await addMember(here.office, { ...blankMember, name: splitPersonName(full) });
    if (saved.ok) ids.push(saved.value.id);
  }
  const [two, three] = [lineOf(2, ids), lineOf(3, ids)];
  expect(await sayWho(here.office, two, null)).toEqual({ ok: true, value: null });
  expect(await sayWho(here.office, three, must(ids[0], 'two were made'))).toEqual({ ok: true, value: null });
  expect(await keepOurs(here.office, [{ ...two, group: 'there' }], 'đúng ở ta')).toEqual({ ok: true, value: null });
  expect(await notesOf(here.office)).toEqual(['kept row 2', 'other row 2', 'other row 2', 'same row 3']);
  await syncOnce(here);
  await syncOnce(there);
  expect(await takeBackWho(there.office, two)).toEqual({ ok: true, value: null });
  await syncOnce(there);
  await syncOnce(here);
  for (const { office } of [here, there]) expect(await notesOf(office)).toEqual(['kept row 2', 'same row 3']);
});
