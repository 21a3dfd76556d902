import { feesText } from '#renderer/messages/fees.ts';
import type { Sheet, SheetPart } from '../sheet/sheet-parts.ts';
import { bookletPage } from '../sheet/sheet-pages.ts';
import { centred, formTitle, signatures } from './form-pieces.ts';
import { line } from './member-parts.ts';

/** What a receipt says, in words as they are printed. */
export type ReceiptFacts = {
  readonly body: string;
  readonly cell: string;
  readonly number: string;
  readonly payer: string;
  readonly month: string;
  readonly amount: string;
  readonly way: string;
  readonly on: string;
  readonly taker: string;
};

/** A receipt for party fees, A5. */
export function feeReceipt(facts: ReceiptFacts): Sheet {
  const { receiptPaper: words } = feesText;
  const parts: readonly SheetPart[] = [
    centred(facts.body, 'bold'),
    ...formTitle(words.title, words.number(facts.number)),
    { kind: 'space', height: 10 },
    line(words.payer, facts.payer),
    line(words.cell, facts.cell),
    line(words.month, facts.month),
    line(words.amount, facts.amount),
    line(words.way, facts.way),
    centred(words.on(facts.on), 'italic', { before: 12 }),
    signatures(
      [
        { lines: [{ text: words.signs.payer, face: 'bold' }], name: facts.payer },
        { lines: [{ text: words.signs.taker, face: 'bold' }], name: facts.taker },
      ],
      50,
    ),
  ];
  return { page: bookletPage, parts, title: `${words.window} ${facts.number}`, author: facts.body };
}
