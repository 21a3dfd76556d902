import { formatDate } from '#shared/base/partial-date.ts';
import { partsOf } from '#shared/base/plain-date.ts';
import { placeTones, type TonePlace } from '#shared/base/vietnamese-tone-place.ts';
import { formalDate } from '#shared/domain/paper/formal-date.ts';
import type { MeetingFields } from './meeting-record.ts';
import { dayOfMeeting, timeOfInstant } from './meeting-plan.ts';
import type { RollEntry, RollFigures } from './meeting-roll.ts';
import type { MeetingOpinionFields } from './meeting-opinion-record.ts';
import type { MeetingTaskFields } from './meeting-task-record.ts';
import type { MeetingVoteFields } from './meeting-vote-record.ts';
import { meetingWords as words } from './meeting-words-table.ts';
import { isCarried } from './vote-rules.ts';

/** Everything the minutes are made of. Opinions, votes and tasks in the order they are to be read. */
export type MeetingParts = {
  readonly meeting: MeetingFields;
  /** Name of the cell as it is printed. */
  readonly cellName: string;
  readonly roll: readonly RollEntry[];
  readonly figures: RollFigures;
  readonly opinions: readonly MeetingOpinionFields[];
  readonly votes: readonly MeetingVoteFields[];
  readonly tasks: readonly MeetingTaskFields[];
  /** Where the office puts tone marks: for words of our own, never for names or what people wrote. */
  readonly tone: TonePlace;
};

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'] as const;

/** The minutes as text: headings `I- …`, numbered lines `1. …`, plain lines. Nothing is invented: a part without entries is left out. */
export function composeMinutes(parts: MeetingParts): string {
  const { meeting, cellName, tone } = parts;
  const own = (text: string): string => placeTones(text, tone);
  const day = dayOfMeeting(meeting);
  const begin = `${hourOf(meeting.startsAt)}, ${formalDate(day, partsOf(day).year)}`;
  const first = [own(words.begins(begin)), ...(meeting.place === '' ? [] : [`${own(words.at)} ${meeting.place}`])];
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [words.parts.people, peopleLines(parts, own)],
    [words.parts.agenda, numbered(meeting.agenda.map(({ title, presenter }) => presented(title, presenter, own)))],
    [words.parts.before, numbered(opinionLines(parts, true, own))],
    [words.parts.discussion, numbered(opinionLines(parts, false, own))],
    [words.parts.votes, numbered(parts.votes.flatMap((vote) => voteLine(vote, own)))],
    [words.parts.conclusion, linesOf(meeting.conclusion)],
    [words.parts.tasks, numbered(parts.tasks.map(taskLine))],
  ];
  const filled = sections.filter(([, lines]) => lines.length > 0);
  return [
    `${first.join(', ')}, ${cellName} ${own(words.holds)} ${lowered(meeting.title)}.`,
    ...filled.flatMap(([title, lines], i) => [`${romans[i] ?? ''}- ${own(title)}`, ...lines]),
    meeting.endsAt === null ? own(words.endsOpen) : own(words.ends(hourOf(meeting.endsAt))),
  ].join('\n');
}

type Own = (text: string) => string;

function peopleLines({ roll, figures, meeting }: MeetingParts, own: Own): readonly string[] {
  const required = roll.filter(({ standing }) => standing === 'official' || standing === 'probationary');
  const probationary = required.filter(({ standing }) => standing === 'probationary').length;
  const split =
    probationary === 0
      ? ''
      : ` (${own(words.official)} ${String(required.length - probationary)}, ${own(words.probationary)} ${String(probationary)})`;
  const share = figures.required === 0 ? '' : `, ${own(words.share(percentOf(figures.present, figures.required)))}`;
  const here = (standing: RollEntry['standing']): readonly RollEntry[] =>
    roll.filter((each) => each.standing === standing && each.status === 'present');
  const missing = (status: RollEntry['status']): readonly RollEntry[] =>
    required.filter((each) => each.status === status);
  return numbered([
    `${own(words.total)} ${words.people(figures.required)}${split}.`,
    `${own(words.present)} ${words.people(figures.present)}${share}.`,
    ...named(own(words.excused), missing('excused')),
    ...named(own(words.absent), missing('absent')),
    ...named(own(words.exempt), here('exempt')),
    ...named(own(words.temporary), here('temporary')),
    ...(meeting.guests.trim() === '' ? [] : [`${own(words.guests)} ${sentence(meeting.guests)}`]),
    ...(meeting.chair === '' ? [] : [`${own(words.chair)} ${words.comrade} ${meeting.chair}.`]),
    ...(meeting.clerk === '' ? [] : [`${own(words.clerk)} ${words.comrade} ${meeting.clerk}.`]),
  ]);
}

/** How many they are, and who, each with the reason where one was given. */
function named(label: string, people: readonly RollEntry[]): readonly string[] {
  if (people.length === 0) return [];
  const names = people.map(({ name, reason }) =>
    reason.trim() === '' ? name.full : `${name.full} (${reason.trim()})`,
  );
  return [`${label} ${words.people(people.length)}: ${names.join('; ')}.`];
}

function opinionLines({ opinions }: MeetingParts, isBefore: boolean, own: Own): readonly string[] {
  return opinions
    .filter((each) => each.isBefore === isBefore)
    .map(({ personName, text }) => `${own(words.comradeAtStart)} ${personName}: ${sentence(text)}`);
}

function voteLine(vote: MeetingVoteFields, own: Own): readonly string[] {
  const { question, way, count } = vote;
  if (count === null) return [];
  const parts = [
    `${own(words.vote.yes)} ${own(words.vote.of(count.yes, count.entitled))}`,
    `${own(words.vote.no)} ${String(count.no)}`,
    `${own(words.vote.none)} ${String(count.none)}`,
  ];
  const verdict = own(isCarried(vote) === true ? words.vote.carried : words.vote.notCarried);
  return [`${sentence(question)} ${own(words.vote[way])}: ${parts.join('; ')}. ${verdict}`];
}

function taskLine({ text, assignee, dueOn }: MeetingTaskFields): string {
  const ends = [...(assignee === '' ? [] : [assignee]), ...(dueOn === null ? [] : [words.due(formatDate(dueOn))])];
  return ends.length === 0 ? sentence(text) : `${text.trim().replace(/\.$/, '')} (${ends.join(', ')}).`;
}

function presented(title: string, presenter: string, own: Own): string {
  return presenter === '' ? sentence(title) : `${title.replace(/\.$/, '')} (${presenter} ${own(words.presentedBy)}).`;
}

function numbered(lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => `${String(i + 1)}. ${line}`);
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** One line that ends like a sentence. */
function sentence(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/gu, ' ');
  return /[.!?…]$/u.test(line) ? line : `${line}.`;
}

/** A title in the middle of a sentence: only a beginning of our own is lowered, anything else may be a name. */
function lowered(title: string): string {
  const line = title.trim().replace(/\.$/, '');
  return words.titleStarts.some((start) => line.startsWith(start))
    ? `${line.charAt(0).toLocaleLowerCase('vi')}${line.slice(1)}`
    : line;
}

/** `19 giờ 30` of an instant, by the clock in Vietnam. */
export function hourOf(instant: string): string {
  const [hour = 0, minute = 0] = timeOfInstant(instant).split(':').map(Number);
  return words.hour(hour, minute);
}

/** A share in per cent with at most one decimal, as Vietnamese offices write it: `88`, `86,7`. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? '0' : String(Math.round((part * 1000) / whole) / 10).replace('.', ',');
}
