import { describe, expect, it } from 'vitest';
import { recordIdSchema } from '#shared/base/ids.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { meetingSchema } from './meeting-record.ts';
import {
  dayInMonth,
  dayOfMeeting,
  habitOf,
  instantOf,
  listMonths,
  newMeeting,
  planMeetings,
  thematicMonths,
  timeOfInstant,
  type CellHabit,
} from './meeting-plan.ts';
import { defaultMeetingRules } from './meeting-rules.ts';

const [first, second] = ['019a4d2e-7c11-7abc-8def-000000000001', '019a4d2e-7c11-7abc-8def-000000000002'];
const habit: CellHabit = { day: 31, time: '19:30', place: 'Nhà văn hoá', chair: 'Lò Văn Panh', clerk: '' };
const cells = [
  { id: first, habit },
  { id: second, habit: { ...habit, day: 3 } },
];

describe('a day and time of a meeting', () => {
  it('are those of a clock in Vietnam, late evenings too', () => {
    const at = instantOf(toPlainDate('2026-12-31'), '23:45');
    expect(at).toBe('2026-12-31T16:45:00.000Z');
    expect(timeOfInstant(at)).toBe('23:45');
    expect(dayOfMeeting({ startsAt: at })).toBe('2026-12-31');
    expect(dayOfMeeting({ startsAt: instantOf(toPlainDate('2026-12-01'), '06:30') })).toBe('2026-12-01');
  });

  it('fall on the last day of a month that is too short', () => {
    expect(dayInMonth('2027-02', 31)).toBe('2027-02-28');
    expect(dayInMonth('2028-02', 30)).toBe('2028-02-29');
    expect(dayInMonth('2026-12', 31)).toBe('2026-12-31');
  });
});

describe('a plan', () => {
  it('makes a whole meeting for each cell and month, on the usual day of the cell', () => {
    const planned = planMeetings({ cells, kind: 'regular', months: listMonths('2026-11', 3), topic: '' }, []);
    expect(planned).toHaveLength(6);
    expect(planned.map(({ fields }) => dayOfMeeting(fields))).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2026-11-03',
      '2026-12-03',
      '2027-01-03',
    ]);
    for (const { id, fields } of planned) {
      expect(recordIdSchema.safeParse(id).success).toBe(true);
      expect(meetingSchema.safeParse(fields).success).toBe(true);
      expect(fields.agenda.length).toBeGreaterThan(3);
    }
    expect(planned[1]?.fields.title).toBe('Sinh hoạt chi bộ thường kỳ tháng 12/2026');
    expect(planned[1]?.fields.place).toBe('Nhà văn hoá');
  });

  it('gives the same ids on another PC, so that planning twice makes one meeting', () => {
    const plan = { cells, kind: 'regular', months: ['2026-12'], topic: '' } as const;
    expect(planMeetings(plan, []).map(({ id }) => id)).toEqual(planMeetings(plan, []).map(({ id }) => id));
    expect(planMeetings({ ...plan, kind: 'thematic' }, [])[0]?.id).not.toBe(planMeetings(plan, [])[0]?.id);
  });

  it('leaves alone what a cell already has in that month, but not what was cancelled', () => {
    const there = newMeeting({
      unitId: first,
      kind: 'regular',
      startsAt: instantOf(toPlainDate('2026-12-07'), '08:00'),
      topic: '',
    });
    const plan = { cells, kind: 'regular', months: ['2026-12'], topic: '' } as const;
    expect(planMeetings(plan, [there]).map(({ fields }) => fields.unitId)).toEqual([second]);
    expect(planMeetings(plan, [{ ...there, state: 'cancelled' }])).toHaveLength(2);
    expect(planMeetings({ ...plan, kind: 'thematic' }, [there])).toHaveLength(2);
  });

  it('has a thematic meeting in the last month of each quarter', () => {
    expect(thematicMonths(listMonths('2026-11', 6), 3)).toEqual(['2026-12', '2027-03']);
    expect(thematicMonths(listMonths('2026-01', 12), 6)).toEqual(['2026-06', '2026-12']);
  });
});

describe('the habit of a cell', () => {
  const meeting = (day: string, time: string, extra = {}): Parameters<typeof habitOf>[1][number] => ({
    ...newMeeting({ unitId: first, kind: 'regular', startsAt: instantOf(toPlainDate(day), time), topic: '' }),
    place: `Nhà ${day}`,
    ...extra,
  });

  it('is what its last regular meetings show; one moved meeting does not change it', () => {
    const meetings = [
      meeting('2026-09-05', '19:30'),
      meeting('2026-10-05', '19:30'),
      meeting('2026-11-08', '07:00'),
      meeting('2026-12-01', '08:00', { state: 'cancelled' }),
      meeting('2026-12-02', '08:00', { kind: 'thematic' }),
    ];
    expect(habitOf(first, meetings, defaultMeetingRules)).toMatchObject({
      day: 5,
      time: '19:30',
      place: 'Nhà 2026-11-08',
    });
  });

  it('is what the rules say for a cell that has not met', () => {
    expect(habitOf(second, [meeting('2026-09-09', '07:00')], defaultMeetingRules)).toMatchObject({
      day: 5,
      time: '19:30',
    });
  });
});
