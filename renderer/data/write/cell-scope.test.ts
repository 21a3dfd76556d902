import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { EntityFields } from '#shared/entities.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { commit, type WriteResult } from './commit.ts';
import { addRecord, removeRecord, saveRecord } from './save-record.ts';
import { ok } from '#shared/base/result.ts';

type Cells = { readonly pc: FakePc; readonly own: string; readonly other: string };

/** A PC at which the secretary of the first of two cells sits. */
async function startCells(): Promise<Cells> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  const { office } = pc;
  const [own, other, secretary] = [office.ports.newId(), office.ports.newId(), office.ports.newId()];
  const unit = { kind: 'cell', parentId: null, order: 1, validFrom: null, validTo: null };
  commune.province.publish(office.stream, 'unit', own, { ...unit, name: 'Chi bộ Nà Mẫu' });
  commune.province.publish(office.stream, 'unit', other, { ...unit, name: 'Chi bộ Pác Mẫu' });
  const person = { name: { full: 'Lò Văn Mẫu' }, post: '', unitId: own, order: 1, active: true };
  commune.province.publish(office.stream, 'staff', secretary, { ...person, role: 'cell-secretary' });
  await syncOnce(pc);
  office.actor = secretary;
  return { pc, own, other };
}

const meetingOf = (unitId: string): EntityFields<'meeting'> => ({
  ...{ unitId, kind: 'regular', title: 'Sinh hoạt', startsAt: '2026-11-20T01:00:00.000Z', endsAt: null, place: '' },
  ...{ chair: '', clerk: '', guests: '', state: 'planned', agenda: [], documentIds: [], invitation: '', minutes: '' },
  ...{ conclusion: '', resolution: '', resolutionSymbol: '', scores: {}, cancelReason: '' },
});

const attendanceOf = (meetingId: string, memberId: string): EntityFields<'attendance'> => ({
  ...{ meetingId, memberId, standing: 'official', status: 'present', reason: '', noted: 'hand', at: null },
});

const codeOf = (result: WriteResult): string => (result.ok ? 'written' : result.error.code);

describe('a cell’s secretary at this PC', () => {
  it('writes in the own cell; of another one nothing is touched', async () => {
    const { pc, own, other } = await startCells();
    const made = await addRecord(pc.office, 'meeting', meetingOf(own));
    if (!made.ok) throw new Error(made.error.code);
    const journalled = pc.desktop.journal.length;
    expect(codeOf(await addRecord(pc.office, 'meeting', meetingOf(other)))).toBe('not-your-cell');
    expect(codeOf(await saveRecord(pc.office, 'meeting', made.value.id, { unitId: other }, 0))).toBe('not-your-cell');
    expect(pc.desktop.journal).toHaveLength(journalled);
    expect(codeOf(await removeRecord(pc.office, 'meeting', made.value.id))).toBe('written');
  });

  it('writes meeting and attendance in one act', async () => {
    const { pc, own, other } = await startCells();
    const both = (unitId: string): Promise<WriteResult> =>
      commit(pc.office, () => {
        const [meeting, attendance] = [pc.office.ports.newId(), pc.office.ports.newId()];
        const { stream } = pc.office;
        return Promise.resolve(
          ok([
            { t: 'set', stream, type: 'meeting', id: meeting, f: meetingOf(unitId) },
            { t: 'set', stream, type: 'attendance', id: attendance, f: attendanceOf(meeting, attendance) },
          ]),
        );
      });
    expect(codeOf(await both(own))).toBe('written');
    expect(codeOf(await both(other))).toBe('not-your-cell');
    expect(await pc.office.db.attendances.count()).toBe(1);
  });

  it('leaves the attendance of another cell alone', async () => {
    const { pc, other } = await startCells();
    const { office } = pc;
    const secretary = office.actor;
    office.actor = '';
    const theirs = await addRecord(office, 'meeting', meetingOf(other));
    if (!theirs.ok) throw new Error(theirs.error.code);
    office.actor = secretary;
    const noted = await addRecord(office, 'attendance', attendanceOf(theirs.value.id, secretary));
    expect(codeOf(noted)).toBe('not-your-cell');
  });
});
