import { meetingPackText, type PackPartName } from '#renderer/messages/meeting-pack.ts';
import type { PaperFonts } from '../fonts.ts';
import { centred, partyHeader } from '../forms/form-pieces.ts';
import { findNamedPages } from '../sheet/find-named-pages.ts';
import { largePage } from '../sheet/sheet-pages.ts';
import type { Sheet, SheetPart } from '../sheet/sheet-parts.ts';
import { agendaParts, paperListParts } from './agenda-parts.ts';
import { attendanceParts } from './attendance-parts.ts';
import { ballotParts, minutesParts, resolutionParts, scoreParts } from './form-parts.ts';
import { invitationParts } from './invitation-parts.ts';
import type { PackChoice, PackFacts, PageOf } from './pack-facts.ts';
import { said } from './pack-pieces.ts';

const { paper: words, parts: names } = meetingPackText;

/** Parts in the order they lie in the pack; files come behind the sheet. */
const order: readonly Exclude<PackPartName, 'files'>[] = [
  'invitation',
  'agenda',
  'attendance',
  'papers',
  'resolution',
  'ballots',
  'minutes',
  'score',
];

/** Where the files begin: pages of each file, in order; none when they are not printed along. */
export type PackFilePages = readonly number[];

/**
 * Everything for a meeting as one sheet in large type: a cover with contents, then each part on a page of its own, named in the outline. Page numbers in the
 * contents are right for the files that follow the sheet, too.
 */
export function meetingPack(
  facts: PackFacts,
  choice: PackChoice,
  filePages: PackFilePages,
  fonts: PaperFonts,
): { readonly sheet: Sheet; readonly count: number } {
  const first = packSheet(facts, choice, filePages, () => 0, 0);
  const { pages, count } = findNamedPages(first, fonts);
  const pageOf: PageOf = (name) => {
    const file = fileIndex(name);
    if (file === undefined) return pages.get(name) ?? 0;
    return count + 1 + filePages.slice(0, file).reduce((sum, each) => sum + each, 0);
  };
  return { sheet: packSheet(facts, choice, filePages, pageOf, count), count };
}

const FILE = 'file ';

/** Name under which the first page of a file is asked for. */
function fileName(index: number): string {
  return `${FILE}${String(index)}`;
}

function fileIndex(name: string): number | undefined {
  return name.startsWith(FILE) ? Number(name.slice(FILE.length)) : undefined;
}

function packSheet(
  facts: PackFacts,
  { parts, named }: PackChoice,
  filePages: PackFilePages,
  pageOf: PageOf,
  sheetPages: number,
): Sheet {
  const all = sheetPages + filePages.reduce((sum, each) => sum + each, 0);
  const contents: Readonly<Record<Exclude<PackPartName, 'files'>, () => readonly SheetPart[]>> = {
    invitation: () => invitationParts(facts, named),
    agenda: () => agendaParts(facts),
    attendance: () => attendanceParts(facts),
    papers: () => paperListParts(facts, pageOf, fileName),
    resolution: () => resolutionParts(facts),
    ballots: () => ballotParts(facts),
    minutes: () => minutesParts(facts),
    score: () => scoreParts(facts),
  };
  const printed = order.filter((part) => parts.has(part) && !isEmpty(part, facts));
  return {
    page: largePage,
    title: `${meetingPackText.title}: ${facts.meeting.title}`,
    author: facts.cellName,
    footer: facts.cellName,
    pageWords: (page) => words.page(page, all),
    parts: [
      ...cover(facts, [
        ...printed.map((part) => [names[part], pageOf(names[part])] as const),
        ...(filePages.length === 0 ? [] : [[names.files, pageOf(fileName(0))] as const]),
      ]),
      ...printed.flatMap((part) => contents[part]()),
    ],
  };
}

/** Parts of which there would only be a heading. */
function isEmpty(part: PackPartName, { criteria, papers }: PackFacts): boolean {
  return (part === 'score' && criteria.length === 0) || (part === 'papers' && papers.length === 0);
}

function cover(facts: PackFacts, lines: readonly (readonly [string, number])[]): readonly SheetPart[] {
  const { meeting } = facts;
  return [
    { kind: 'turn', name: meetingPackText.title },
    partyHeader({ above: facts.above, issuer: facts.issuer, party: words.party }),
    centred(words.pack, 'bold', { size: 1.5, role: 'H1', before: 40 }),
    centred(meeting.title, 'bold', { size: 1.2, before: 6 }),
    { kind: 'space', height: 16 },
    said(words.time, facts.when),
    said(words.place, meeting.place),
    said(words.chair, meeting.chair),
    said(words.clerk, meeting.clerk),
    { kind: 'text', text: words.contents, look: { face: 'bold', role: 'H2', before: 24, keepNext: true } },
    {
      kind: 'table',
      columns: [
        { head: words.contentsColumns.what, share: 5 },
        { head: words.contentsColumns.page, share: 1.4, align: 'centre' },
      ],
      size: 1,
      rows: lines.map(([name, page]) => [name, String(page)]),
      least: 30,
    },
  ];
}
