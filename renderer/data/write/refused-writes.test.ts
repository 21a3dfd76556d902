import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { addDays, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper as paper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { applyWord } from '../replica/apply-answer.ts';
import { retryRefused } from '../review/settle-conflict.ts';
import { giveDelegation } from '../routing/routing-repository.ts';
import { giveDirective, registerDocument, removeDocument, saveDocument } from '../documents/document-repository.ts';

async function pcWith(role: StaffRole, active = true): Promise<{ commune: FakeCommune; pc: FakePc }> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  const id = pc.office.ports.newId();
  const name = { full: 'Lò Văn Mẫu' };
  commune.province.publish(pc.office.stream, 'staff', id, { name, post: '', role, unitId: null, order: 1, active });
  await syncOnce(pc);
  return { commune, pc: Object.assign(pc, { actorId: id }) };
}

const actAs = async ({ office }: FakePc): Promise<void> => {
  office.actor = must((await office.db.staff.toArray())[0], 'one person is there').id;
};

describe('a write', () => {
  it('the role does not allow is refused before anything is touched', async () => {
    const { pc } = await pcWith('officer');
    const made = await registerDocument(pc.office, paper('1-KH/TU'), []);
    if (!made.ok) throw new Error(made.error.code);
    await actAs(pc);
    const journalled = pc.desktop.journal.length;
    expect(await registerDocument(pc.office, paper('2-KH/TU'), [])).toEqual({
      ok: false,
      error: { code: 'not-your-role' },
    });
    expect(await saveDocument(pc.office, made.value.id, { abstract: 'x' }, 0)).toMatchObject({
      ok: false,
      error: { code: 'not-your-role' },
    });
    expect(await saveDocument(pc.office, made.value.id, { note: 'được' }, 0)).toMatchObject({ ok: true });
    expect(await removeDocument(pc.office, made.value.id)).toMatchObject({
      ok: false,
      error: { code: 'not-your-role' },
    });
    expect(pc.desktop.journal).toHaveLength(journalled + 1);
  });

  it('of somebody who left the office is refused', async () => {
    const { pc } = await pcWith('clerk', false);
    await actAs(pc);
    expect(await registerDocument(pc.office, paper('2-KH/TU'), [])).toEqual({
      ok: false,
      error: { code: 'person-unknown' },
    });
    expect(pc.desktop.journal).toEqual([]);
  });

  it('on a disk that takes no change is refused, and taken again when there is room', async () => {
    const { pc } = await pcWith('clerk');
    await actAs(pc);
    pc.office.disk.setState({ level: 'read-only', freeBytes: 1 });
    expect(await registerDocument(pc.office, paper('1-KH/TU'), [])).toEqual({
      ok: false,
      error: { code: 'disk-read-only' },
    });
    expect(pc.desktop.journal).toEqual([]);
    expect(await pc.office.db.documents.count()).toBe(0);
    pc.office.disk.setState({ level: 'ample', freeBytes: 1 });
    expect(await registerDocument(pc.office, paper('1-KH/TU'), [])).toMatchObject({ ok: true });
  });

  it('that would build on a row that cannot be read is refused, and the damage is known', async () => {
    const { pc } = await pcWith('clerk');
    const made = await registerDocument(pc.office, paper('1-KH/TU'), []);
    if (!made.ok) throw new Error(made.error.code);
    await syncOnce(pc);
    await new Promise<void>((resolve) => {
      const transaction = pc.office.db.backendDB().transaction('shadows', 'readwrite');
      transaction
        .objectStore('shadows')
        .put({ type: 'document', id: made.value.id, stream: pc.office.stream, seq: 9, c: new Uint8Array(60) });
      transaction.oncomplete = () => {
        resolve();
      };
    });
    const journalled = pc.desktop.journal.length;
    expect(await saveDocument(pc.office, made.value.id, { note: 'x' }, 0)).toMatchObject({
      ok: false,
      error: { code: 'store-damaged' },
    });
    expect(pc.desktop.journal).toHaveLength(journalled);
    expect(pc.office.health.getState()).toMatchObject({ kind: 'damaged' });
  });
});

describe('a duty given to another', () => {
  const day = toPlainDate('2026-11-22');
  const given = async (span: { from: PlainDate; until: PlainDate; revokedOn?: PlainDate }): Promise<FakePc> => {
    const { commune, pc } = await pcWith('officer');
    await actAs(pc);
    const leader = pc.office.ports.newId();
    const person = { name: { full: 'Nông Thị Mẫu' }, post: 'Bí thư', unitId: null, order: 0, active: true };
    commune.province.publish(pc.office.stream, 'staff', leader, { ...person, role: 'leader' });
    commune.province.publish(pc.office.stream, 'delegation', pc.office.ports.newId(), {
      fromStaffId: leader,
      toStaffId: pc.office.actor,
      duties: ['direct'],
      reason: 'đi họp',
      revokedOn: null,
      ...span,
    });
    await syncOnce(pc);
    return pc;
  };
  const direct = async (pc: FakePc): Promise<unknown> => {
    const { actor } = pc.office;
    pc.office.actor = '';
    const made = await registerDocument(pc.office, paper('1-KH/TU'), []);
    if (!made.ok) throw new Error(made.error.code);
    pc.office.actor = actor;
    const nobody = { leadUnitId: null, leadStaffId: null, supportUnitIds: [], dueOn: null };
    const result = await giveDirective(pc.office, { documentId: made.value.id, text: 'Đồng ý', ...nobody });
    return result.ok ? 'given' : result.error.code;
  };

  it('lets them direct on its days, its last day included', async () => {
    expect(await direct(await given({ from: addDays(day, -3), until: day }))).toBe('given');
  });

  it('is refused by its own words when it is over or taken back, by the role before it begins', async () => {
    expect(await direct(await given({ from: addDays(day, -3), until: addDays(day, -1) }))).toBe('delegation-ended');
    expect(await direct(await given({ from: addDays(day, -3), until: addDays(day, 3), revokedOn: day }))).toBe(
      'delegation-ended',
    );
    expect(await direct(await given({ from: addDays(day, 1), until: addDays(day, 3) }))).toBe('not-your-role');
  });
});

describe('a making that the province refused', () => {
  it('can be sent again by the one whose own it is: nothing is there that it would change', async () => {
    const { pc } = await pcWith('office-head');
    await actAs(pc);
    const [from, until] = [toPlainDate('2026-11-20'), toPlainDate('2026-11-30')];
    const duty = { toStaffId: pc.office.ports.newId(), duties: ['direct' as const], from, until, reason: 'đi họp' };
    const given = await giveDelegation(pc.office, duty);
    const op = must(given.ok ? given.value.ops[0] : undefined, 'a duty was given');
    await applyWord(pc.office, { outcomes: [{ n: op.n, kind: 'rejected', reason: 'unknown-field' }], late: [] });
    expect(await pc.office.db.delegations.count()).toBe(0);
    expect(await retryRefused(pc.office, op.n)).toMatchObject({ ok: true, value: { ops: [{ t: 'set', f: op.f }] } });
    expect(await pc.office.db.delegations.get(op.id)).toMatchObject({ reason: 'đi họp' });
    expect(await pc.office.db.outbox.get(op.n)).toBeUndefined();
  });
});

describe('quiesce', () => {
  it('waits for every write that was asked for', async () => {
    const { pc } = await pcWith('clerk');
    for (let i = 0; i < 20; i += 1) void registerDocument(pc.office, paper(`${String(i)}-KH/TU`), []);
    await pc.office.quiesce();
    expect(pc.desktop.journal).toHaveLength(20);
    expect(await pc.office.db.documents.count()).toBe(20);
  });
});

describe('a store closed under the page', () => {
  it('is said so, and stays closed', async () => {
    const { pc } = await pcWith('clerk');
    // What Chromium does when it finds its files damaged or wiped: it closes the connection.
    pc.office.db.close({ disableAutoOpen: false });
    expect(pc.office.health.getState()).toEqual({ kind: 'closed' });
    await expect(pc.office.db.documents.count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
  });
});
