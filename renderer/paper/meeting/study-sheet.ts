import { studyText } from '#renderer/messages/study.ts';
import { meetingPackText } from '#renderer/messages/meeting-pack.ts';
import { centred } from '../forms/form-pieces.ts';
import { largePage } from '../sheet/sheet-pages.ts';
import type { Sheet } from '../sheet/sheet-parts.ts';
import { TABLE_SIZE } from './pack-pieces.ts';

const { paper: words } = studyText;

/** A line of a reading list. `missing`: names of who has not studied it; null where nobody is named. */
export type StudyLine = {
  readonly title: string;
  readonly about: string;
  readonly minutes: number;
  readonly dueOn: string;
  readonly share: string;
  readonly missing: readonly string[] | null;
};

/** What a reading list prints. */
export type StudyListFacts = {
  readonly above: string;
  readonly cellName: string;
  readonly printedOn: string;
  readonly items: readonly StudyLine[];
};

/** The reading list of a cell in large type, to be handed out or put on the wall. */
export function studySheet({ above, cellName, printedOn, items }: StudyListFacts): Sheet {
  return {
    page: largePage,
    title: studyText.printTitle(cellName),
    author: cellName,
    footer: `${cellName}, ${printedOn}`,
    pageWords: meetingPackText.paper.page,
    parts: [
      ...(above === '' ? [] : [centred(above)]),
      centred(words.title, 'bold', { size: 1.25, role: 'H1', before: 10, keepNext: true }),
      centred(cellName, 'bold'),
      {
        kind: 'table',
        size: TABLE_SIZE,
        before: 12,
        columns: [
          { head: words.columns.place, share: 0.8, align: 'centre' },
          { head: words.columns.what, share: 4.6 },
          { head: words.columns.minutes, share: 0.9, align: 'centre' },
          { head: words.columns.due, share: 1.7, align: 'centre' },
          { head: words.columns.share, share: 1.3, align: 'centre' },
        ],
        rows: items.map(({ title, about, minutes, dueOn, share, missing }, i) => [
          String(i + 1),
          [
            { text: title, face: 'bold' as const },
            ...(about === '' ? [] : [{ text: `\n${about}`, face: 'regular' as const }]),
            ...(missing === null ? [] : [{ text: `\n${sayMissing(missing)}`, face: 'italic' as const }]),
          ],
          minutes === 0 ? '' : String(minutes),
          dueOn,
          share,
        ]),
      },
    ],
  };
}

function sayMissing(names: readonly string[]): string {
  return names.length === 0 ? words.everybody : `${words.missing} ${names.join('; ')}.`;
}
