import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { instantOf, newMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import { changesOfDraft, findPrepareProblems, toPrepareDraft } from './prepare-draft.ts';

const day = toPlainDate('2026-12-05');
const meeting = {
  ...newMeeting({ unitId: 'u', kind: 'regular', startsAt: instantOf(day, '19:30'), topic: '' }),
  seq: 4,
};

describe('the form of a meeting', () => {
  it('that was only opened changes nothing, the usual words of the invitation included', () => {
    const draft = toPrepareDraft(meeting);
    expect(changesOfDraft(draft, meeting)).toEqual({});
    expect(findPrepareProblems(draft).size).toBe(0);
    expect(draft.seen).toBe(4);
  });

  it('writes what was changed, in its stored form', () => {
    const draft = { ...toPrepareDraft(meeting), time: '2000', endTime: '21h30', place: ' Nhà  văn hoá ' };
    expect(changesOfDraft(draft, meeting)).toEqual({
      startsAt: instantOf(day, '20:00'),
      endsAt: instantOf(day, '21:30'),
      place: 'Nhà văn hoá',
    });
  });

  it('takes an end earlier than the beginning for past midnight', () => {
    const draft = { ...toPrepareDraft(meeting), endTime: '0015' };
    expect(changesOfDraft(draft, meeting).endsAt).toBe(instantOf(toPlainDate('2026-12-06'), '00:15'));
  });

  it('drops lines of the agenda without words, and keeps the others in order', () => {
    const agenda = [
      { title: 'Một', presenter: '', minutes: 5 },
      { title: ' ', presenter: 'ai', minutes: 5 },
      { title: 'Hai', presenter: '', minutes: 5 },
    ];
    expect(changesOfDraft({ ...toPrepareDraft(meeting), agenda }, meeting).agenda?.map(({ title }) => title)).toEqual([
      'Một',
      'Hai',
    ]);
  });

  it('says what it does not understand', () => {
    const draft = { ...toPrepareDraft(meeting), title: ' ', day: null, time: 'tối', endTime: '25h' };
    expect([...findPrepareProblems(draft)]).toEqual(['title', 'day', 'time', 'endTime']);
  });
});
