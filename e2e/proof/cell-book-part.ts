import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CELL_NAME, enterCellYear, expectedInBook } from '#e2e/office/cell-book-year.ts';
import { measurePdf, readPdfWords } from '#e2e/office/measure-pdf.ts';
import type { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat } from '#e2e/office/run-proof.ts';
import { cellBookText as text } from '#renderer/messages/cell-book.ts';
import { exportingText } from '#renderer/messages/exporting.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { exportReasons } from '#shared/domain/rights/export-reason-table.ts';

const YEAR = 2025;

/** A cell's year is entered, its book made by the screen and saved with a reason; gives how many facts were found on how many pages. */
export async function expectCellBook(
  pc: OfficePc,
  folder: string,
): Promise<{ readonly facts: number; readonly pages: number }> {
  const { page } = pc;
  await enterCellYear(pc);
  const file = join(folder, 'cell-book.pdf');
  await rm(file, { force: true });
  await pc.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
  }, file);
  await page.evaluate(() => (window.location.hash = '#/cell-book'));
  await page.getByRole('combobox', { name: text.cell }).click();
  await page.getByRole('option', { name: CELL_NAME }).click();
  await page.getByRole('textbox', { name: text.year }).fill(String(YEAR));
  await page.getByRole('button', { name: text.make }).click();
  const dialog = page.getByRole('dialog', { name: text.dialog(CELL_NAME, YEAR) });
  await dialog.getByRole('button', { name: sharedText.savePdf }).click();
  const ask = page.getByRole('dialog', { name: exportingText.title(text.name, 'pdf') });
  await ask.getByText(exportReasons.meeting).click();
  await ask.getByRole('button', { name: exportingText.save }).click();
  await page.getByText(exportingText.saved(text.name)).waitFor();
  const bytes = new Uint8Array(await readFile(file));
  const said = readPdfWords(bytes).replaceAll(/\s/gu, '');
  for (const fact of expectedInBook)
    expectThat(said, (all) => all.includes(fact.replaceAll(/\s/gu, '')), `the cell's book says "${fact}"`);
  const pdf = await measurePdf(bytes);
  const mm = (points: number): number => Math.round((points * 25.4) / 72);
  expectEqual([mm(pdf.width), mm(pdf.height)], [297, 210], 'the book is A4 across');
  expectEqual([pdf.language, pdf.showsTitle], ['(vi-VN)', true], 'the book has a language and a title');
  await page.keyboard.press('Escape');
  return { facts: expectedInBook.length, pages: pdf.pages };
}
