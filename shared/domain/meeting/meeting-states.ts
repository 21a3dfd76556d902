import type { MeetingFields, MeetingKind, MeetingState } from './meeting-record.ts';

/**
 * Steps a meeting may take from where it stands. One that was never invited to is held all the same (entered late); a cancelled one is planned anew; a
 * closed one is opened again to be mended.
 */
const steps: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['invited', 'held', 'cancelled'],
  invited: ['held', 'planned', 'cancelled'],
  held: ['closed', 'invited'],
  closed: ['held'],
  cancelled: ['planned'],
};

/** Whether a meeting may go from one standing to another. */
export function mayBecome(from: MeetingState, to: MeetingState): boolean {
  return steps[from].includes(to);
}

/** Whether the meeting still lies ahead: its plan may be changed freely. */
export function isAhead(state: MeetingState): boolean {
  return state === 'planned' || state === 'invited';
}

/** Whether anything of a meeting may be written: not once it is closed or cancelled. */
export function isWritable(state: MeetingState): boolean {
  return state !== 'closed' && state !== 'cancelled';
}

/** What can be wrong with a meeting that is to be closed. */
export type ClosingProblemCode =
  | 'not-all-noted'
  | 'nobody-present'
  | 'no-quorum'
  | 'chair-missing'
  | 'clerk-missing'
  | 'end-missing'
  | 'end-before-start'
  | 'vote-uncounted'
  | 'vote-sums'
  | 'absence-reason-missing'
  | 'conclusion-missing'
  | 'resolution-missing'
  | 'starts-ahead';

/** `stop`: it cannot be closed with it. `note`: a person should look, and may close all the same. */
export type ClosingProblem = { readonly code: ClosingProblemCode; readonly weight: 'stop' | 'note' };

/** What the rules look at beside the meeting itself. */
export type ClosingFacts = {
  /** Of those who must come: not noted yet, present; excused without words why. */
  readonly unnoted: number;
  readonly present: number;
  readonly excusedWithoutReason: number;
  readonly hasQuorum: boolean;
  readonly uncountedVotes: number;
  readonly wrongVotes: number;
  readonly nowIso: string;
};

/** Kinds whose meetings end in a resolution (domain.md 5.12). */
const withResolution: readonly MeetingKind[] = ['regular', 'thematic'];

type Closed = Pick<MeetingFields, 'kind' | 'startsAt' | 'endsAt' | 'chair' | 'clerk' | 'conclusion' | 'resolution'>;

/** Everything that stands in the way of closing a meeting, or that a person should look at before; weightiest first. */
export function findClosingProblems(meeting: Closed, facts: ClosingFacts): readonly ClosingProblem[] {
  const { startsAt, endsAt } = meeting;
  const wrong: readonly (readonly [boolean, ClosingProblemCode, ClosingProblem['weight']])[] = [
    [startsAt > facts.nowIso, 'starts-ahead', 'stop'],
    [facts.unnoted > 0, 'not-all-noted', 'stop'],
    [facts.present === 0, 'nobody-present', 'stop'],
    [meeting.chair.trim() === '', 'chair-missing', 'stop'],
    [endsAt === null, 'end-missing', 'stop'],
    [endsAt !== null && endsAt <= startsAt, 'end-before-start', 'stop'],
    [facts.wrongVotes > 0, 'vote-sums', 'stop'],
    [facts.uncountedVotes > 0, 'vote-uncounted', 'stop'],
    [!facts.hasQuorum, 'no-quorum', 'note'],
    [meeting.clerk.trim() === '', 'clerk-missing', 'note'],
    [facts.excusedWithoutReason > 0, 'absence-reason-missing', 'note'],
    [meeting.conclusion.trim() === '', 'conclusion-missing', 'note'],
    [withResolution.includes(meeting.kind) && meeting.resolution.trim() === '', 'resolution-missing', 'note'],
  ];
  return wrong.flatMap(([isWrong, code, weight]) => (isWrong ? [{ code, weight }] : []));
}
