import { slipText as text } from '#renderer/messages/processing-slip.ts';
import type { TableBook } from './table-book.ts';

/** What a processing slip says of a paper, in words. Empty where it is still to be written by hand. */
export type SlipFacts = {
  readonly body: string;
  readonly arrivalNumber: string;
  readonly receivedOn: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly issuer: string;
  readonly abstract: string;
  readonly urgency: string;
  readonly pages: string;
  /** Each directive: who, when, what. */
  readonly directives: readonly string[];
  readonly lead: string;
  readonly support: string;
  readonly dueOn: string;
  readonly result: string;
  readonly printedAt: string;
};

const LINE = '.'.repeat(144);

/** Phiếu xử lý văn bản: one page that goes with a paper (domain.md 2.1); what is not known yet has lines to write on. */
export function processingSlip(facts: SlipFacts): TableBook {
  const written = (words: string, lines: number): string =>
    words === '' ? Array.from({ length: lines }, () => LINE).join('\n') : words;
  const { rows } = text;
  return {
    documentTitle: text.fileTitle(facts.symbol),
    title: text.title,
    subtitle: facts.body,
    columns: [
      { title: text.columns.what, widthMm: 45, align: 'left' },
      { title: text.columns.words, widthMm: 140, align: 'left' },
    ],
    numberedColumns: false,
    rows: [
      [rows.arrival, text.arrival(facts.arrivalNumber, facts.receivedOn)],
      [rows.symbol, text.symbol(facts.symbol, facts.issuedOn)],
      [rows.issuer, facts.issuer],
      [rows.abstract, facts.abstract],
      [rows.urgency, facts.urgency],
      [rows.pages, facts.pages],
      [rows.proposal, written('', 4)],
      [rows.directives, written(facts.directives.join('\n'), 5)],
      [rows.lead, written(facts.lead, 1)],
      [rows.support, written(facts.support, 1)],
      [rows.due, written(facts.dueOn, 1)],
      [rows.receipt, written('', 2)],
      [rows.result, written(facts.result, 3)],
    ],
    page: 'A4-portrait',
    footer: text.printedAt(facts.printedAt),
  };
}
