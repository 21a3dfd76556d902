import type { SheetPart, SheetText } from '../sheet/sheet-parts.ts';

/** Lines of one block of a header or signature, from top to bottom. */
export type BlockLine = {
  readonly text: string;
  readonly face?: 'regular' | 'bold' | 'italic';
  readonly isUnderlined?: boolean;
};

/** A text in the middle. */
export function centred(text: string, face: BlockLine['face'] = 'regular', look: SheetText['look'] = {}): SheetText {
  return { kind: 'text', text, look: { align: 'centre', face, ...look } };
}

/** The title of a form, and what stands small below it. */
export function formTitle(title: string, below = ''): readonly SheetPart[] {
  const head = centred(title, 'bold', { size: 1.2, role: 'H1', before: 14, keepNext: true });
  return below === '' ? [head] : [head, centred(below, 'italic', { keepNext: true })];
}

/**
 * Header of a Party form (HD 05-HD/VPTW): the organisation at the left, its superior above it, the Party's name underlined at the right with place and date.
 */
export function partyHeader({
  above,
  issuer,
  number = '',
  party,
  placeAndDate = '',
}: {
  readonly above: string;
  readonly issuer: string;
  readonly number?: string;
  readonly party: string;
  readonly placeAndDate?: string;
}): SheetPart {
  const left: SheetPart[] = [
    ...(above === '' ? [] : [centred(above)]),
    centred(issuer, 'bold'),
    centred('*'),
    ...(number === '' ? [] : [centred(number)]),
  ];
  const right: SheetPart[] = [
    centred(party, 'bold', { isUnderlined: true }),
    ...(placeAndDate === '' ? [] : [centred(placeAndDate, 'italic', { before: 14 })]),
  ];
  return {
    kind: 'columns',
    columns: [
      { share: 0.45, parts: left },
      { share: 0.55, parts: right },
    ],
  };
}

/** Who signs: blocks side by side, each its lines, room to sign (points) and the printed name. They stay with the last lines of the text. */
export function signatures(
  blocks: readonly { readonly lines: readonly BlockLine[]; readonly name: string }[],
  room = 62,
): SheetPart {
  return {
    kind: 'columns',
    before: 12,
    keepWithText: true,
    columns: blocks.map(({ lines, name }) => ({
      share: 1 / blocks.length,
      parts: [
        ...lines.map(({ text, face }) => centred(text, face)),
        { kind: 'space', height: room },
        ...(name === '' ? [] : [centred(name, 'bold')]),
      ],
    })),
  };
}
