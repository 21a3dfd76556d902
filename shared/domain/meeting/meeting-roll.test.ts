import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { AttendanceStanding, AttendanceStatus } from './attendance-record.ts';
import { countRoll, listRoll, mayVote, type RollEntry } from './meeting-roll.ts';
import { defaultMeetingRules } from './meeting-rules.ts';

const cell = 'cell';
const day = toPlainDate('2026-12-05');

type Members = Parameters<typeof listRoll>[2];
type Stays = Parameters<typeof listRoll>[3];
type Marks = Parameters<typeof listRoll>[4];

function member(name: string, extra: Partial<Members[number]> = {}): Members[number] {
  return {
    id: name,
    name: splitPersonName(name),
    unitId: cell,
    state: 'official',
    admittedOn: toPartialDate('2010-02-03'),
    officialOn: toPartialDate('2011-02-03'),
    cardNumber: '',
    partyPost: '',
    ...extra,
  };
}
const stay = (memberId: string, extra: Partial<Stays[number]> = {}): Stays[number] => ({
  memberId,
  kind: 'temporary-in',
  state: 'decided',
  effectiveOn: toPartialDate('2026-10-01'),
  until: toPlainDate('2027-03-31'),
  unitId: cell,
  ...extra,
});
const mark = (
  memberId: string,
  status: AttendanceStatus | null,
  standing: AttendanceStanding = 'official',
): Marks[number] => ({
  memberId,
  standing,
  status,
  reason: '',
  noted: 'hand',
  at: null,
});
const listed = (members: Members, stays: Stays = [], marks: Marks = []): readonly string[] =>
  listRoll(cell, day, members, stays, marks).map(({ memberId, standing }) => `${memberId} ${standing}`);

describe('the list of a meeting', () => {
  it('has the members of the cell by tên, họ, đệm, then who need not come, then guests', () => {
    expect(
      listed(
        [
          member('Vi Văn Đức'),
          member('Lê Văn An', { state: 'exempt' }),
          member('Nông Thị Đào', { state: 'probationary', officialOn: null }),
          member('Trần Thị Bình'),
          member('Hoàng Văn Ân', { unitId: 'elsewhere' }),
          member('Nguyễn Thị Ánh'),
        ],
        [stay('Hoàng Văn Ân')],
      ),
    ).toEqual([
      'Nguyễn Thị Ánh official',
      'Trần Thị Bình official',
      'Nông Thị Đào probationary',
      'Vi Văn Đức official',
      'Lê Văn An exempt',
      'Hoàng Văn Ân temporary',
    ]);
  });

  it('leaves out who takes no part: candidates, those away or gone, those of other cells', () => {
    const gone = (['candidate', 'temporarily-away', 'transferred', 'left', 'deceased'] as const).map((state) =>
      member(state, { state }),
    );
    expect(listed([...gone, member('Lò Văn Panh', { unitId: 'elsewhere' }), member('Vi A', { unitId: null })])).toEqual(
      [],
    );
  });

  it('goes by the day of the meeting when it is entered late', () => {
    expect(
      listed([
        member('A', { officialOn: toPartialDate('2026-12-20') }),
        member('B', { admittedOn: toPartialDate('2026-12-20'), state: 'probationary', officialOn: null }),
        member('C', { state: 'probationary', officialOn: toPartialDate('2026-11-30') }),
        member('D', { admittedOn: toPartialDate('2026'), officialOn: null }),
      ]),
    ).toEqual(['A probationary', 'C official', 'D official']);
  });

  it('knows when a temporary stay begins and ends', () => {
    const members = [member('Khách', { unitId: 'elsewhere' })];
    expect(listed(members, [stay('Khách', { effectiveOn: toPartialDate('2026-12-06') })])).toEqual([]);
    expect(listed(members, [stay('Khách', { until: toPlainDate('2026-12-04') })])).toEqual([]);
    expect(listed(members, [stay('Khách', { state: 'void' })])).toEqual([]);
    const ended = stay('Khách', { kind: 'temporary-ended', effectiveOn: toPartialDate('2026-12-01') });
    expect(listed(members, [stay('Khách'), ended])).toEqual([]);
    expect(listed(members, [ended, stay('Khách', { effectiveOn: toPartialDate('2026-12-02') })])).toEqual([
      'Khách temporary',
    ]);
  });

  it('has a guest whose record names this cell, until their stay has ended', () => {
    const guest = [member('Khách', { state: 'guest' })];
    expect(listed(guest)).toEqual(['Khách temporary']);
    expect(listed(guest, [stay('Khách')])).toEqual(['Khách temporary']);
    expect(listed(guest, [stay('Khách', { until: toPlainDate('2026-12-04') })])).toEqual([]);
    expect(listed([member('Khách', { state: 'guest', unitId: 'elsewhere' })])).toEqual([]);
  });

  it('makes a guest of a member who stays here, even when the record already names this cell', () => {
    expect(listed([member('Khách')], [stay('Khách')])).toEqual(['Khách temporary']);
  });

  it('keeps who was noted as what they were then, and forgets a mark taken back', () => {
    const moved = [member('Lò Văn Panh', { unitId: 'elsewhere', state: 'transferred' })];
    expect(listed(moved, [], [mark('Lò Văn Panh', 'present', 'probationary')])).toEqual(['Lò Văn Panh probationary']);
    expect(listed(moved, [], [mark('Lò Văn Panh', null, 'probationary')])).toEqual([]);
  });
});

describe('figures of a list', () => {
  const entry = (standing: AttendanceStanding, status: AttendanceStatus | null, reason = ''): RollEntry => ({
    memberId: 'x',
    name: splitPersonName('X'),
    cardNumber: '',
    partyPost: '',
    standing,
    status,
    reason,
    noted: 'hand',
  });

  it('count those who must come, and nobody else, in every share', () => {
    const roll = [
      ...Array.from({ length: 17 }, () => entry('official', 'present')),
      entry('probationary', 'excused', 'ốm'),
      entry('official', 'excused'),
      entry('official', 'absent'),
      entry('exempt', null),
      entry('exempt', 'present'),
      entry('temporary', 'present'),
    ];
    expect(countRoll(roll, defaultMeetingRules)).toEqual({
      required: 20,
      present: 17,
      excused: 2,
      absent: 1,
      unnoted: 0,
      beside: 2,
      entitled: 19,
      voters: 18,
      excusedWithoutReason: 1,
      isGood: false,
      hasQuorum: true,
    });
    expect(countRoll(roll, { ...defaultMeetingRules, goodPercent: 84 }).isGood).toBe(true);
    expect(countRoll(roll, { ...defaultMeetingRules, exemptMayVote: false }).voters).toBe(17);
  });

  it('need more than half of the official members to decide, not just half', () => {
    const half = [
      ...Array.from({ length: 5 }, () => entry('official', 'present')),
      ...Array.from({ length: 5 }, () => entry('official', 'absent')),
    ];
    expect(countRoll(half, defaultMeetingRules).hasQuorum).toBe(false);
    expect(countRoll([...half, entry('probationary', 'present')], defaultMeetingRules).hasQuorum).toBe(false);
    expect(countRoll([...half, entry('official', 'present')], defaultMeetingRules).hasQuorum).toBe(true);
  });

  it('never let probationary or temporary members vote', () => {
    expect(mayVote(entry('probationary', 'present'), { exemptMayVote: true })).toBe(false);
    expect(mayVote(entry('temporary', 'present'), { exemptMayVote: true })).toBe(false);
    expect(mayVote(entry('exempt', 'present'), { exemptMayVote: true })).toBe(true);
  });

  it('always add up', () => {
    const any = fc.record({
      standing: fc.constantFrom<AttendanceStanding>('official', 'probationary', 'temporary', 'exempt'),
      status: fc.constantFrom<AttendanceStatus | null>('present', 'excused', 'absent', null),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (people) => {
        const figures = countRoll(
          people.map(({ standing, status }) => entry(standing, status)),
          defaultMeetingRules,
        );
        expect(figures.present + figures.excused + figures.absent + figures.unnoted).toBe(figures.required);
        expect(figures.entitled).toBeLessThanOrEqual(figures.required);
        expect(figures.present + figures.beside).toBe(people.filter(({ status }) => status === 'present').length);
      }),
    );
  });
});
