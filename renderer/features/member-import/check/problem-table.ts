import type { RowLook } from '#renderer/data/import/import-session.ts';
import { importText } from '#renderer/messages/imports.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';
import { saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { booksText } from '#renderer/messages/books.ts';
import { membersWork } from '../work/import-work.ts';
import { problemWords } from './problem-words.ts';

const text = importText.check;
const ALL = 100_000;

/** Rows, as Excel numbers them, that cannot be taken as they are. */
export async function listErrorRows(): Promise<readonly number[]> {
  return (await problemRows()).flatMap(({ row, standing }) => (standing === 'error' ? [row] : []));
}

async function problemRows(): Promise<readonly RowLook[]> {
  const page = await membersWork.client.ask('rows', { filter: 'problems', from: 0, count: ALL }).catch(() => undefined);
  return page?.rows ?? [];
}

/** Saves what is wrong with which row as a workbook, to be put right in Excel. */
export async function saveProblems(fileName: string): Promise<void> {
  const rows = await problemRows();
  const book: TableBook = {
    documentTitle: text.problemsTitle,
    title: text.problemsTitle,
    subtitle: fileName,
    columns: [
      { title: text.row, widthMm: 14, align: 'centre' },
      { title: text.person, widthMm: 60, align: 'left' },
      { title: text.what, widthMm: 180, align: 'left' },
    ],
    numberedColumns: false,
    rows: rows.map(({ row, name, problems }) => [String(row), name, problems.map(problemWords).join('; ')]),
    page: 'A4-landscape',
    footer: fileName,
  };
  const { makeWorkbook } = await import('#renderer/paper/books/make-workbook.ts');
  const saved = await saveAs(`${text.problemsFile}.xlsx`, await makeWorkbook(book));
  if (!saved.ok) notifyError(saved.error.code);
  else if (saved.value) notifyDone(booksText.saved);
}
