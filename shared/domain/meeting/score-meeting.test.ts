import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { instantOf, newMeeting } from './meeting-plan.ts';
import { countRoll } from './meeting-roll.ts';
import { defaultMeetingRules as rules, meetingRulesSchema } from './meeting-rules.ts';
import { criteriaOf, proposeScores, sumScores } from './score-meeting.ts';

const day = toPlainDate('2026-12-05');
const meeting = {
  ...newMeeting({ unitId: 'u', kind: 'regular', startsAt: instantOf(day, '19:30'), topic: '' }),
  endsAt: instantOf(day, '21:00'),
} as const;
const facts = {
  meeting,
  figures: countRoll([], rules),
  speakers: 0,
  tasksBefore: 2,
  tasksBeforeDone: 1,
  wasInvited: true,
};

describe('the forms that score a meeting', () => {
  it('have a hundred points each and no code twice', () => {
    expect(meetingRulesSchema.safeParse(rules).success).toBe(true);
    for (const kind of ['regular', 'thematic'] as const) {
      const criteria = criteriaOf(kind, rules);
      expect(sumScores(criteria, {}).of).toBe(100);
      expect(new Set(criteria.map(({ code }) => code)).size).toBe(criteria.length);
    }
    expect(criteriaOf('committee', rules)).toEqual([]);
  });

  it('propose points only where figures tell', () => {
    const proposed = proposeScores(criteriaOf('regular', rules), facts, rules);
    expect(proposed).toMatchObject({ length: 5, invited: 10, 'follow-up': 0, attendance: 0, speakers: 0, draft: 0 });
    expect(proposed).not.toHaveProperty('content');
    const short = { ...facts, meeting: { ...meeting, endsAt: instantOf(day, '20:59') } };
    expect(proposeScores(criteriaOf('regular', rules), short, rules)).toMatchObject({ length: 0 });
  });

  it('never give more than a criterion bears', () => {
    const criteria = criteriaOf('regular', rules);
    expect(sumScores(criteria, { prepared: 100, nonsense: 50 })).toEqual({
      given: 10,
      of: 100,
      unscored: criteria.length - 1,
    });
  });
});
