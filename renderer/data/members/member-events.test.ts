import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { must } from '#shared/base/must.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { fakeEvent } from '#renderer/platform/fake-event.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { attachToEvent, decideEvent, proposeEvent, recordEvent, voidEvent } from './event-repository.ts';
import { addMember } from './member-repository.ts';

async function startPc(fields: Partial<MemberFields> = {}): Promise<{ commune: FakeCommune; pc: FakePc; id: string }> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  await syncOnce(pc);
  const name = { full: 'Nông Thị Đào', family: 'Nông', middle: 'Thị', given: 'Đào' };
  const added = await addMember(pc.office, { ...blankMember, name, ...fields });
  if (!added.ok) throw new Error(added.error.code);
  return { commune, pc, id: added.value.id };
}

const candidate = { state: 'candidate', candidateStage: 'preparing' } as const;
const read = async ({ office }: FakePc, id: string): Promise<MemberFields> =>
  must(await office.db.members.get(id), 'the member is there');

describe('an event', () => {
  it('and what it makes of the record are one act', async () => {
    const { pc, id } = await startPc(candidate);
    const unitId = pc.office.ports.newId();
    const saved = await recordEvent(
      pc.office,
      id,
      fakeEvent('admitted', '2026-11-20', { unitId, place: 'Chi bộ Nà Lầu' }),
    );
    expect(saved).toMatchObject({ ok: true });
    expect(pc.desktop.journal.slice(1).map(({ type }) => type)).toEqual(['memberEvent', 'member']);
    expect(await read(pc, id)).toMatchObject({
      ...{ state: 'probationary', candidateStage: null, admittedOn: '2026-11-20', admittedAt: 'Chi bộ Nà Lầu', unitId },
    });
  });

  it('is given the file of its decision later, once', async () => {
    const { pc, id } = await startPc(candidate);
    const file = { hash: 'ab'.repeat(32), name: 'quyet-dinh.pdf', size: 9, mime: 'application/pdf', pages: 1 } as const;
    const saved = await recordEvent(pc.office, id, fakeEvent('chosen', '2026-11-20'));
    const eventId = saved.ok ? saved.value.id : '';
    for (let time = 0; time < 2; time += 1) expect((await attachToEvent(pc.office, eventId, file)).ok).toBe(true);
    const files = await pc.office.db.attachments.where('documentId').equals(eventId).toArray();
    expect(files).toMatchObject([{ ownerType: 'memberEvent', hash: file.hash }]);
    expect(await attachToEvent(pc.office, id, file)).toMatchObject({ error: { code: 'record-missing' } });
  });

  it('that does not fit the record is refused and leaves nothing', async () => {
    const { pc, id } = await startPc({ state: 'probationary', admittedOn: toPartialDate('2026-03-03') });
    for (const unfit of [
      fakeEvent('recognised', '2026-11-20'),
      fakeEvent('expelled', '2026-11-20'),
      fakeEvent('admitted', '2026-11-20', { unitId: pc.office.ports.newId() }),
      fakeEvent('moved', '2026-11-20'),
      fakeEvent('struck-off', '2026-11-20', { decision: null }),
    ])
      expect(await recordEvent(pc.office, id, unfit)).toMatchObject({ ok: false, error: { code: 'event-unfit' } });
    expect(pc.desktop.journal).toHaveLength(1);
  });

  it('voided with a reason gives the record back, once', async () => {
    const { pc, id } = await startPc(candidate);
    const recorded = await recordEvent(
      pc.office,
      id,
      fakeEvent('admitted', '2026-11-20', { unitId: pc.office.ports.newId() }),
    );
    const eventId = recorded.ok ? recorded.value.id : '';
    expect(await voidEvent(pc.office, eventId, ' ')).toMatchObject({ ok: false, error: { code: 'reason-wanted' } });
    expect(await voidEvent(pc.office, eventId, 'Ghi nhầm người')).toMatchObject({ ok: true });
    expect(await read(pc, id)).toMatchObject({ ...candidate, admittedOn: null, unitId: null });
    expect(await voidEvent(pc.office, eventId, 'Lại huỷ')).toMatchObject({
      ok: false,
      error: { code: 'event-settled' },
    });
  });

  it('that is only proposed changes nothing until it is decided', async () => {
    const { pc, id } = await startPc({ state: 'official', admittedOn: toPartialDate('1990-03-03') });
    const proposed = await proposeEvent(pc.office, id, fakeEvent('exempted', '2026-11-20', { decision: null }));
    const eventId = proposed.ok ? proposed.value.id : '';
    expect(await read(pc, id)).toMatchObject({ state: 'official' });
    expect(await decideEvent(pc.office, eventId, fakeEvent('exempted', '2026-11-21'))).toMatchObject({ ok: true });
    expect(await read(pc, id)).toMatchObject({ state: 'exempt' });
    expect(await pc.office.db.memberEvents.get(eventId)).toMatchObject({ state: 'decided', effectiveOn: '2026-11-21' });
    expect(await decideEvent(pc.office, eventId, fakeEvent('exempted', '2026-11-22'))).toMatchObject({ ok: false });
  });

  it('reaches the other PC with the record', async () => {
    const { commune, pc, id } = await startPc(candidate);
    await recordEvent(pc.office, id, fakeEvent('admitted', '2026-11-20', { unitId: pc.office.ports.newId() }));
    await syncOnce(pc);
    const other = await commune.addPc(2);
    await syncOnce(other);
    expect(await read(other, id)).toMatchObject({ state: 'probationary', admittedOn: '2026-11-20' });
    expect(await other.office.db.memberEvents.where('memberId').equals(id).toArray()).toMatchObject([
      { kind: 'admitted', before: { admittedOn: null, state: 'candidate', candidateStage: 'preparing' } },
    ]);
  });
});
