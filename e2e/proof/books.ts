/** Every book of an office is printed and saved: each cell, count and sum equals the register, to the borders of the period; secret books only where they are. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillBooks, openPetitionBook } from '#e2e/office/book-work.ts';
import {
  expectHandovers,
  expectIncoming,
  expectOutgoing,
  readBookStore,
  type ExpectedBook,
} from '#e2e/office/expected-book.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { readBookPdf, readBookWorkbook, withoutBreaks, type ReadBook } from '#e2e/office/read-book.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { booksText } from '#renderer/messages/books.ts';
import { startServer } from '#server/start-server.ts';
import { addDays, dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';

type BookFiles = { readonly pdf: Uint8Array; readonly workbook: Uint8Array };
type Span = { readonly from: PlainDate; readonly to: PlainDate };

await runProof('books', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-books-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = dateOfInstant(Date.now());
  await seedProvince(server, { seed: 11, documents: 120, members: 10, outgoing: 50, today, files: 0, place }, Date.now);
  const [desk, other] = await Promise.all([
    OfficePc.join(server, place.id, 'Máy văn thư', true, { role: 'office-head' }),
    OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', false),
  ]);
  for (const pc of [desk, other]) onEnd(() => pc.discard());
  await Promise.all([desk.settle(), other.settle()]);
  const year: Span = { from: addDays(today, -300), to: today };
  const short: Span = { from: addDays(today, -9), to: addDays(today, -2) };
  await openPetitionBook(desk);
  await fillBooks(desk, { before: addDays(short.from, -1), ...short, after: addDays(short.to, 1) });
  await Promise.all([desk.settle(), other.settle()]);
  await other.settle();
  const store = await readBookStore(desk);
  say(
    `${store.documents.length} papers in, ${store.outgoings.length} out, ${store.handovers.length} steps from hand to hand`,
  );

  const registers = [...new Set(store.outgoings.flatMap(({ registerId }) => registerId ?? []))];
  const books: readonly (readonly [choice: string, expected: (span: Span) => ExpectedBook])[] = [
    ['incoming', (span) => expectIncoming(store, 'incoming', span)],
    ['petition', (span) => expectIncoming(store, 'petition', span)],
    ['incoming-secret', (span) => expectIncoming(store, 'incoming-secret', span)],
    ['handover', (span) => expectHandovers(store, false, span)],
    ['handover-secret', (span) => expectHandovers(store, true, span)],
    ...registers.map((id) => [`outgoing:${id}`, (span: Span) => expectOutgoing(store, id, span)] as const),
  ];
  // What is printed is read while the next book is being printed.
  const reading: Promise<{ readonly lines: number; readonly sheets: number; readonly cells: number }>[] = [];
  for (const [choice, expected] of books)
    for (const span of [year, short]) {
      const wanted = expected(span);
      const files = await printBook(desk, dataDir, choice, span, wanted.rows.length);
      const check = checkBook(choice, files, wanted);
      check.catch(() => undefined); // told below, when all were printed
      reading.push(check);
    }
  const read = await Promise.all(reading);
  const sum = (of: 'lines' | 'sheets' | 'cells'): number => read.reduce((total, each) => total + each[of], 0);
  const [lines, sheets, cells] = [sum('lines'), sum('sheets'), sum('cells')];
  say(
    `${books.length} books for two periods each: ${cells} cells the same in the register, on paper and in the workbook`,
  );

  for (const choice of ['incoming-secret', 'handover-secret']) {
    expectThat(expectLines(books, choice, year), (n) => n > 0, `the ${choice} book has lines where they were written`);
    const { pdf } = await printBook(other, dataDir, choice, year, 0);
    expectEqual((await readBookPdf(pdf)).rows, [], `the ${choice} book of the other PC is empty`);
  }
  const shared = expectIncoming(await readBookStore(other), 'incoming', year).rows.length;
  expectEqual(shared, expectLines(books, 'incoming', year), 'the other PC has the open book whole');
  say('the secret books are on their own PC only');
  return `${books.length} books, ${lines} lines, ${cells} cells, ${sheets} sheets`;
});

function expectLines(
  books: readonly (readonly [string, (span: Span) => ExpectedBook])[],
  choice: string,
  span: Span,
): number {
  return books.find(([known]) => known === choice)?.[1](span).rows.length ?? 0;
}

/** Goes through the screen: the book, the days, then both files. */
async function printBook(
  pc: OfficePc,
  folder: string,
  choice: string,
  { from, to }: Span,
  lines: number,
): Promise<BookFiles> {
  const { page } = pc;
  await page.evaluate((hash) => {
    window.location.hash = '#/';
    setTimeout(() => (window.location.hash = hash), 50);
  }, `#/books/${choice}`);
  const typed = (day: PlainDate): string => day.split('-').reverse().join('');
  const field = (label: string): ReturnType<typeof page.getByRole> =>
    page.getByRole('textbox', { name: label, exact: true });
  await field(booksText.from).fill(typed(from));
  await field(booksText.to).fill(typed(to));
  await page.getByText(booksText.found(lines), { exact: true }).waitFor();
  const save = async (button: string, name: string): Promise<Uint8Array> => {
    const filePath = join(folder, name);
    await rm(filePath, { force: true });
    await pc.app.evaluate(({ dialog }, target) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
    }, filePath);
    await page.getByRole('button', { name: button }).click();
    for (let waited = 0; waited < 20_000; waited += 100) {
      const bytes = await readFile(filePath).catch(() => undefined);
      if (bytes !== undefined && bytes.length > 0) return new Uint8Array(bytes);
      await page.waitForTimeout(100);
    }
    throw new Error(`${name} was not saved`);
  };
  const pdf = await save(booksText.savePdf, 'book.pdf');
  return { pdf, workbook: await save(booksText.saveWorkbook, 'book.xlsx') };
}

/** Compares both files of a book with the register; gives what they hold. */
async function checkBook(
  choice: string,
  files: BookFiles,
  wanted: ExpectedBook,
): Promise<{ readonly lines: number; readonly sheets: number; readonly cells: number }> {
  const [pdf, workbook] = await Promise.all([readBookPdf(files.pdf), readBookWorkbook(files.workbook)]);
  compare(choice, pdf, wanted);
  compare(`${choice} as a workbook`, { ...workbook, sheets: [] }, wanted);
  checkSheets(choice, pdf);
  return {
    lines: wanted.rows.length,
    sheets: pdf.sheets.length,
    cells: wanted.rows.reduce((sum, row) => sum + row.length, 0),
  };
}

function compare(what: string, read: ReadBook, { rows, sums }: ExpectedBook): void {
  expectEqual(read.rows.length, rows.length, `${what}: as many lines as the register`);
  for (const [at, row] of rows.entries())
    expectEqual(read.rows[at]?.map(withoutBreaks), row.map(withoutBreaks), `${what}: line ${String(at + 1)}`);
  const closing = read.paragraphs.map(withoutBreaks).join(' ');
  for (const sum of sums) expectThat(closing, (words) => words.includes(withoutBreaks(sum)), `${what}: says ${sum}`);
}

/** A cover first; on every sheet with lines the head again, and which sheet of how many it is. */
function checkSheets(what: string, { sheets, rows }: ReadBook): void {
  const inner = sheets.slice(1);
  for (const [at, words] of inner.entries()) {
    const number = booksText.page(at + 1, inner.length);
    expectThat(words, (text) => text.includes(number), `${what}: sheet ${String(at + 1)} says its number`);
    const isClosing = at === inner.length - 1 && at > 0;
    expectThat(
      withoutBreaks(words),
      (text) => isClosing || text.includes(withoutBreaks(booksText.columns.note)),
      `${what}: sheet ${String(at + 1)} repeats the head`,
    );
  }
  expectThat(inner.length, (count) => count >= 1 && (rows.length < 60 || count > 2), `${what}: it has sheets`);
}
