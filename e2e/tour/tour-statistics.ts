import type { OfficePc } from '#e2e/office/office-pc.ts';
import { cellBookText } from '#renderer/messages/cell-book.ts';
import { statisticsText } from '#renderer/messages/statistics.ts';
import { occupationForm } from '#shared/domain/statistics/roster-forms-table.ts';
import { movementForm } from '#shared/domain/statistics/movement-forms-table.ts';
import type { TourReport } from './tour-report.ts';

type Go = (hash: string) => Promise<void>;

/** The statutory forms of the year with the people behind a figure, and a cell's yearly book. */
export async function lookAtStatistics(pc: OfficePc, go: Go, report: TourReport): Promise<void> {
  const { page } = pc;
  await go('#/statistics');
  const first = page.getByRole('table', { name: movementForm.title });
  await report.measure('Tính mọi biểu thống kê của năm', () => first.waitFor());
  await first.getByRole('button').first().click();
  await page.waitForTimeout(800);
  await report.picture(page, 'nguoi-sau-con-so', 'Thống kê: biểu và những người sau con số');
  await page.getByRole('combobox', { name: statisticsText.form }).click();
  await page.getByRole('option', { name: `${occupationForm.code}: ${occupationForm.title}` }).click();
  await page.getByRole('table', { name: occupationForm.title }).waitFor();
  await report.picture(page, 'bieu-6', 'Thống kê: biểu 6-TCTW');
  await go('#/cell-book');
  await page.getByRole('combobox', { name: cellBookText.cell }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: cellBookText.make }).click();
  await page.waitForTimeout(4000);
  await report.picture(page, 'ban-in-so-chi-bo', 'Sổ chi bộ: bản in');
  await page.keyboard.press('Escape');
}
