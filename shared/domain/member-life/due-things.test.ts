import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { findBoardPlace } from './candidate-board.ts';
import { findDueThings } from './due-things.ts';
import type { LifeEvent } from './life-event.ts';
import type { MemberStory } from './record-on-day.ts';

const today = toPlainDate('2026-11-30');
const rules = defaultMemberRules;

function event(kind: MemberEventKind, on: string, until: string | null = null): LifeEvent {
  return {
    ...{ id: `${on} ${kind}`, kind, effectiveOn: toPartialDate(on), until: until === null ? null : toPlainDate(until) },
    ...{ state: 'decided', isPastOnly: false, sets: {}, form: '', years: null, unitId: null },
    before: { state: 'official', candidateStage: null },
  };
}

function story(fields: Partial<MemberFields>, ...events: readonly LifeEvent[]): MemberStory {
  const member = { ...blankMember, name: splitPersonName('Nông Thị Đào'), ...fields };
  return { member, events, madeOn: toPlainDate('2020-01-01') };
}

const official = {
  state: 'official',
  admittedOn: toPartialDate('2010-02-03'),
  officialOn: toPartialDate('2011-02-03'),
  cardNumber: '86104227',
} as const;
const due = (...given: Parameters<typeof story>): string[] =>
  findDueThings(story(...given), today, rules).map(({ kind, on }) => `${kind} ${on}`);

describe('what falls due', () => {
  it('is the recognition of who is on probation, late ones too, and of who was readmitted from that day', () => {
    const probationary = { state: 'probationary', admittedOn: toPartialDate('2025-12-20') } as const;
    expect(due(probationary)).toEqual(['recognition 2026-12-20']);
    expect(due({ ...probationary, admittedOn: toPartialDate('2025-03-01') })).toEqual(['recognition 2026-03-01']);
    expect(due({ ...probationary, admittedOn: toPartialDate('2026-03-01') })).toEqual([]);
    const again = {
      ...probationary,
      admittedOn: toPartialDate('2001-03-01'),
      readmittedOn: toPartialDate('2026-06-01'),
    };
    expect(due(again)).toEqual([]);
  });

  it('is a card some time after the recognition, nobody being asked who has one', () => {
    expect(due({ ...official, cardNumber: '' })).toEqual(['card 2011-05-04']);
    expect(due({ ...official, cardNumber: '', officialOn: toPartialDate('2011') })).toEqual([]);
    expect(due(official)).toEqual([]);
  });

  it('is the end of what lasts: temporary activity, exemption, the effect of a discipline', () => {
    expect(due(official, event('temporary-out', '2026-06-01', '2026-12-31'))).toEqual(['temporary 2026-12-31']);
    expect(due(official, event('temporary-out', '2026-06-01', '2027-02-28'))).toEqual([]);
    expect(
      due(official, event('temporary-out', '2026-06-01', '2026-12-31'), event('temporary-ended', '2026-10-01')),
    ).toEqual([]);
    expect(due(official, event('exempted', '2026-06-01', '2026-11-01'))).toEqual(['exemption 2026-11-01']);
    expect(due(official, event('disciplined', '2025-12-15'))).toEqual(['discipline 2026-12-14']);
    expect(due(official, event('disciplined', '2025-12-15'), event('disciplined', '2026-05-02'))).toEqual([]);
  });

  it('is a look at the papers of a candidate', () => {
    const candidate = { state: 'candidate', candidateStage: 'aware' } as const;
    const aware = {
      ...event('awareness-class', '2025-12-10'),
      before: { state: 'candidate', candidateStage: 'chosen' },
    };
    expect(due(candidate, aware)).toEqual(['candidate-file 2026-12-10']);
    expect(due(candidate)).toEqual([]);
  });
});

describe('the way into the Party', () => {
  const place = (...given: Parameters<typeof story>): unknown => findBoardPlace(story(...given), today, rules);

  it('shows the step, since when, and until when the next one is wanted', () => {
    const opened = { ...event('file-opened', '2026-05-04'), before: { state: 'candidate', candidateStage: 'aware' } };
    expect(place({ state: 'candidate', candidateStage: 'preparing' }, opened)).toEqual({
      step: 'preparing',
      since: '2026-05-04',
      due: '2027-05-04',
    });
    expect(place({ state: 'candidate', candidateStage: null })).toEqual({ step: 'chosen', since: null, due: null });
    expect(place({ state: 'probationary', admittedOn: toPartialDate('2026-02-03') })).toEqual({
      step: 'probationary',
      since: '2026-02-03',
      due: '2027-02-03',
    });
  });

  it('shows who was recognised for a year, and nobody else', () => {
    expect(place({ ...official, officialOn: toPartialDate('2026-02-03') })).toMatchObject({ step: 'official' });
    expect(place(official)).toBeUndefined();
    expect(place({ ...official, state: 'left' })).toBeUndefined();
  });
});
