import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import type { Outcome } from '#shared/sync/op.ts';
import { newStaff, startTestProvince, TestPc, type Change, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince();
});
afterAll(() => province.end());

const words = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) => (outcome.kind === 'rejected' ? outcome.reason : outcome.kind));

const newCell = (name: string, parentId: string | null = null): Change => ({
  type: 'unit',
  f: {
    ...{ ...usualUnit, formerNames: [], successorIds: [] },
    ...{ name, kind: 'cell', parentId, order: 1, validFrom: null, validTo: null },
  },
});

const newMeeting = (unitId: string): Change => ({
  type: 'meeting',
  f: {
    ...{ unitId, kind: 'regular', title: 'Sinh hoạt', startsAt: '2026-11-20T01:00:00.000Z', endsAt: null, place: '' },
    ...{ chair: '', clerk: '', state: 'planned', agenda: [], documentIds: [], invitation: '', minutes: '' },
    ...{ conclusion: '', resolution: '', resolutionSymbol: '', scores: {}, cancelReason: '' },
  },
});

const newAttendance = (meetingId: string): Change => ({
  type: 'attendance',
  f: { meetingId, memberId: uuidv7(), standing: 'official', status: 'present', reason: '', noted: 'hand', at: null },
});

/** Two cells, and the secretary of the first. */
async function startCells(): Promise<{ pc: TestPc; own: string; other: string; secretary: string }> {
  const pc = await TestPc.join(province.server, 'na-lau');
  const [own, other] = [pc.change(newCell('Chi bộ Nà Mẫu')).id, pc.change(newCell('Chi bộ Pác Mẫu')).id];
  const secretary = pc.change(newStaff('cell-secretary', { unitId: own })).id;
  expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'ok']);
  return { pc, own, other, secretary };
}

describe('a cell’s secretary', () => {
  it('holds meetings of the own cell only, with what the same batch brings', async () => {
    const { pc, own, other, secretary } = await startCells();
    const meeting = pc.change({ ...newMeeting(own), by: secretary });
    pc.change({ ...newAttendance(meeting.id), by: secretary });
    pc.change({ ...newMeeting(other), by: secretary });
    pc.change({ type: 'meeting', id: meeting.id, f: { unitId: other }, by: secretary });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'not-your-cell', 'not-your-cell']);
  });

  it('does not touch the attendance of another cell, known or still to come', async () => {
    const { pc, other, secretary } = await startCells();
    const theirs = pc.change(newMeeting(other));
    const noted = pc.change(newAttendance(theirs.id));
    await pc.sync();
    pc.change({ type: 'attendance', id: noted.id, f: { status: 'absent' }, by: secretary });
    pc.change({ t: 'del', type: 'attendance', id: noted.id, f: {}, by: secretary });
    const later = uuidv7();
    const waiting = pc.change({ ...newAttendance(later), by: secretary });
    expect(words((await pc.sync()).outcomes)).toEqual(['not-your-cell', 'not-your-cell', 'parked']);
    pc.change({ ...newMeeting(other), id: later });
    const { late } = await pc.sync();
    expect(late).toEqual([{ n: waiting.n, kind: 'rejected', reason: 'not-your-cell' }]);
  });

  it('goes on in the cell that hers went into, also while her own record still names the old one', async () => {
    const { pc, own, other, secretary } = await startCells();
    const third = pc.change(newCell('Chi bộ Khau Mẫu')).id;
    const old = pc.change(newMeeting(own)).id;
    pc.change({ type: 'unit', id: own, f: { validTo: '2026-11-19', successorIds: [other] } });
    pc.change({ ...newMeeting(other), by: secretary });
    pc.change({ ...newAttendance(old), by: secretary });
    pc.change({ ...newMeeting(third), by: secretary });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'not-your-cell']);
  });

  it('is bound from the op on that makes somebody one, and free again after it', async () => {
    const { pc, own, other } = await startCells();
    const officer = pc.change(newStaff('officer')).id;
    pc.change({ ...newMeeting(other), by: officer });
    pc.change({ type: 'staff', id: officer, f: { role: 'cell-secretary', unitId: own } });
    pc.change({ ...newMeeting(other), by: officer });
    pc.change({ ...newMeeting(own), by: officer });
    pc.change({ type: 'staff', id: officer, f: { role: 'officer' } });
    pc.change({ ...newMeeting(other), by: officer });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'ok', 'not-your-cell', 'ok', 'ok', 'ok']);
  });

  it('acts in the cells below the own organisation, and in none without one', async () => {
    const { pc, own, secretary } = await startCells();
    const below = pc.change(newCell('Tổ đảng', own)).id;
    const nobody = pc.change(newStaff('cell-secretary')).id;
    pc.change({ ...newMeeting(below), by: secretary });
    pc.change({ ...newMeeting(own), by: nobody });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'ok', 'not-your-cell']);
  });
});

describe('a rating', () => {
  it('is not born with a decision by somebody who only proposes', async () => {
    const { pc, own, secretary } = await startCells();
    const rating = (decidedLevel: string | null): Change => ({
      type: 'rating',
      f: {
        ...{ memberId: null, unitId: own, period: '2026', scores: {}, selfLevel: null, proposedLevel: 'good' },
        ...{ decidedLevel, votesFor: null, votesCast: null, notRated: '', meetingId: null, decision: null, note: '' },
      },
    });
    pc.change({ ...rating('excellent'), by: secretary });
    pc.change({ ...rating(null), by: secretary });
    pc.change(rating('excellent'));
    expect(words((await pc.sync()).outcomes)).toEqual(['not-your-role', 'ok', 'ok']);
  });
});
