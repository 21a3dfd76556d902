import { readFile, rm } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Locator } from 'playwright';
import { importText as text } from '#renderer/messages/imports.ts';
import type { OfficePc } from './office-pc.ts';
import { expectThat } from './run-proof.ts';

const LOOK_MS = 50;
const LIMIT_MS = 40_000;

/** The screen of lists from outside, worked as a person does. */
export class ImportScreen {
  readonly #pc: OfficePc;

  constructor(pc: OfficePc) {
    this.#pc = pc;
  }

  get #page(): OfficePc['page'] {
    return this.#pc.page;
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  }

  get write(): Locator {
    return this.button(new RegExp(`^${text.check.write('[\\d\\s]+')}$`, 'u'));
  }

  async show(): Promise<void> {
    await this.#page.evaluate(() => (window.location.hash = '#/member-import'));
    await this.#page.getByRole('tab', { name: text.modes.members, exact: true }).click();
  }

  /** Chooses a file and has its rows checked. */
  async check(file: string): Promise<void> {
    await this.show();
    const again = this.button(text.write.again);
    if (await again.isVisible()) await again.click();
    await this.#page.locator('input[type=file]').setInputFiles(file);
    await this.button(text.columns.next).click();
    await this.#page.getByRole('tab', { name: text.check.tabs.rows, exact: true }).waitFor();
  }

  /** Every row with a problem as the screen tells it, by its number: gone through with the arrow key, as somebody would. */
  async readProblemRows(): Promise<ReadonlyMap<number, string>> {
    await this.openRows();
    const grid = this.#page.getByRole('grid', { name: text.check.list });
    const count = Number(await grid.getAttribute('aria-rowcount')) - 1;
    await grid.focus();
    const told = new Map<number, string>();
    for (let at = 0; at < count; at += 1) {
      if (at > 0) await this.#page.keyboard.press('ArrowDown');
      const detail = this.#page.getByRole('group', { name: /^Dòng \d+$/u });
      await waitUntil(async () => {
        const row = Number((await detail.getAttribute('aria-label'))?.slice('Dòng '.length));
        if (told.has(row)) return false;
        told.set(row, await detail.innerText());
        return true;
      }, 'the next row is shown');
    }
    return told;
  }

  async openRows(): Promise<void> {
    await this.#page.getByRole('tab', { name: text.check.tabs.rows, exact: true }).click();
  }

  /** Opens a row of the list of problems beside the list. */
  async openRow(row: number): Promise<Locator> {
    await this.openRows();
    const grid = this.#page.getByRole('grid', { name: text.check.list });
    await grid.focus();
    await this.#page.keyboard.press('Home');
    const detail = this.#page.getByRole('group', { name: text.check.rowTitle(row), exact: true });
    const count = Number(await grid.getAttribute('aria-rowcount'));
    for (let at = 0; at < count && !(await detail.isVisible()); at += 1) {
      await this.#page.keyboard.press('ArrowDown');
      await this.#page.waitForTimeout(LOOK_MS);
    }
    await detail.waitFor();
    return detail;
  }

  /** Saves the table of problems; what it says of each row. */
  async saveProblems(target: string): Promise<ReadonlyMap<number, string>> {
    await rm(target, { force: true });
    await this.#pc.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await this.button(text.check.saveProblems).click();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await waitForFile(target)).buffer as ArrayBuffer);
    const told = new Map<number, string>();
    book.worksheets[0]?.eachRow((row) => {
      const number = Number(row.getCell(1).text);
      if (Number.isInteger(number) && number > 0) told.set(number, row.getCell(3).text);
    });
    return told;
  }

  /** Leaves all rows out that cannot be taken. */
  async leaveErrors(): Promise<void> {
    await this.button(/^Bỏ [\d\s]+ dòng có lỗi$/u).click();
    await this.#page
      .getByRole('dialog')
      .getByRole('button', { name: /^Bỏ [\d\s]+ dòng có lỗi$/u })
      .click();
    await this.#page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  /** Takes the newest import back by its dialog. */
  async undoNewest(): Promise<void> {
    await this.#page.evaluate(() => (window.location.hash = '#/member-import'));
    await this.#page.getByRole('tab', { name: text.modes.past, exact: true }).click();
    await this.button(text.past.undo).first().click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByRole('button', { name: text.undo.confirm, exact: true }).click();
    await this.#page.getByText(text.undo.done).waitFor({ timeout: LIMIT_MS });
    await dialog.waitFor({ state: 'hidden' });
  }
}

/** Looks again and again until something is so. */
export async function waitUntil(look: () => Promise<boolean>, what: string): Promise<void> {
  const until = Date.now() + LIMIT_MS;
  let isSo = await look();
  while (!isSo && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    isSo = await look();
  }
  expectThat(isSo, (so) => so, what);
}

/** A file that the program saves, once it is there. */
export async function waitForFile(file: string): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  await waitUntil(async () => {
    bytes = await readFile(file).catch(() => undefined);
    return bytes !== undefined && bytes.length > 0;
  }, `${file} is saved`);
  return new Uint8Array(bytes ?? []);
}
