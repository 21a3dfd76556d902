/** The statutory forms of 10,000 invented lives in the real app: every figure equals a count by hand from the raw records, with as many people behind it; the screen and the workbook say the same. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { bundlePagePart } from '#e2e/bench/bundle-page-part.ts';
import { fillTables, type FilledRow } from '#e2e/office/fill-tables.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { countPeople, type RawOffice } from '#e2e/office/stat-count.ts';
import { countWork } from '#e2e/office/stat-count-work.ts';
import { inventStatOffice } from '#e2e/office/stat-office.ts';
import { Tally } from '#e2e/office/stat-tally.ts';
import type * as StatisticsPage from '#e2e/bench/statistics-page.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { exportingText } from '#renderer/messages/exporting.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { startServer } from '#server/start-server.ts';
import { exportReasons } from '#shared/domain/rights/export-reason-table.ts';
import type { StatForm } from '#shared/domain/statistics/compute-statistics.ts';
import { dateOfInstant, toPlainDate } from '#shared/base/plain-date.ts';

declare global {
  interface Window {
    statisticsPage: typeof StatisticsPage;
  }
}

const MEMBERS = 10_000;
type Counted = StatisticsPage.CountedForms;

await runProof('statistics', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-statistics-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(folder, 'province') });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = dateOfInstant(Date.now());
  const year = Number(today.slice(0, 4));
  await seedProvince(server, { seed: 9, documents: 1, members: 0, today, files: 0, place }, Date.now);
  const [pc, pagePart] = await Promise.all([
    OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', true, { role: 'office-head' }),
    bundlePagePart(join(import.meta.dirname, '../bench/statistics-page.ts'), 'statisticsPage'),
  ]);
  onEnd(() => pc.discard());
  await pc.settle();
  const { page } = pc;

  const { all: office, units } = inventStatOffice(MEMBERS, year, await readUnits(page));
  await fillTables(page, {
    members: office.members,
    memberEvents: office.events,
    ratings: office.ratings,
    units,
    appointments: office.appointments,
    formStocks: office.formStocks,
    importBatches: office.importBatches,
    reconcileNotes: office.reconcileNotes,
  });
  say(`${office.members.length} people with ${office.events.length} events and ${office.ratings.length} ratings`);

  const spans = [`${String(year)}-12-31`, `${String(year)}-06-30`].map((to) => ({
    from: toPlainDate(`${String(year)}-01-01`),
    to: toPlainDate(to),
  }));
  await page.evaluate(pagePart);
  const counting = page.evaluate(
    (given) => window.statisticsPage.countForms((window.officeForTests as TestHandle).office, given),
    spans,
  );
  // Counted by hand while the program counts: neither knows of the other.
  await setImmediate();
  const hands = spans.map((span, at) => countByHand(office, span, at === 0 ? '' : '-Q2'));
  const counted = await counting;
  let [figures, lists] = [0, 0];
  for (const [at, span] of spans.entries()) {
    const compared = expectFigures(counted[at] as Counted, hands[at] as Hands, span.to);
    figures += compared.figures;
    lists += compared.lists;
  }
  say(`${figures} figures of both spans equal those counted by hand, ${lists} lists are as long as their figures`);

  const forms = (counted[0] as Counted).forms;
  const checks = forms.flatMap((form) => form.checks);
  expectThat(checks.length, (n) => n > 25, 'the forms are checked against each other');
  expectEqual(
    checks.filter(({ left, right }) => left !== right),
    [],
    'every identity holds',
  );
  const cells = await expectScreen(page, forms);
  const saved = await expectWorkbook(pc, folder, forms);
  await expectFollows(page, forms);
  say(`${checks.length} identities hold; ${cells} cells on the screen and ${saved} in the workbook say the same`);
  return `${figures} figures of ${MEMBERS} members, ${lists} lists, ${checks.length} identities, ${cells} cells shown, ${saved} saved`;
});

async function readUnits(page: Page): Promise<readonly FilledRow[]> {
  const sent = await page.evaluate(async () =>
    JSON.stringify(await (window.officeForTests as TestHandle).office.db.units.toArray()),
  );
  return JSON.parse(sent) as readonly FilledRow[];
}

type Hands = { readonly now: Tally; readonly before: Tally };

/** Both columns of a span, counted from the raw records. */
function countByHand(
  office: RawOffice,
  { from, to }: { readonly from: string; readonly to: string },
  quarter: string,
): Hands {
  const column = (back: number): Tally => {
    const shift = (day: string): string => `${String(Number(day.slice(0, 4)) - back)}${day.slice(4)}`;
    const [first, last] = [shift(from), shift(to)];
    const tally = new Tally();
    const people = countPeople(office, first, last, tally);
    tally.closeAges();
    countWork(
      office,
      people,
      { from: first, to: last, period: `${last.slice(0, 4)}${quarter}`, isPresent: back === 0 },
      tally,
    );
    return tally;
  };
  return { now: column(0), before: column(1) };
}

/** Every line of every form, in both columns; what was counted by hand must stand in a form too. */
function expectFigures(
  { forms, lists }: Counted,
  hands: Hands,
  what: string,
): { readonly figures: number; readonly lists: number } {
  const [told, wanted] = [{} as Record<string, number | null>, {} as Record<string, number | null>];
  for (const column of ['now', 'before'] as const) {
    const seen = new Set<string>();
    for (const form of forms)
      for (const line of form.lines) {
        const place = `${form.code} ${line.code}`;
        seen.add(place);
        told[`${place} ${column}`] = line[column].value;
        const hand = hands[column].figures.get(place);
        wanted[`${place} ${column}`] = hand === undefined ? 0 : hand;
        if (line.of !== 'none') expectEqual(lists[`${place} ${column}`], line[column].value ?? 0, `${place}: its list`);
      }
    const missing = [...hands[column].figures].filter(([place, value]) => !seen.has(place) && (value ?? 0) > 0);
    expectEqual(missing, [], `${what} ${column}: what was counted stands in a form`);
  }
  expectEqual(told, wanted, `figures to ${what}`);
  return { figures: Object.keys(told).length, lists: Object.keys(lists).length };
}

/** Label and both figures of each line; `format` writes a number. */
function shownOf(form: StatForm, format: (value: number) => string): readonly (readonly string[])[] {
  const shown = ({ value, shown: words }: StatForm['lines'][number]['now']): string =>
    words ?? (value === null ? 'chưa có số liệu' : format(value));
  return form.lines.map((line) => [line.label, shown(line.now), shown(line.before)]);
}

/** Every form through its screen, counted by the worker; and one list behind a figure. */
async function expectScreen(page: Page, forms: readonly StatForm[]): Promise<number> {
  await page.evaluate(() => (window.location.hash = '#/statistics'));
  let cells = 0;
  for (const form of forms) {
    await page.getByRole('combobox', { name: text.form }).click();
    await page.getByRole('option', { name: `${form.code}: ${form.title}` }).click();
    const table = page.getByRole('table', { name: form.title });
    await table.waitFor();
    const rows = await table.evaluate((element) =>
      [...element.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].slice(0, 3).map((cell) => cell.textContent),
      ),
    );
    expectEqual(rows, shownOf(form, formatCount), `${form.code} on the screen`);
    cells += rows.length * 3;
    if (form.code === '9-TCTW') await expectList(page, form);
  }
  return cells;
}

async function expectList(page: Page, form: StatForm): Promise<void> {
  const line = form.lines.find(({ code }) => code === 'expelled');
  const count = line?.now.value ?? 0;
  expectThat(count, (n) => n > 0, 'somebody was expelled');
  await page.getByRole('button', { name: text.figureName('Khai trừ', text.columns.now, String(count)) }).click();
  const list = page.getByRole('complementary', { name: 'Khai trừ' }).getByRole('listitem');
  await list.nth(count - 1).waitFor();
  expectEqual(await list.count(), count, 'the list on the screen is as long as its figure');
}

/** All forms as one workbook, by the menu a person would use. */
async function expectWorkbook(pc: OfficePc, folder: string, forms: readonly StatForm[]): Promise<number> {
  const { page } = pc;
  const file = join(folder, 'forms.xlsx');
  await pc.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
  }, file);
  await page.getByRole('button', { name: text.menu.save }).click();
  await page.getByRole('menuitem', { name: text.menu.excelAll }).click();
  const ask = page.getByRole('dialog', { name: exportingText.title(text.sheet.name, 'xlsx') });
  await ask.getByText(exportReasons.superior).click();
  await ask.getByRole('button', { name: exportingText.save }).click();
  await page.getByText(exportingText.saved(text.sheet.name)).waitFor();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(await readFile(file)).buffer);
  expectEqual(book.worksheets.length, forms.length, 'a sheet for each form');
  let cells = 0;
  for (const [at, form] of forms.entries()) {
    const rows = (book.worksheets[at]?.getSheetValues() ?? []).flatMap((row) =>
      Array.isArray(row) ? [row.slice(1, 4).map(String)] : [],
    );
    const begin = rows.findIndex(([first]) => first === '(1)') + 1;
    const wanted = shownOf(form, String).map(([label = '', ...values]) => [label, ...values]);
    const said = rows
      .slice(begin, begin + wanted.length)
      .map(([label = '', ...values]) => [label.replace(/^\s*[–+] /u, ''), ...values]);
    expectEqual(said, wanted, `${form.code} in the workbook`);
    cells += wanted.length * 3;
  }
  return cells;
}

/** A record that changes while the form is open changes its figure. */
async function expectFollows(page: Page, forms: readonly StatForm[]): Promise<void> {
  const roster = forms.find(({ code }) => code === '3-TCTW');
  const women = roster?.lines.find(({ code }) => code === 'women')?.now.value ?? 0;
  await page.getByRole('combobox', { name: text.form }).click();
  await page.getByRole('option', { name: `3-TCTW: ${roster?.title ?? ''}` }).click();
  const figure = (count: number) =>
    page.getByRole('button', { name: text.figureName('Phụ nữ', text.columns.now, formatCount(count)) });
  await figure(women).waitFor();
  await page.evaluate(async () => {
    const { db } = (window.officeForTests as TestHandle).office;
    const rows = await db.members.limit(200).toArray();
    const man = rows.find(({ gender, state }) => gender === 'male' && state === 'official');
    if (man === undefined) throw new Error('there is no man');
    await db.members.put({ ...man, gender: 'female' });
  });
  await figure(women + 1).waitFor();
}
