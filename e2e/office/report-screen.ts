import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { exportingText } from '#renderer/messages/exporting.ts';
import { importText } from '#renderer/messages/imports.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { memberFieldLabels } from '#renderer/messages/record-fields.ts';
import { exportReasons } from '#shared/domain/rights/export-reason-table.ts';
import { ImportScreen, waitForFile, waitUntil } from './import-screen.ts';
import { asked, type ExpectedLine, type NationalCase } from './national-list.ts';
import type { OfficePc } from './office-pc.ts';

/** Why ours is kept where it is. */
export const KEPT_BECAUSE = 'Đã xem hồ sơ gốc, ở đây ghi đúng';

/** A line of the report as its workbook has it. */
export type ReadLine = Omit<ExpectedLine, 'field' | 'group'> & {
  readonly group: string;
  readonly field: string;
  readonly decision: string;
};

/** The screen of comparing, worked as a person does. */
export class ReportScreen {
  readonly #pc: OfficePc;
  readonly #folder: string;
  readonly #screen: ImportScreen;
  /** Our member of whom the phone here is kept. */
  readonly keptIndex = 98;

  constructor(pc: OfficePc, folder: string) {
    this.#pc = pc;
    this.#folder = folder;
    this.#screen = new ImportScreen(pc);
  }

  async compare(file: string): Promise<void> {
    const { page } = this.#pc;
    await page.evaluate(() => (window.location.hash = '#/member-import'));
    await page.getByRole('tab', { name: importText.modes.national, exact: true }).click();
    const another = this.#screen.button(importText.file.another);
    if (await another.isVisible()) await another.click();
    await page.locator('input[type=file]').setInputFiles(file);
    await this.#screen.button(importText.columns.nextNational).click();
    await page.getByRole('grid', { name: text.list }).waitFor();
  }

  /** Saves the report as a workbook, with a reason. */
  async save(name: string): Promise<readonly ReadLine[]> {
    const { page, app } = this.#pc;
    const target = join(this.#folder, name);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await this.#screen.button(text.export).click();
    const ask = page.getByRole('dialog', { name: exportingText.title(text.exported.name, 'xlsx') });
    await ask.getByText(exportReasons.reconcile).click();
    await ask.getByRole('button', { name: exportingText.save }).click();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await waitForFile(target)).buffer as ArrayBuffer);
    const lines: ReadLine[] = [];
    book.worksheets[0]?.eachRow((row) => {
      const cells = Array.from({ length: 8 }, (_, at) => row.getCell(at + 1).text);
      const [at = '', group = '', line = '', person = '', field = '', ours = '', theirs = '', decision = ''] = cells;
      if (/^\d+$/u.test(at)) lines.push({ group, row: Number(line), name: person, field, ours, theirs, decision });
    });
    return lines;
  }

  /** Keeps one value with a reason, says who two rows are, takes the rest over. */
  async decide({ members, expected }: NationalCase): Promise<void> {
    const { page } = this.#pc;
    const name = members[this.keptIndex]?.name.full ?? '';
    await this.#filter('differs');
    const at = expected.filter(({ group }) => group === 'differs').findIndex((line) => line.name === name);
    const detail = await this.#open(at, name);
    const phone = detail.getByRole('group', { name: memberFieldLabels.phone, exact: true });
    await phone.getByRole('button', { name: text.keep, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(text.keepWords.label).fill(KEPT_BECAUSE);
    await dialog.getByRole('button', { name: text.keepWords.confirm, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });

    await this.#filter('ask');
    const [first, second] = asked.map((index) => members[index]?.name.full ?? '');
    // A wrong answer first, which is taken back.
    await this.#screen.button(text.isMember(first ?? '')).waitFor();
    await this.#screen.button(text.nobody).click();
    await this.#filter('answered');
    await page.getByText(text.saidNobody(first ?? '')).waitFor();
    await this.#screen.button(text.askAgain).click();
    await this.#filter('ask');
    await this.#screen.button(text.isMember(first ?? '')).click();
    await this.#screen.button(text.isMember(second ?? '')).waitFor();
    await this.#screen.button(text.nobody).click();
    await page.getByText(new RegExp(`^${text.groups.ask} `, 'u')).waitFor({ state: 'hidden' });
    await this.#filter('differs');
    await this.#screen.button(/^Nhận [\d\s]+ chỗ đang xem$/u).click();
    await this.#filter('there');
    await this.#screen.button(/^Nhận [\d\s]+ chỗ đang xem$/u).click();
  }

  async write(): Promise<void> {
    await this.#screen.button(/^Ghi [\d\s]+ chỗ$/u).click();
    await this.#pc.page.getByText(/^Đã ghi: lập [\d\s]+ hồ sơ/u).waitFor();
  }

  async #filter(group: keyof typeof text.groups): Promise<void> {
    const { page } = this.#pc;
    await page
      .getByRole('group', { name: text.groups.label })
      .getByText(new RegExp(`^${text.groups[group]} [\\d\\s]+$`, 'u'))
      .click();
  }

  async #open(index: number, name: string): Promise<ReturnType<OfficePc['page']['getByRole']>> {
    const { page } = this.#pc;
    const grid = page.getByRole('grid', { name: text.list });
    await grid.focus();
    await page.keyboard.press('Home');
    const detail = page.getByRole('group', { name, exact: true });
    for (let at = 0; at < index; at += 1) await page.keyboard.press('ArrowDown');
    await waitUntil(() => detail.isVisible(), `${name} is opened`);
    return detail;
  }
}
