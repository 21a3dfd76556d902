import { describe, expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { AttendanceStanding, AttendanceStatus } from './attendance-record.ts';
import { blocksOfText } from './blocks-of-text.ts';
import { composeMinutes, percentOf, type MeetingParts } from './compose-minutes.ts';
import { composeResolution } from './compose-resolution.ts';
import { instantOf, newMeeting } from './meeting-plan.ts';
import { countRoll, type RollEntry } from './meeting-roll.ts';
import { defaultMeetingRules } from './meeting-rules.ts';

const day = toPlainDate('2026-12-05');
const entry = (name: string, standing: AttendanceStanding, status: AttendanceStatus, reason = ''): RollEntry => ({
  memberId: name,
  name: splitPersonName(name),
  cardNumber: '',
  partyPost: '',
  standing,
  status,
  reason,
  noted: 'hand',
});
const roll = [
  entry('Hoàng Thị Thúy', 'official', 'present'),
  entry('Lò Văn Panh', 'official', 'present'),
  entry('Vi Văn Hoà', 'official', 'excused', 'đi viện'),
  entry('Nông Thị Đào', 'probationary', 'absent'),
  entry('Y Bhiô Êban', 'temporary', 'present'),
];
const parts: MeetingParts = {
  meeting: {
    ...newMeeting({ unitId: 'u', kind: 'regular', startsAt: instantOf(day, '19:30'), topic: '' }),
    endsAt: instantOf(day, '21:15'),
    place: 'Nhà văn hóa bản Hòa Lý',
    chair: 'Lò Văn Panh',
    clerk: 'Hoàng Thị Thúy',
    conclusion: 'Nhất trí với báo cáo.\nGiao chi uỷ theo dõi.',
  },
  cellName: 'Chi bộ bản Hòa Lý',
  roll,
  figures: countRoll(roll, defaultMeetingRules),
  opinions: [
    { meetingId: 'm', memberId: null, personName: 'Vi Văn Hoà', text: 'Gửi ý kiến trước', order: 1, isBefore: true },
    {
      meetingId: 'm',
      memberId: null,
      personName: 'Y Bhiô Êban',
      text: 'Đồng ý.\nĐề nghị sửa đường.',
      order: 2,
      isBefore: false,
    },
  ],
  votes: [
    {
      meetingId: 'm',
      question: 'Thông qua nghị quyết',
      way: 'hands',
      needs: 'half',
      count: { entitled: 3, voters: 2, yes: 2, no: 0, none: 0 },
      order: 1,
    },
    { meetingId: 'm', question: 'Chưa đếm', way: 'ballot', needs: 'half', count: null, order: 2 },
  ],
  tasks: [
    {
      meetingId: 'm',
      text: 'Sửa đường vào bản.',
      memberId: null,
      assignee: 'Vi Văn Hoà',
      dueOn: toPlainDate('2026-12-30'),
      state: 'open',
      doneOn: null,
      result: '',
      order: 1,
    },
  ],
  tone: 'old',
};

describe('composed minutes', () => {
  const text = composeMinutes(parts);

  it('say when, where, who and how many', () => {
    expect(text).toContain(
      'Hôm nay, vào hồi 19 giờ 30, ngày 05 tháng 12 năm 2026, tại Nhà văn hóa bản Hòa Lý, Chi bộ bản Hòa Lý tổ chức sinh hoạt chi bộ thường kỳ tháng 12/2026.',
    );
    expect(text).toContain('phải dự họp: 04 đồng chí (chính thức 3, dự bị 1).');
    expect(text).toContain('Có mặt: 02 đồng chí, đạt 50 %.');
    expect(text).toContain('Vắng mặt có lý do: 01 đồng chí: Vi Văn Hoà (đi viện).');
    expect(text).toContain('Vắng mặt không lý do: 01 đồng chí: Nông Thị Đào.');
    expect(text).toContain('sinh hoạt tạm thời có mặt: 01 đồng chí: Y Bhiô Êban.');
    expect(text).toContain('kết thúc vào hồi 21 giờ 15 cùng ngày');
  });

  it('keep what was said before apart from what was said there, and leave out an uncounted vote', () => {
    expect(text).toMatch(
      /III- Ý KIẾN GỬI TRƯỚC BUỔI HỌP\n1\. Đồng chí Vi Văn Hoà: Gửi ý kiến trước\.\nIV- Ý KIẾN THẢO LUẬN\n1\. Đồng chí Y Bhiô Êban: Đồng ý\. Đề nghị sửa đường\.\nV- BIỂU QUYẾT/,
    );
    expect(text).toContain('tán thành 2/3 đảng viên chính thức; không tán thành 0;');
    expect(text).toContain('Được thông qua.');
    expect(text).not.toContain('Chưa đếm');
    expect(text).toContain('1. Sửa đường vào bản (Vi Văn Hoà, xong trước ngày 30/12/2026).');
  });

  it('put our own words into the tone style of the office, never names', () => {
    const newer = composeMinutes({ ...parts, tone: 'new' });
    for (const name of ['Hoàng Thị Thúy', 'Vi Văn Hoà', 'Chi bộ bản Hòa Lý', 'Nhà văn hóa bản Hòa Lý']) {
      expect(text).toContain(name);
      expect(newer).toContain(name);
    }
    expect(newer).toContain('Giao chi uỷ theo dõi.');
  });

  it('leave out what is not there', () => {
    const bare = composeMinutes({
      ...parts,
      meeting: { ...parts.meeting, agenda: [], conclusion: '', endsAt: null, place: '', chair: '', clerk: '' },
      opinions: [],
      votes: [],
      tasks: [],
    });
    expect(bare.split('\n').filter((line) => /^[IVX]+- /.test(line))).toEqual(['I- THÀNH PHẦN']);
    expect(bare).not.toMatch(/undefined|null|NaN/);
  });
});

it('a drafted resolution has the conclusion and the tasks, or says where to write', () => {
  const text = composeResolution(parts);
  expect(text).toContain('Nhất trí với báo cáo.\nGiao chi uỷ theo dõi.');
  expect(text).toContain('- Sửa đường vào bản (Vi Văn Hoà, xong trước ngày 30/12/2026).');
  const bare = composeResolution({ ...parts, meeting: { ...parts.meeting, conclusion: '' }, tasks: [] });
  expect(bare.match(/\[\[/g)).toHaveLength(2);
});

it('text becomes blocks of a paper without losing a word', () => {
  const text = composeMinutes(parts);
  const blocks = blocksOfText(text);
  const back = blocks.map((block) =>
    block.kind === 'heading'
      ? `${block.number} ${block.text}`
      : block.kind === 'item'
        ? `${block.mark} ${block.runs.map((run) => run.text).join('')}`
        : block.kind === 'paragraph'
          ? block.runs.map((run) => run.text).join('')
          : '',
  );
  expect(back.join('\n')).toBe(text);
  expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(7);
});

it('per cent are written as offices write them', () => {
  expect([percentOf(22, 25), percentOf(13, 15), percentOf(0, 0)]).toEqual(['88', '86,7', '0']);
});
