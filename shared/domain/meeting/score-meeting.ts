import type { MeetingFields, MeetingKind } from './meeting-record.ts';
import type { RollFigures } from './meeting-roll.ts';
import type { MeetingRules } from './meeting-rules.ts';
import type { ScoreCriterion } from './score-criterion.ts';

/** The form a kind of meeting is scored by; committees and extraordinary meetings are not scored (domain.md 5.12). */
export function criteriaOf(kind: MeetingKind, rules: MeetingRules): readonly ScoreCriterion[] {
  if (kind === 'regular') return rules.regularCriteria;
  return kind === 'thematic' ? rules.thematicCriteria : [];
}

/** What is known of a meeting that some criteria can be told from. */
export type ScoredFacts = {
  readonly meeting: MeetingFields;
  readonly figures: RollFigures;
  readonly speakers: number;
  /** Tasks of the meeting before: how many there were, how many were done in time. */
  readonly tasksBefore: number;
  readonly tasksBeforeDone: number;
  readonly wasInvited: boolean;
};

/** Share of those there who speak, from which on they are many: domain.md 5.12 names no number (unverified), and a person decides. */
const SPEAKERS_SHARE = 0.3;

/**
 * Points a form can propose from what was noted, by code of criterion: full points or none. A criterion that only people can judge is not among them.
 */
export function proposeScores(
  criteria: readonly ScoreCriterion[],
  facts: ScoredFacts,
  rules: Pick<MeetingRules, 'goodMinutes'>,
): Readonly<Record<string, number>> {
  const { meeting, figures } = facts;
  const minutes = meeting.endsAt === null ? 0 : (Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000;
  const told: Readonly<Record<string, boolean>> = {
    attendance: figures.isGood,
    'no-absence': figures.unnoted === 0 && figures.absent === 0,
    length: minutes >= rules.goodMinutes,
    speakers: figures.present > 0 && facts.speakers >= Math.max(1, figures.present * SPEAKERS_SHARE),
    invited: facts.wasInvited,
    draft: meeting.resolution.trim() !== '',
    'follow-up': facts.tasksBefore === facts.tasksBeforeDone,
    conclusion: meeting.conclusion.trim() !== '',
  };
  return Object.fromEntries(
    criteria.flatMap(({ code, points }) =>
      Object.hasOwn(told, code) ? [[code, told[code] === true ? points : 0]] : [],
    ),
  );
}

/** Points given and points there are. A score above what its criterion bears counts as that much. */
export function sumScores(
  criteria: readonly ScoreCriterion[],
  scores: Readonly<Record<string, number>>,
): { readonly given: number; readonly of: number; readonly unscored: number } {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return {
    given: sum(
      criteria.map(({ code, points }) => Math.min(points, Object.hasOwn(scores, code) ? (scores[code] ?? 0) : 0)),
    ),
    of: sum(criteria.map(({ points }) => points)),
    unscored: criteria.filter(({ code }) => !Object.hasOwn(scores, code)).length,
  };
}
