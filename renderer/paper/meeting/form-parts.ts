import { blocksOfText } from '#shared/domain/meeting/blocks-of-text.ts';
import { meetingPackText } from '#renderer/messages/meeting-pack.ts';
import type { Block } from '#shared/domain/paper/paper-content.ts';
import { centred } from '../forms/form-pieces.ts';
import type { SheetPart } from '../sheet/sheet-parts.ts';
import type { PackFacts } from './pack-facts.ts';
import { bothSign, packHead, said, TABLE_SIZE } from './pack-pieces.ts';

const { paper: words, parts: names } = meetingPackText;

/** Ballots on a page, and lines to write on in the forms. */
const BALLOTS_ON_PAGE = 3;
const BALLOT_ROOM = 30;
const RESOLUTION_LINES = 16;
const DISCUSSION_LINES = 14;
const CONCLUSION_LINES = 8;
const TASK_ROWS = 4;
const VOTE_ROWS = 2;

/** The resolution as it was drafted, to be read aloud and voted on; lines to write on while there is none. */
export function resolutionParts(facts: PackFacts): readonly SheetPart[] {
  const text = facts.meeting.resolution.trim();
  const head = packHead(names.resolution, words.resolution, facts);
  if (text === '')
    return [
      ...head,
      { kind: 'text', text: words.noResolution, look: { before: 12 } },
      { kind: 'blank', lines: RESOLUTION_LINES },
    ];
  return [...head, ...textParts(withBlanks(text))];
}

/** `[[…]]` of a draft is room to write by hand. */
function withBlanks(text: string): string {
  return text.replace(/\[\[.*?\]\]/gu, '.'.repeat(60));
}

/** A text written line by line, in the type of the sheet. */
export function textParts(text: string): readonly SheetPart[] {
  return blocksOfText(text).map((block) => partOf(block));
}

function partOf(block: Block): SheetPart {
  if (block.kind === 'heading')
    return {
      kind: 'text',
      text: `${block.number} ${block.text}`,
      look: { face: 'bold', role: 'H2', before: 10, keepNext: true },
    };
  const words_ = 'runs' in block ? block.runs.map(({ text }) => text).join('') : '';
  if (block.kind === 'item')
    return { kind: 'text', text: `${block.mark} ${words_}`, look: { align: 'justify', firstIndent: 28, before: 4 } };
  return { kind: 'text', text: words_, look: { align: 'justify', firstIndent: 28, before: 5 } };
}

/** Ballots to be cut apart: enough for all official members where a secret vote is prepared; one page without a question else. */
export function ballotParts(facts: PackFacts): readonly SheetPart[] {
  const secret = facts.votes.filter(({ way }) => way === 'ballot');
  const sheets =
    secret.length === 0
      ? [{ question: '', count: BALLOTS_ON_PAGE }]
      : secret.map(({ question }) => ({ question, count: Math.max(1, facts.figures.entitled) }));
  let isFirst = true;
  return sheets.flatMap(({ question, count }) =>
    Array.from({ length: Math.ceil(count / BALLOTS_ON_PAGE) }, (_, page) => page).flatMap((page): SheetPart[] => {
      const turn: SheetPart = isFirst ? { kind: 'turn', name: names.ballots } : { kind: 'turn' };
      isFirst = false;
      const onPage = Math.min(BALLOTS_ON_PAGE, count - page * BALLOTS_ON_PAGE);
      return [turn, ...Array.from({ length: onPage }, (_, i) => ballot(facts, question, i > 0)).flat()];
    }),
  );
}

function ballot({ issuer, meeting }: PackFacts, question: string, isCut: boolean): readonly SheetPart[] {
  return [
    ...(isCut ? [{ kind: 'space', height: 8 } as const, { kind: 'rule', isDotted: true } as const] : []),
    centred(issuer, 'bold', { before: 8, keepNext: true }),
    centred(words.ballot, 'bold', { size: 1.15, role: 'H2', keepNext: true }),
    centred(meeting.title, 'italic', { keepNext: true }),
    {
      kind: 'fields',
      fields: [{ label: words.ballotQuestion, value: question }],
      lines: question === '' ? 2 : 1,
      before: 6,
    },
    {
      kind: 'columns',
      before: 10,
      columns: [words.ballotYes, words.ballotNo, words.ballotOther].map((choice) => ({
        share: 1 / 3,
        parts: [{ kind: 'boxes', label: choice, value: '', groups: [1] }],
      })),
    },
    centred(words.ballotHint, 'italic', { before: 8 }),
    { kind: 'space', height: BALLOT_ROOM },
  ];
}

/** The minutes: as they stand for a meeting that was held, else a form to write them in by hand. */
export function minutesParts(facts: PackFacts): readonly SheetPart[] {
  const head = packHead(names.minutes, words.minutes, facts);
  if (facts.minutes.trim() !== '') return [...head, ...textParts(facts.minutes), bothSign(facts)];
  const { meeting, figures } = facts;
  const field = (label: string, value = '', lines = 1): SheetPart => ({
    kind: 'fields',
    fields: [{ label, value }],
    lines,
    before: 5,
  });
  const title = (text: string): SheetPart => ({
    kind: 'text',
    text,
    look: { face: 'bold', role: 'H2', before: 10, keepNext: true },
  });
  return [
    ...head,
    said(words.time, facts.when),
    field(words.place, meeting.place),
    {
      kind: 'fields',
      fields: [
        { label: words.minutesBegin, value: '' },
        { label: words.minutesEnd, value: '' },
      ],
      before: 5,
    },
    field(words.chair, meeting.chair),
    field(words.clerk, meeting.clerk),
    field(words.minutesPresent(figures.required)),
    field(words.minutesExcused, '', 3),
    field(words.minutesAbsent, '', 2),
    field(words.minutesGuests, meeting.guests),
    title(words.content),
    ...meeting.agenda.map((item, i): SheetPart => ({
      kind: 'text',
      text: `${String(i + 1)}. ${item.title}`,
      look: { leftIndent: 28, before: 2 },
    })),
    title(words.minutesDiscussion),
    { kind: 'blank', lines: DISCUSSION_LINES },
    title(words.minutesVotes),
    ...voteForms(facts),
    title(words.minutesConclusion),
    { kind: 'blank', lines: CONCLUSION_LINES },
    title(words.minutesTasks),
    {
      kind: 'table',
      size: TABLE_SIZE,
      columns: [
        { head: words.minutesTaskColumns.what, share: 4 },
        { head: words.minutesTaskColumns.who, share: 2.4 },
        { head: words.minutesTaskColumns.due, share: 1.4 },
      ],
      rows: Array.from({ length: TASK_ROWS }, () => ['', '', '']),
      least: 44,
    },
    bothSign(facts),
  ];
}

function voteForms({ votes }: PackFacts): readonly SheetPart[] {
  const asked = votes.length > 0 ? votes.map(({ question }) => question) : Array.from({ length: VOTE_ROWS }, () => '');
  return asked.flatMap((question, i): SheetPart[] => [
    { kind: 'fields', fields: [{ label: `${String(i + 1)}.`, value: question }], before: 6 },
    {
      kind: 'fields',
      fields: [
        { label: words.minutesVoteLine, value: '', share: 0.31 },
        { label: words.minutesVoteNo, value: '', share: 0.38 },
        { label: words.minutesVoteNone, value: '', share: 0.31 },
      ],
      before: 3,
    },
  ]);
}

/** The form that scores the meeting; points already given stand in it. */
export function scoreParts(facts: PackFacts): readonly SheetPart[] {
  const { criteria, meeting } = facts;
  const sum = criteria.reduce((all, { points }) => all + points, 0);
  const point = (value: number | undefined): string => (value === undefined ? '' : String(value).replace('.', ','));
  const rows = criteria.flatMap((criterion, i) => [
    ...(criterion.group === criteria[i - 1]?.group
      ? []
      : [['', [{ text: criterion.group, face: 'bold' as const }], '', '']]),
    [String(i + 1), criterion.title, point(criterion.points), point(meeting.scores[criterion.code])],
  ]);
  return [
    ...packHead(names.score, words.score, facts),
    {
      kind: 'table',
      size: TABLE_SIZE,
      before: 10,
      columns: [
        { head: words.scoreColumns.place, share: 0.8, align: 'centre' },
        { head: words.scoreColumns.what, share: 5 },
        { head: words.scoreColumns.most, share: 1.1, align: 'centre' },
        { head: words.scoreColumns.given, share: 1.2, align: 'centre' },
      ],
      rows,
      total: ['', words.scoreTotal, point(sum), ''],
    },
    bothSign(facts),
  ];
}
