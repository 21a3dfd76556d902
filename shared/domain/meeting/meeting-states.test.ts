import { describe, expect, it } from 'vitest';
import { meetingStateSchema, type MeetingState } from './meeting-record.ts';
import { findClosingProblems, isAhead, isWritable, mayBecome, type ClosingFacts } from './meeting-states.ts';

const states = meetingStateSchema.options;
const well: ClosingFacts = {
  unnoted: 0,
  present: 12,
  excusedWithoutReason: 0,
  hasQuorum: true,
  uncountedVotes: 0,
  wrongVotes: 0,
  nowIso: '2026-12-05T16:00:00.000Z',
};
const meeting = {
  kind: 'regular',
  startsAt: '2026-12-05T12:30:00.000Z',
  endsAt: '2026-12-05T14:30:00.000Z',
  chair: 'Lò Văn Panh',
  clerk: 'Vi Thị Sáo',
  conclusion: 'Nhất trí.',
  resolution: 'Chi bộ quyết nghị:',
} as const;
const codes = (
  changes: Partial<Parameters<typeof findClosingProblems>[0]>,
  facts: Partial<ClosingFacts> = {},
): string[] =>
  findClosingProblems({ ...meeting, ...changes }, { ...well, ...facts }).map(({ code, weight }) => `${weight} ${code}`);

describe('the standing of a meeting', () => {
  it('goes from plan to closing, and never leaves a dead end', () => {
    for (const [from, to] of [
      ['planned', 'invited'],
      ['invited', 'held'],
      ['held', 'closed'],
      ['planned', 'held'],
      ['planned', 'cancelled'],
      ['invited', 'cancelled'],
      ['cancelled', 'planned'],
      ['closed', 'held'],
    ] as const)
      expect(mayBecome(from, to)).toBe(true);
    for (const state of states) expect(states.some((to) => mayBecome(state, to))).toBe(true);
  });

  it('does not call off what was held, nor close what was not', () => {
    for (const [from, to] of [
      ['held', 'cancelled'],
      ['closed', 'cancelled'],
      ['planned', 'closed'],
      ['invited', 'closed'],
      ['cancelled', 'held'],
      ['cancelled', 'closed'],
    ] as const)
      expect(mayBecome(from, to)).toBe(false);
    for (const state of states) expect(mayBecome(state, state)).toBe(false);
  });

  it('says what may be written', () => {
    const writable: MeetingState[] = states.filter(isWritable);
    expect(writable).toEqual(['planned', 'invited', 'held']);
    expect(states.filter(isAhead)).toEqual(['planned', 'invited']);
  });
});

describe('closing a meeting', () => {
  it('is free when everything is there', () => {
    expect(codes({})).toEqual([]);
  });

  it('is stopped by what makes minutes untrue', () => {
    expect(codes({}, { unnoted: 2 })).toEqual(['stop not-all-noted']);
    expect(codes({}, { present: 0 })).toEqual(['stop nobody-present']);
    expect(codes({ chair: ' ' })).toEqual(['stop chair-missing']);
    expect(codes({ endsAt: null })).toEqual(['stop end-missing']);
    expect(codes({ endsAt: meeting.startsAt })).toEqual(['stop end-before-start']);
    expect(codes({}, { wrongVotes: 1, uncountedVotes: 1 })).toEqual(['stop vote-sums', 'stop vote-uncounted']);
    expect(codes({}, { nowIso: '2026-12-01T00:00:00.000Z' })).toEqual(['stop starts-ahead']);
  });

  it('only asks about the rest', () => {
    expect(codes({ clerk: '', conclusion: '', resolution: '' }, { hasQuorum: false, excusedWithoutReason: 1 })).toEqual(
      [
        'note no-quorum',
        'note clerk-missing',
        'note absence-reason-missing',
        'note conclusion-missing',
        'note resolution-missing',
      ],
    );
    expect(codes({ kind: 'committee', resolution: '' })).toEqual([]);
  });
});
