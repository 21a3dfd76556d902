import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { composeMinutes } from '#shared/domain/meeting/compose-minutes.ts';
import { instantOf } from '#shared/domain/meeting/meeting-plan.ts';
import type { RollEntry } from '#shared/domain/meeting/meeting-roll.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { registerDocument } from '../documents/document-repository.ts';
import { addMember } from '../members/member-repository.ts';
import { addUnit } from '../organisation/organisation-repository.ts';
import type { WriteResult } from '../write/commit.ts';
import { markAttendance } from './attendance-repository.ts';
import { listMeetings } from './meeting-list.ts';
import { addOpinion, addTask, addVote, removePart, saveTask, saveVote } from './meeting-part-repository.ts';
import {
  addMeeting,
  beginMeeting,
  cancelMeeting,
  closeMeeting,
  handToMeetings,
  inviteToMeeting,
  planAgain,
  planForCells,
  removeMeeting,
  reopenMeeting,
  saveMeeting,
} from './meeting-repository.ts';
import { findCellMembers, readMeeting, type MeetingDetails } from './read-meeting.ts';

const startsAt = instantOf(toPlainDate('2026-11-20'), '19:30');
const habit = { day: 5, time: '19:30', place: 'Nhà văn hoá', chair: '', clerk: '' };

async function done(result: Promise<WriteResult>): Promise<string> {
  const saved = await result;
  if (!saved.ok) throw new Error(`${saved.error.code} ${saved.error.field ?? ''}`);
  return saved.value.id;
}
const refused = async (result: Promise<WriteResult>): Promise<string> => {
  const saved = await result;
  return saved.ok ? 'saved' : saved.error.code;
};

type Cell = { readonly commune: FakeCommune; readonly pc: FakePc; readonly cellId: string };

async function startCell(names: readonly string[] = ['Vi Văn Đức', 'Nguyễn Thị Ánh', 'Lò Văn Panh']): Promise<Cell> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  await syncOnce(pc);
  const cellId = await done(
    addUnit(pc.office, {
      ...usualUnit,
      name: 'Chi bộ bản Hòa Lý',
      kind: 'cell',
      parentId: null,
      order: 1,
      validFrom: null,
      validTo: null,
    }),
  );
  for (const [i, name] of names.entries())
    await done(
      addMember(pc.office, {
        ...blankMember,
        name: splitPersonName(name),
        unitId: cellId,
        state: 'official',
        admittedOn: toPartialDate('2001-02-03'),
        cardNumber: `1000000${String(i)}`,
      }),
    );
  return { commune, pc, cellId };
}

async function detailsOf({ office }: FakePc, id: string): Promise<MeetingDetails> {
  const unitId = must(await office.db.meetings.get(id), 'the meeting is there').unitId;
  return must(await readMeeting(office, id, await findCellMembers(office, unitId)), 'the meeting is there');
}
const statuses = (roll: readonly RollEntry[]): readonly string[] =>
  roll.map(({ name, status }) => `${name.full} ${String(status)}`);
const held = ({ pc, cellId }: Cell): Promise<string> =>
  done(addMeeting(pc.office, { unitId: cellId, kind: 'regular', startsAt, topic: '' }));

describe('a meeting', () => {
  it('goes from plan to closing, and its minutes are fixed then', async () => {
    const cell = await startCell();
    const { office } = cell.pc;
    const id = await held(cell);
    await done(inviteToMeeting(office, id, 'Kính mời'));
    const before = await detailsOf(cell.pc, id);
    expect(statuses(before.roll)).toEqual(['Nguyễn Thị Ánh null', 'Vi Văn Đức null', 'Lò Văn Panh null']);
    await done(
      markAttendance(
        office,
        id,
        before.roll.map((entry) => ({ entry, status: 'present' })),
      ),
    );
    expect((await office.db.meetings.get(id))?.state).toBe('held');
    const { meeting } = await detailsOf(cell.pc, id);
    await done(
      saveMeeting(
        office,
        id,
        { endsAt: instantOf(toPlainDate('2026-11-20'), '21:15'), chair: 'Lò Văn Panh' },
        meeting.seq,
      ),
    );
    const parts = { ...(await detailsOf(cell.pc, id)), tone: 'old' as const };
    await done(closeMeeting(office, id, parts));
    expect((await office.db.meetings.get(id))?.minutes).toBe(composeMinutes(parts));
    expect(await refused(saveMeeting(office, id, { place: 'khác' }, 0))).toBe('meeting-settled');
    expect(await refused(markAttendance(office, id, [{ entry: must(before.roll[0], 'one'), status: 'absent' }]))).toBe(
      'meeting-settled',
    );
    expect(await refused(removeMeeting(office, id))).toBe('meeting-settled');
    await done(reopenMeeting(office, id));
    await done(saveMeeting(office, id, { place: 'khác' }, 0));
  });

  it('is called off only with a reason, and planned anew', async () => {
    const cell = await startCell();
    const { office } = cell.pc;
    const id = await held(cell);
    expect(await refused(cancelMeeting(office, id, ' '))).toBe('reason-wanted');
    await done(cancelMeeting(office, id, 'Bão'));
    expect(await refused(beginMeeting(office, id))).toBe('meeting-settled');
    await done(planAgain(office, id));
    expect(await office.db.meetings.get(id)).toMatchObject({ state: 'planned', cancelReason: '' });
    await done(removeMeeting(office, id));
    expect(await listMeetings(office, { unitId: cell.cellId, shown: 'open' })).toEqual([]);
  });

  it('never changes its state or cell by an ordinary edit', async () => {
    const cell = await startCell();
    const id = await held(cell);
    expect(await refused(saveMeeting(cell.pc.office, id, { state: 'closed' }, 0))).toBe('not-allowed');
    expect(await refused(saveMeeting(cell.pc.office, id, { unitId: id }, 0))).toBe('not-allowed');
  });

  it('entered late is held at once, by its first mark', async () => {
    const cell = await startCell();
    const id = await held(cell);
    const { roll } = await detailsOf(cell.pc, id);
    await done(markAttendance(cell.pc.office, id, [{ entry: must(roll[0], 'one'), status: 'excused', reason: 'ốm' }]));
    expect((await detailsOf(cell.pc, id)).meeting.state).toBe('held');
    expect((await detailsOf(cell.pc, id)).roll[0]).toMatchObject({ status: 'excused', reason: 'ốm' });
  });
});

describe('a plan for cells', () => {
  it('makes each meeting once, on one PC again and on two PCs without a network', async () => {
    const { commune, pc, cellId } = await startCell();
    const other = await commune.addPc(2);
    await syncOnce(pc);
    await syncOnce(other);
    const plan = {
      cells: [{ id: cellId, habit }],
      kind: 'regular',
      months: ['2026-12', '2027-01'],
      topic: '',
    } as const;
    const [first, second] = [await planForCells(pc.office, plan), await planForCells(other.office, plan)];
    expect([first.ok && first.value.made, second.ok && second.value.made]).toEqual([2, 2]);
    const again = await planForCells(pc.office, plan);
    expect(again.ok && again.value.made).toBe(0);
    for (const each of [pc, other, pc, other]) await syncOnce(each);
    for (const { office } of [pc, other]) {
      const meetings = await listMeetings(office, { unitId: null, shown: 'open' });
      expect(meetings.map(({ title }) => title)).toEqual([
        'Sinh hoạt chi bộ thường kỳ tháng 12/2026',
        'Sinh hoạt chi bộ thường kỳ tháng 01/2027',
      ]);
      expect(meetings.every(({ conflicts }) => conflicts.length === 0)).toBe(true);
    }
  });

  it('brings a removed meeting back, and leaves one alone that has begun to be prepared', async () => {
    const { pc, cellId } = await startCell();
    const { office } = pc;
    const plan = { cells: [{ id: cellId, habit }], kind: 'regular', months: ['2026-12'], topic: '' } as const;
    await planForCells(office, plan);
    const [made] = await listMeetings(office, { unitId: cellId, shown: 'open' });
    const { id } = must(made, 'one was planned');
    await done(removeMeeting(office, id));
    await planForCells(office, plan);
    expect(await office.db.meetings.get(id)).toMatchObject({ removed: false, state: 'planned' });
    await done(saveMeeting(office, id, { place: 'Trường học' }, Number.MAX_SAFE_INTEGER));
    await planForCells(office, plan);
    expect((await office.db.meetings.get(id))?.place).toBe('Trường học');
  });
});

describe('attendance noted on two PCs without a network', () => {
  async function twoPcs(): Promise<{
    readonly one: FakePc;
    readonly two: FakePc;
    readonly id: string;
    readonly roll: readonly RollEntry[];
  }> {
    const cell = await startCell();
    const two = await cell.commune.addPc(2);
    const id = await held(cell);
    await syncOnce(cell.pc);
    await syncOnce(two);
    return { one: cell.pc, two, id, roll: (await detailsOf(cell.pc, id)).roll };
  }
  const meet = async (...pcs: readonly FakePc[]): Promise<void> => {
    for (const pc of [...pcs, ...pcs, ...pcs]) await syncOnce(pc);
  };

  it('becomes one record a member, without a question where both say the same', async () => {
    const { one, two, id, roll } = await twoPcs();
    await done(
      markAttendance(
        one.office,
        id,
        roll.map((entry) => ({ entry, status: 'present' })),
      ),
    );
    const [first, , third] = roll;
    await done(
      markAttendance(two.office, id, [
        { entry: must(first, 'three'), status: 'present', noted: 'scan' },
        { entry: must(third, 'three'), status: 'present', noted: 'number' },
      ]),
    );
    await meet(one, two);
    for (const { office } of [one, two]) {
      const records = (await office.db.attendances.toArray()).filter(({ removed }) => !removed);
      expect(records).toHaveLength(3);
      expect(records.every(({ conflicts, pending }) => conflicts.length === 0 && pending === 0)).toBe(true);
      expect(records.map(({ noted }) => noted).sort()).toEqual(['hand', 'number', 'scan']);
    }
  });

  it('asks a person where they differ, and keeps both', async () => {
    const { one, two, id, roll } = await twoPcs();
    const entry = must(roll[1], 'three');
    await done(markAttendance(one.office, id, [{ entry, status: 'present' }]));
    await done(markAttendance(two.office, id, [{ entry, status: 'excused', reason: 'ốm' }]));
    await meet(one, two);
    for (const { office } of [one, two]) {
      const [record, ...more] = await office.db.attendances.toArray();
      expect(more).toEqual([]);
      expect(record?.conflicts).toEqual(['status']);
      expect(record?.reason).toBe('ốm');
    }
  });

  it('survives the meeting being closed on one PC meanwhile', async () => {
    const { one, two, id, roll } = await twoPcs();
    await done(
      markAttendance(
        one.office,
        id,
        roll.map((entry) => ({ entry, status: 'present' })),
      ),
    );
    await meet(one, two);
    const parts = { ...(await detailsOf(one, id)), tone: 'old' as const };
    await done(closeMeeting(one.office, id, parts));
    await done(saveMeeting(two.office, id, { conclusion: 'Nhất trí' }, Number.MAX_SAFE_INTEGER));
    await meet(one, two);
    for (const { office } of [one, two])
      expect(await office.db.meetings.get(id)).toMatchObject({
        state: 'closed',
        conclusion: 'Nhất trí',
        conflicts: [],
      });
  });
});

describe('what a meeting is made of', () => {
  it('opinions, votes and tasks belong to an open meeting; follow-up goes on after', async () => {
    const cell = await startCell();
    const { office } = cell.pc;
    const id = await held(cell);
    const opinion = {
      meetingId: id,
      memberId: null,
      personName: 'Vi Văn Đức',
      text: 'Đồng ý',
      order: 1,
      isBefore: false,
    };
    const opinionId = await done(addOpinion(office, opinion));
    const vote = { meetingId: id, question: 'Thông qua', way: 'hands', needs: 'half', count: null, order: 1 } as const;
    const voteId = await done(addVote(office, vote, 3));
    const task = {
      meetingId: id,
      text: 'Sửa đường',
      memberId: null,
      assignee: 'Vi Văn Đức',
      dueOn: toPlainDate('2026-12-01'),
      state: 'open',
      doneOn: null,
      result: '',
      order: 1,
    } as const;
    const taskId = await done(addTask(office, task));
    const count = { entitled: 3, voters: 3, yes: 3, no: 0, none: 0 };
    const by = { present: 3, seen: Number.MAX_SAFE_INTEGER };
    expect(await refused(saveVote(office, voteId, { count: { ...count, yes: 2 } }, by))).toBe('vote-sums');
    expect(await refused(saveVote(office, voteId, { count: { ...count, voters: 4, yes: 4 } }, by))).toBe('vote-sums');
    expect(await refused(addVote(office, { ...vote, count: { ...count, none: 1 } }, 3))).toBe('vote-sums');
    await done(saveVote(office, voteId, { count }, by));
    await done(beginMeeting(office, id));
    await done(closeMeeting(office, id, { ...(await detailsOf(cell.pc, id)), tone: 'old' }));
    expect(await refused(addOpinion(office, opinion))).toBe('meeting-settled');
    expect(await refused(removePart(office, 'meetingOpinion', opinionId))).toBe('meeting-settled');
    expect(await refused(saveTask(office, taskId, { text: 'khác' }, 0))).toBe('meeting-settled');
    await done(saveTask(office, taskId, { state: 'done', doneOn: toPlainDate('2026-11-30') }, Number.MAX_SAFE_INTEGER));
    const details = await detailsOf(cell.pc, id);
    expect([details.opinions.length, details.votes.length, details.tasks[0]?.state]).toEqual([1, 1, 'done']);
  });

  it('papers and files are handed to several meetings at once, once each; secret papers never', async () => {
    const cell = await startCell();
    const { office } = cell.pc;
    const ids = [await held(cell), await held(cell)];
    const paper = await done(registerDocument(office, fakePaper('12-CT/TU'), []));
    const secret = await done(registerDocument(office, fakePaper('1-TM/TU', { secrecy: 'secret' }), []));
    const file = { hash: 'ab'.repeat(32), name: 'tài liệu.pdf', size: 9, mime: 'application/pdf', pages: 1 } as const;
    for (let times = 0; times < 2; times += 1)
      await done(handToMeetings(office, ids, { paperIds: [paper], files: [file] }));
    for (const id of ids) {
      const { papers, files, meeting } = await detailsOf(cell.pc, id);
      expect(papers.map(({ symbol }) => symbol)).toEqual(['12-CT/TU']);
      expect(files.map(({ name }) => name)).toEqual(['tài liệu.pdf']);
      expect(meeting.documentIds).toEqual([paper]);
    }
    expect(await refused(handToMeetings(office, ids, { paperIds: [secret], files: [] }))).toBe('secret-stays-home');
  });
});
