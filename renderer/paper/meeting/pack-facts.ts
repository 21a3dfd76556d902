import type { MeetingFields } from '#shared/domain/meeting/meeting-record.ts';
import type { RollEntry, RollFigures } from '#shared/domain/meeting/meeting-roll.ts';
import type { MeetingVoteFields } from '#shared/domain/meeting/meeting-vote-record.ts';
import type { ScoreCriterion } from '#shared/domain/meeting/score-criterion.ts';
import type { PackPartName } from '#renderer/messages/meeting-pack.ts';

/** A paper of the meeting in the list of papers. `file`: index of its file among those printed along; null when it is not. */
export type PackPaper = { readonly title: string; readonly about: string; readonly file: number | null };

/** Everything the papers of a meeting are made of, in words. */
export type PackFacts = {
  readonly meetingId: string;
  readonly meeting: MeetingFields;
  readonly cellName: string;
  /** Upper and lower line of the header, and place and date of the papers, as the office prints them. */
  readonly above: string;
  readonly issuer: string;
  readonly placeAndDate: string;
  /** Day and time of the meeting in words. */
  readonly when: string;
  readonly invitation: string;
  readonly roll: readonly RollEntry[];
  readonly figures: RollFigures;
  readonly votes: readonly MeetingVoteFields[];
  readonly criteria: readonly ScoreCriterion[];
  readonly papers: readonly PackPaper[];
  /** The minutes as they stand, for a meeting that was held; empty before. */
  readonly minutes: string;
};

/** What is printed of it. `named`: an invitation for each member, with the code. */
export type PackChoice = { readonly parts: ReadonlySet<PackPartName>; readonly named: boolean };

/** On which page a named part begins, from 1; 0 while it is not known. */
export type PageOf = (name: string) => number;
