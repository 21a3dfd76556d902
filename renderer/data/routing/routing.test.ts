import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { giveDirective, registerDocument, type NewDocument } from '../documents/document-repository.ts';
import type { DocumentRow, HandoverRow } from '../rows.ts';
import { finishHandover, handOver, recallHandover, receiveHandover, returnHandover } from './routing-repository.ts';

type Desk = { readonly pc: FakePc; readonly people: Readonly<Record<StaffRole, string>>; readonly unit: string };

/** An office with one person of each role; the officer is of the unit. The clerk has the PC. */
async function openOffice(): Promise<Desk> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  const unit = pc.office.ports.newId();
  const roles: readonly StaffRole[] = ['clerk', 'office-head', 'leader', 'officer', 'cell-secretary'];
  const people = Object.fromEntries(
    roles.map((role) => {
      const id = pc.office.ports.newId();
      const unitId = role === 'officer' || role === 'cell-secretary' ? unit : null;
      const person = { name: { full: role }, post: '', role, unitId, order: 1, active: true };
      commune.province.publish(pc.office.stream, 'staff', id, person);
      return [role, id];
    }),
  ) as Record<StaffRole, string>;
  await syncOnce(pc);
  pc.office.actor = people.clerk;
  return { pc, people, unit };
}

const steps = async ({ pc }: Desk): Promise<readonly HandoverRow[]> =>
  (await pc.office.db.handovers.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));
const shown = async (desk: Desk): Promise<readonly string[]> =>
  (await steps(desk)).map(({ purpose, state }) => `${purpose} ${state}`);
const paperOf = async ({ pc }: Desk): Promise<DocumentRow | undefined> => (await pc.office.db.documents.toArray())[0];

async function register(desk: Desk, routing: Partial<NewDocument>): Promise<string> {
  const made = await registerDocument(desk.pc.office, { ...fakePaper('84-KH/TU'), ...routing }, []);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}

describe('a paper from hand to hand', () => {
  it('is presented when it is registered, directed, signed for and done, each step in its place', async () => {
    const desk = await openOffice();
    const { pc, people, unit } = desk;
    const id = await register(desk, { holderStaffId: people.leader, state: 'awaiting-directive' });
    expect(await shown(desk)).toEqual(['present sent']);
    pc.office.actor = people.leader;
    const helper = pc.office.ports.newId();
    const directive = {
      documentId: id,
      text: 'Giao Ban',
      leadUnitId: unit,
      leadStaffId: null,
      dueOn: toPlainDate('2026-11-30'),
    };
    expect(
      await giveDirective(pc.office, { ...directive, supportUnitIds: [helper], informUnitIds: [helper] }),
    ).toMatchObject({ ok: true });
    expect(await shown(desk)).toEqual(['present done', 'lead sent', 'support sent', 'inform sent']);
    const lead = (await steps(desk))[1];
    pc.office.actor = people.officer;
    expect(await receiveHandover(pc.office, lead?.id ?? '')).toMatchObject({ ok: true });
    expect(await finishHandover(pc.office, lead?.id ?? '', { result: 'Đã báo cáo', alsoPaper: true })).toMatchObject({
      ok: true,
    });
    expect(await shown(desk)).toEqual(['present done', 'lead done', 'support sent', 'inform sent']);
    expect(await paperOf(desk)).toMatchObject({ state: 'done', result: 'Đã báo cáo', doneOn: pc.office.today() });
    expect((await steps(desk))[1]).toMatchObject({ receivedBy: people.officer, dueOn: '2026-11-30' });
    expect(await finishHandover(pc.office, lead?.id ?? '', { result: '', alsoPaper: false })).toMatchObject({
      ok: false,
      error: { code: 'handover-settled' },
    });
  });

  it('is given back with a reason to who handed it on, who then holds it', async () => {
    const desk = await openOffice();
    const { pc, people, unit } = desk;
    await register(desk, { holderUnitId: unit, state: 'in-progress' });
    const [first] = await steps(desk);
    pc.office.actor = people.officer;
    expect(await returnHandover(pc.office, first?.id ?? '', ' ')).toMatchObject({ error: { code: 'reason-wanted' } });
    expect(await returnHandover(pc.office, first?.id ?? '', 'Không thuộc phần việc')).toMatchObject({ ok: true });
    expect(await shown(desk)).toEqual(['lead returned', 'return sent']);
    expect((await steps(desk))[1]).toMatchObject({ toStaffId: people.clerk, note: 'Không thuộc phần việc' });
    expect(await paperOf(desk)).toMatchObject({
      state: 'awaiting-directive',
      holderStaffId: people.clerk,
      holderUnitId: null,
    });
  });

  it('is taken back with a reason while the work is not done', async () => {
    const desk = await openOffice();
    const { pc, people, unit } = desk;
    await register(desk, { holderUnitId: unit, state: 'in-progress' });
    const [first] = await steps(desk);
    expect(await recallHandover(pc.office, first?.id ?? '', 'Chuyển nhầm')).toMatchObject({ ok: true });
    expect(await shown(desk)).toEqual(['lead recalled']);
    expect(await paperOf(desk)).toMatchObject({ holderStaffId: people.clerk, holderUnitId: null });
    expect(await receiveHandover(pc.office, first?.id ?? '')).toMatchObject({ error: { code: 'handover-settled' } });
  });

  it('is signed for by the unit’s own people or the clerk’s desk, not by others', async () => {
    const desk = await openOffice();
    const { pc, people } = desk;
    const other = pc.office.ports.newId();
    await register(desk, { holderUnitId: other, state: 'in-progress' });
    const [first] = await steps(desk);
    for (const role of ['officer', 'cell-secretary', 'leader'] as const) {
      pc.office.actor = people[role];
      expect(await receiveHandover(pc.office, first?.id ?? '')).toMatchObject({ error: { code: 'not-your-role' } });
    }
    pc.office.actor = people.clerk;
    expect(await receiveHandover(pc.office, first?.id ?? '')).toMatchObject({ ok: true });
  });

  it('of class Mật leaves no trace outside the PC, its steps neither', async () => {
    const desk = await openOffice();
    const { pc, people } = desk;
    const id = await register(desk, { secrecy: 'secret', holderStaffId: people.leader, abstract: '' });
    await handOver(pc.office, { documentId: id, purpose: 'inform', toStaffId: people.officer, toUnitId: null });
    expect((await steps(desk)).map(({ stream }) => stream)).toEqual(['local', 'local']);
    await syncOnce(pc);
    expect((await pc.office.db.outbox.toArray()).filter(({ type }) => type === 'handover')).toEqual([]);
  });
});
