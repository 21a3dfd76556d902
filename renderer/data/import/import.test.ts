import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { addMember, removeMember, saveMember } from '../members/member-repository.ts';
import type { Office } from '../office.ts';
import { readStates, rowOf } from '../replica/record-state.ts';
import { keepWaiting } from '../replica/waiting-rows.ts';
import { findTouched } from './find-touched.ts';
import { findPlan, keepPlan, type ImportPlan, type ImportStep } from './import-plan.ts';
import { finishUndo, undoImport } from './undo-import.ts';
import { continueImport, writeImport } from './write-import.ts';

const HASH = 'ab'.repeat(32);

type Pcs = { readonly commune: FakeCommune; readonly here: FakePc; readonly there: FakePc };

async function startPcs(): Promise<Pcs> {
  const commune = new FakeCommune();
  const [here, there] = [await commune.addPc(1), await commune.addPc(2)];
  for (const pc of [here, there]) await syncOnce(pc);
  here.office.actor = here.office.ports.newId();
  return { commune, here, there };
}

function fieldsOf(full: string, extra: Readonly<Record<string, FieldValue>> = {}): Record<string, FieldValue> {
  return { ...(blankMember as unknown as Record<string, FieldValue>), name: { ...splitPersonName(full) }, ...extra };
}

function planOf({ ports, actor }: Office, steps: readonly ImportStep[]): ImportPlan {
  const facts = { kind: 'members', fileName: 'ds.xlsx', fileHash: HASH, startedBy: actor, rows: steps.length } as const;
  return { batchId: ports.newId(), facts: { ...facts, startedAt: '2026-11-22T02:00:00.000Z' }, steps };
}

function makeSteps({ ports }: Office, count: number): ImportStep[] {
  return Array.from({ length: count }, (_, at) => ({
    kind: 'make',
    type: 'member',
    id: ports.newId(),
    fields: fieldsOf(`Nông Văn ${String(at)}`),
  }));
}

async function shown({ db }: Office): Promise<readonly string[]> {
  const rows = await db.members.toArray();
  return rows.flatMap(({ name, removed }) => (removed ? [] : [name.full])).sort();
}

/** Everything people see of members and units, without what only the way to the province changes. */
async function seen({ db }: Office): Promise<string> {
  const rows = [...(await db.members.toArray()), ...(await db.units.toArray())].filter(({ removed }) => !removed);
  return JSON.stringify(rows.map(({ seq: _seq, pending: _pending, flags: _flags, ...fields }) => fields));
}

async function addOld(office: Office, full: string, extra: object = {}): Promise<string> {
  const saved = await addMember(office, { ...blankMember, name: splitPersonName(full), ...extra });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

describe('an import', () => {
  it('is to be seen from one moment on, here and on another PC, however its records travel', async () => {
    const { here, there } = await startPcs();
    const plan = planOf(here.office, makeSteps(here.office, 45));
    const counts = new Set<number>();
    const look = async (): Promise<void> => {
      counts.add((await shown(here.office)).length);
      await syncOnce(here);
      await syncOnce(there);
      counts.add((await shown(there.office)).length);
    };
    // Another PC looks after every write, for as long as it takes.
    const append = here.office.ports.journal.append.bind(here.office.ports.journal);
    let looking = Promise.resolve();
    here.office.ports.journal.append = (ops) => {
      looking = looking.then(look);
      return append(ops);
    };
    await keepPlan(here.office, plan, 10);
    const done = await continueImport(here.office, plan.batchId);
    await looking;
    expect(done).toEqual({ ok: true, value: 'written' });
    for (const pc of [here, there]) await syncOnce(pc);
    expect((await shown(here.office)).length).toBe(45);
    expect((await shown(there.office)).length).toBe(45);
    expect([...counts].filter((count) => count !== 0 && count !== 45)).toEqual([]);
    expect(await findPlan(here.office, plan.batchId)).toBeUndefined();
  });

  it('has the rows the store would tell: of records that came back from the province meanwhile, of those refused once, of the others', async () => {
    const { here, there } = await startPcs();
    const { office } = here;
    const plan = planOf(office, makeSteps(office, 45));
    await keepPlan(office, plan, 10);
    const { journal } = office.ports;
    const append = journal.append.bind(journal);
    let writes = 0;
    journal.append = (ops) => {
      writes += 1;
      return writes === 4 ? Promise.resolve({ ok: false, error: { code: 'journal-failed' } }) : append(ops);
    };
    const ended = await keepWaiting(office.db, plan.batchId, async () => {
      expect(await continueImport(office, plan.batchId)).toMatchObject({ ok: false });
      await syncOnce(here);
      return continueImport(office, plan.batchId);
    });
    expect(ended).toEqual({ ok: true, value: 'written' });
    const told = async (): Promise<readonly unknown[]> => {
      const refs = plan.steps.flatMap((step) => (step.kind === 'make' ? [{ type: 'member', id: step.id }] : []));
      return (await readStates(office.db, refs)).map((state) => rowOf('member', state));
    };
    const rows = await office.db.members.orderBy(':id').toArray();
    expect(rows.map(({ pending }) => pending).join('')).toBe('0'.repeat(20) + '1'.repeat(25));
    expect(rows).toEqual(await told());
    await syncOnce(here);
    await syncOnce(there);
    expect(await office.db.members.orderBy(':id').toArray()).toEqual(await told());
    expect((await shown(there.office)).length).toBe(45);
  });

  it('cut off anywhere is not to be seen, and can be finished or taken back after the next start', async () => {
    const { commune, here, there } = await startPcs();
    const plan = planOf(here.office, makeSteps(here.office, 45));
    await keepPlan(here.office, plan, 10);
    let writes = 0;
    const append = here.office.ports.journal.append.bind(here.office.ports.journal);
    here.office.ports.journal.append = (ops) => {
      writes += 1;
      return writes > 3 ? Promise.resolve({ ok: false, error: { code: 'journal-failed' } }) : append(ops);
    };
    expect(await continueImport(here.office, plan.batchId)).toMatchObject({ ok: false });
    const again = await commune.reopen(here);
    again.office.actor = plan.facts.startedBy;
    await syncOnce(again);
    await syncOnce(there);
    expect(await again.office.db.members.count()).toBe(20);
    expect(await shown(again.office)).toEqual([]);
    expect(await shown(there.office)).toEqual([]);
    expect(await continueImport(again.office, plan.batchId)).toEqual({ ok: true, value: 'written' });
    await syncOnce(again);
    await syncOnce(there);
    expect((await shown(again.office)).length).toBe(45);
    expect((await shown(there.office)).length).toBe(45);
    expect(await again.office.db.members.count()).toBe(45);
  });

  it('that is stopped leaves nothing', async () => {
    const { here } = await startPcs();
    const before = await seen(here.office);
    const stopper = new AbortController();
    const plan = planOf(here.office, makeSteps(here.office, 45));
    await keepPlan(here.office, plan, 10);
    const done = await continueImport(here.office, plan.batchId, {
      signal: stopper.signal,
      onProgress: ({ done: steps }) => {
        if (steps >= 20) stopper.abort();
      },
    });
    expect(done).toEqual({ ok: true, value: 'stopped' });
    expect(await seen(here.office)).toBe(before);
    expect((await here.office.db.importBatches.get(plan.batchId))?.state).toBe('undone');
  });

  it('changes records that were there, leaves alone what somebody changed meanwhile, and proposes what two people answer for', async () => {
    const { here } = await startPcs();
    const { office } = here;
    const id = await addOld(office, 'Lò Thị Mẫu', { phone: '0912000001', citizenId: '012345678901' });
    const [lineId, changeId] = [office.ports.newId(), office.ports.newId()];
    const was = { phone: '0912000001', workplace: '', note: '' };
    const step: ImportStep = {
      ...{ kind: 'change', lineId, memberId: id, row: 7, was },
      to: { phone: '0912000002', workplace: 'Trạm Y tế', note: 'từ tệp' },
      proposals: [{ changeId, field: 'citizenId', from: '012345678901', to: '012345678909' }],
    };
    const plan = planOf(office, [step]);
    await keepPlan(office, plan);
    await saveMember(office, id, { note: 'người khác vừa ghi' }, 0);
    expect(await continueImport(office, plan.batchId)).toEqual({ ok: true, value: 'written' });
    expect(await office.db.members.get(id)).toMatchObject({
      ...{ phone: '0912000002', workplace: 'Trạm Y tế', note: 'người khác vừa ghi', citizenId: '012345678901' },
    });
    expect(await office.db.importLines.get(lineId)).toMatchObject({ state: 'written', passed: ['note'] });
    expect(await office.db.memberChanges.get(changeId)).toMatchObject({
      ...{ state: 'proposed', from: '012345678901', to: '012345678909', reason: 'ds.xlsx' },
    });
  });
});

describe('taking an import back', () => {
  it('restores what is seen to the letter, here and on the other PC', async () => {
    const { here, there } = await startPcs();
    const { office } = here;
    const id = await addOld(office, 'Lò Thị Mẫu', { phone: '0912000001' });
    await syncOnce(here);
    await syncOnce(there);
    const before = await seen(office);
    const unit: ImportStep = {
      ...{ kind: 'make', type: 'unit', id: office.ports.newId() },
      fields: { name: 'Chi bộ Nà Mẫu', kind: 'cell', parentId: null, order: 1, validFrom: null, validTo: null },
    };
    const change: ImportStep = {
      ...{ kind: 'change', lineId: office.ports.newId(), memberId: id, row: 2, proposals: [] },
      ...{ was: { phone: '0912000001', workplace: '' }, to: { phone: '0912000002', workplace: 'Trạm Y tế' } },
    };
    const plan = planOf(office, [unit, ...makeSteps(office, 20), change]);
    await writeImport(office, plan);
    expect(await seen(office)).not.toBe(before);
    await syncOnce(here);
    await syncOnce(there);
    expect(await findTouched(office, plan.batchId)).toEqual([]);
    expect(await undoImport(office, plan.batchId)).toEqual({ ok: true, value: null });
    expect(await seen(office)).toBe(before);
    await syncOnce(here);
    await syncOnce(there);
    expect(await seen(office)).toBe(before);
    expect(await seen(there.office)).toBe(before);
  });

  it('goes on after it was cut off', async () => {
    const { commune, here } = await startPcs();
    const before = await seen(here.office);
    const plan = planOf(here.office, makeSteps(here.office, 45));
    await writeImport(here.office, plan);
    const append = here.office.ports.journal.append.bind(here.office.ports.journal);
    let writes = 0;
    here.office.ports.journal.append = (ops) => {
      writes += 1;
      return writes > 1 ? Promise.resolve({ ok: false, error: { code: 'journal-failed' } }) : append(ops);
    };
    expect(await undoImport(here.office, plan.batchId)).toMatchObject({ ok: false });
    expect(await seen(here.office)).toBe(before);
    const again = await commune.reopen(here);
    expect(await seen(again.office)).toBe(before);
    expect(await finishUndo(again.office, plan.batchId)).toEqual({ ok: true, value: null });
    expect(await seen(again.office)).toBe(before);
    const rows = await again.office.db.members.toArray();
    expect(rows.every(({ flags, removed }) => removed && !flags.includes('hidden'))).toBe(true);
  });

  it('asks about what was touched since: edited, used by other records, edited elsewhere', async () => {
    const { here, there } = await startPcs();
    const { office } = here;
    const old = await addOld(office, 'Lò Thị Mẫu', { phone: '1' });
    const change: ImportStep = {
      ...{ kind: 'change', lineId: office.ports.newId(), memberId: old, row: 2, proposals: [] },
      ...{ was: { phone: '1', workplace: '' }, to: { phone: '2', workplace: 'Trạm Y tế' } },
    };
    const steps = makeSteps(office, 5);
    const plan = planOf(office, [...steps, change]);
    await writeImport(office, plan);
    await syncOnce(here);
    await syncOnce(there);
    const [first, second, third] = steps.flatMap((step) => (step.kind === 'make' ? [step.id] : []));
    if (first === undefined || second === undefined || third === undefined) throw new Error('five were made');
    await saveMember(office, first, { phone: '0912000003' }, 0);
    await saveMember(there.office, second, { bornOn: toPartialDate('1970') }, 1e9);
    await syncOnce(there);
    await syncOnce(here);
    await saveMember(office, old, { phone: '3' }, 1e9);
    const touched = await findTouched(office, plan.batchId);
    expect(touched.map(({ id, fields }) => [id, fields])).toEqual([
      [first, ['phone']],
      [second, ['bornOn']],
      [change.lineId, ['phone']],
    ]);
    await removeMember(office, third);
    await undoImport(
      office,
      plan.batchId,
      new Map([
        [first, 'keep'],
        [second, 'undo'],
        [change.lineId, 'undo'],
      ]),
    );
    await syncOnce(here);
    await syncOnce(there);
    for (const pc of [here, there]) {
      expect(await shown(pc.office)).toEqual(['Lò Thị Mẫu', 'Nông Văn 0']);
      expect(await pc.office.db.members.get(old)).toMatchObject({ phone: '1', workplace: '' });
    }
  });

  it('never hides an edit of somebody who had not seen it: the record comes back and asks', async () => {
    const { here, there } = await startPcs();
    const { office } = here;
    const steps = makeSteps(office, 2);
    const plan = planOf(office, steps);
    await writeImport(office, plan);
    await syncOnce(here);
    await syncOnce(there);
    const [id] = steps.flatMap((step) => (step.kind === 'make' ? [step.id] : []));
    await saveMember(there.office, id ?? '', { phone: '0912000009' }, 1e9);
    await undoImport(office, plan.batchId);
    await syncOnce(there);
    await syncOnce(here);
    await syncOnce(there);
    for (const pc of [here, there]) {
      const row = await pc.office.db.members.get(id ?? '');
      expect(row?.removed === false || (row?.conflicts.length ?? 0) > 0).toBe(true);
    }
  });
});
