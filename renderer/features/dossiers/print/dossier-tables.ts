import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { compareNaturally, documentCode } from '#shared/domain/dossier/dossier-code.ts';
import { countPages, countSheets, spanOf, type DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import type { DossierFields } from '#shared/domain/dossier/dossier-record.ts';
import { dossierTableText as text } from '#renderer/messages/dossier-tables.ts';
import { retentionWords } from '#renderer/messages/dossiers.ts';
import type { TableBook, TableColumn } from '#renderer/paper/books/table-book.ts';

/** A dossier with its papers, as tables need it. */
export type PrintedDossier = { readonly dossier: DossierFields; readonly papers: readonly DossierPaper[] };

/** Whose tables these are, and when they are printed. */
export type TableSurroundings = {
  readonly body: string;
  readonly archive: string;
  readonly person: string;
  readonly today: PlainDate;
};

/** Mục lục hồ sơ: a line per dossier of a year, in the order of boxes and numbers. */
export function inventoryTable(
  year: number,
  dossiers: readonly PrintedDossier[],
  { body }: TableSurroundings,
): TableBook {
  const ordered = [...dossiers].sort(
    (a, b) =>
      compareNaturally(a.dossier.boxNumber, b.dossier.boxNumber) ||
      compareNaturally(a.dossier.fileNumber, b.dossier.fileNumber) ||
      compareNaturally(a.dossier.title, b.dossier.title),
  );
  const sheets = ordered.reduce((sum, { papers }) => sum + countSheets(papers), 0);
  return {
    documentTitle: `${text.kinds.inventory} ${text.year(year)}`,
    title: text.titles.inventory,
    subtitle: [body, text.year(year)].filter((part) => part !== '').join(', '),
    columns: [
      column('box', 16, 'centre'),
      column('fileNumber', 18, 'centre'),
      column('title', 96),
      column('span', 46, 'centre'),
      column('sheets', 16, 'centre'),
      column('retention', 26, 'centre'),
      column('note', 34),
    ],
    numberedColumns: true,
    rows: ordered.map(({ dossier, papers }) => [
      dossier.boxNumber,
      dossier.fileNumber,
      dossier.title,
      spanWords(dossier, papers),
      papers.length === 0 ? '' : String(countSheets(papers)),
      retentionWords(dossier.retentionYears),
      dossier.note,
    ]),
    closing: [text.totals(ordered.length, sheets)],
    emptyNote: text.empty,
    page: 'A4-landscape',
    footer: text.footer(text.kinds.inventory),
  };
}

/** Mục lục văn bản trong hồ sơ: a line per paper; with `cover`, bìa hồ sơ stands before it. */
export function papersTable(
  { dossier, papers }: PrintedDossier,
  { body }: TableSurroundings,
  withCover: boolean,
): TableBook {
  const table: TableBook = {
    documentTitle: `${text.kinds[withCover ? 'cover' : 'papers']} ${dossier.code === '' ? dossier.title : dossier.code}`,
    title: text.titles.papers,
    subtitle: text.dossier(dossier.code, dossier.title),
    columns: [
      column('ordinal', 12, 'centre'),
      column('symbol', 36),
      column('date', 24, 'centre'),
      column('issuer', 46),
      column('abstract', 92),
      column('sheet', 18, 'centre'),
      column('note', 34),
    ],
    numberedColumns: true,
    rows: papers.map((paper) => [
      String(paper.place),
      paper.symbol,
      paper.issuedOn === null ? '' : formatDate(paper.issuedOn),
      paper.issuer,
      [paper.typeName, paper.abstract].filter((part) => part !== '').join(': '),
      paper.firstSheet === null ? '' : String(paper.firstSheet),
      paper.note,
    ]),
    closing: [text.paperTotals(papers.length, countSheets(papers), countPages(papers))],
    emptyNote: text.emptyPapers,
    page: 'A4-landscape',
    footer: text.footer(text.dossier(dossier.code, dossier.title).slice(0, 120)),
  };
  return withCover ? { ...table, cover: { body, title: text.titles.cover, ...coverOf(dossier, papers) } } : table;
}

/** Biên bản giao nhận: what is handed over, by whom to whom, and the hash by which both know the package. */
export function recordTable(
  { dossier, papers }: PrintedDossier,
  { body, archive, person, today }: TableSurroundings,
): TableBook {
  return {
    documentTitle: `${text.kinds.record} ${dossier.code}`,
    title: text.titles.record,
    subtitle: text.record.subtitle(formatDate(today), archive),
    columns: [
      column('ordinal', 10, 'centre'),
      column('code', 44),
      column('symbol', 28),
      column('abstract', 60),
      column('pages', 14, 'centre'),
      column('files', 14, 'centre'),
    ],
    numberedColumns: false,
    rows: papers.map((paper) => [
      String(paper.place),
      dossier.code === '' ? '' : documentCode(dossier.code, paper.place),
      paper.symbol,
      [paper.typeName, paper.abstract].filter((part) => part !== '').join(': '),
      paper.pages === 0 ? '' : String(paper.pages),
      String(paper.files.length),
    ]),
    closing: [
      text.paperTotals(papers.length, countSheets(papers), countPages(papers)),
      text.record.giver(body, person),
      text.record.taker(archive),
      text.record.dossier(dossier.code, dossier.title),
      dossier.packageHash === '' ? text.record.noPackage : text.record.package(dossier.packageHash),
      text.record.signatures,
    ],
    emptyNote: text.emptyPapers,
    page: 'A4-portrait',
    footer: text.footer(text.kinds.record),
  };
}

function coverOf(
  dossier: DossierFields,
  papers: readonly DossierPaper[],
): { readonly lines: readonly string[]; readonly foot: string } {
  const { coverLines: words } = text;
  return {
    lines: [
      dossier.title,
      ...(dossier.code === '' ? [] : [words.code(dossier.code)]),
      ...(dossier.heading === '' ? [] : [words.heading(dossier.heading)]),
      words.span(spanWords(dossier, papers)),
      words.sheets(countSheets(papers), papers.length),
      words.retention(retentionWords(dossier.retentionYears)),
      ...(dossier.fondsName === '' && dossier.fondsCode === ''
        ? []
        : [words.fonds(dossier.fondsCode, dossier.fondsName)]),
    ],
    foot: words.numbers(dossier.inventoryNumber, dossier.boxNumber, dossier.fileNumber),
  };
}

/** From the first to the last day: the dossier's own, else its papers'. */
function spanWords(dossier: DossierFields, papers: readonly DossierPaper[]): string {
  const { first, last } = spanOf(papers);
  const from = dossier.openedOn ?? first;
  const to = dossier.closedOn ?? last;
  if (from === null || to === null) return from === null ? '' : formatDate(from);
  return text.span(formatDate(from), formatDate(to));
}

function column(id: keyof typeof text.columns, widthMm: number, align: TableColumn['align'] = 'left'): TableColumn {
  return { title: text.columns[id], widthMm, align };
}
