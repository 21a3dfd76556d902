/** Badges of people at the edges of the rules on two PCs: lists and sums equal those written by hand, before and after a base salary changes; asked for by a paper, declared by forms, given by one decision. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AFTER, AWARD, BEFORE, CELL, enterBadgeCell, expected, type Line } from '#e2e/office/badge-cell.ts';
import { readPaperFonts } from '#e2e/office/layout-letters.ts';
import { readPdfWords } from '#e2e/office/measure-pdf.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { badgesText as text } from '#renderer/messages/badges.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { makeLetterPdf } from '#renderer/paper/letter/make-letter-pdf.ts';
import { startServer } from '#server/start-server.ts';
import { formatDate, toPartialDate } from '#shared/base/partial-date.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { defaultPaperStyle, toPaperFacts, type PaperNames } from '#shared/domain/paper/paper-facts.ts';

type View = keyof typeof text.view;
const shown = (date: string): string => formatDate(toPartialDate(date));

await runProof('badges', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-badges-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(folder, 'province') });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = dateOfInstant(Date.now());
  await seedProvince(server, { seed: 3, documents: 2, members: 12, outgoing: 1, today, files: 0, place }, Date.now);
  const [one, two] = await Promise.all([
    OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', true, { role: 'office-head' }),
    OfficePc.join(server, place.id, 'Máy văn phòng', false, { role: 'officer' }),
  ]);
  for (const pc of [one, two]) {
    onEnd(() => pc.discard());
    await pc.settle();
  }
  await enterBadgeCell(one);
  await one.settle();
  await two.settle();

  let lines = 0;
  await openDay(one, BEFORE);
  for (const view of ['list', 'overdue'] as const) lines += await expectLines(one, view, expected.before[view]);
  await openDay(one, AWARD);
  for (const view of ['list', 'overdue', 'date-needed'] as const)
    lines += await expectLines(one, view, expected.award[view]);
  await openDay(one, AFTER);
  const due = (await readLines(one, 'list')).filter(([, , state]) => state === text.states.due);
  expectEqual(
    due.map(([years, name]) => `${years} ${name}`).sort(),
    expected.after.map((pair) => pair.join(' ')).sort(),
    'due on the next day',
  );
  say(`${lines + due.length} lines are those written by hand, with the money of the salary of their day`);

  const early = await markEarly(one, 'Quàng Thị Ốm', 'Ung thư giai đoạn cuối, bệnh án số 12');
  expectEqual(early, [...expected.early].sort(), 'who may be proposed early');
  const wanted: readonly Line[] = [
    ...expected.award.list.slice(0, 2),
    ['40', 'Quàng Thị Ốm', text.states.early, '6.000.000'],
    ...expected.award.list.slice(2),
  ];
  await expectLines(one, 'list', wanted);
  const names = wanted.map(([, name]) => name);
  await expectForms(one, folder, names);
  await expectProposal(one, names);
  say(`${names.length} declarations (6-HHD) and the tờ trình name everybody as they are, with badge and reason`);

  await one.settle();
  await two.settle();
  await openDay(two, AWARD);
  await expectLines(
    two,
    'list',
    wanted.map(([years, name, , money]) => [years, name, text.states.proposed, money]),
  );
  await giveAll(two, names);
  await two.settle();
  await one.settle();
  for (const pc of [two, one]) {
    await openDay(pc, AWARD);
    await expectLines(pc, 'list', given(wanted));
    expectEqual(await readAwards(pc), awards(names, wanted), `${pc.name}: decision, number and money of each award`);
  }
  say('recorded by one decision on one PC, given on the other');
  return `${lines + due.length} lines of 15 people at the edges, ${names.length} badges asked for, declared and given, on 2 PCs`;
});

/** The one without a rate was given a sum that was typed. */
function given(wanted: readonly Line[]): readonly Line[] {
  return wanted.map(([years, name, , money]) => {
    const sum = years === '45' ? '6.500.000' : money;
    return [years, name, text.states.awarded, sum];
  });
}

function awards(names: readonly string[], wanted: readonly Line[]): readonly string[] {
  return given(wanted)
    .map(([years, name, , money]) => `${name} ${years} HH${String(names.indexOf(name) + 1)} ${money} 77-QĐ/TU ${AWARD}`)
    .sort();
}

/** The screen of an award day, narrowed to the cell of the proof. */
async function openDay({ page }: OfficePc, on: string): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/badges';
  });
  const choice = page.getByRole('combobox', { name: text.day });
  await choice.waitFor();
  if ((await choice.inputValue()) !== shown(on)) {
    await choice.click();
    await page.getByRole('option', { name: shown(on), exact: true }).click();
  }
  await page.getByRole('textbox', { name: text.find }).fill(CELL);
  await page.getByText(new RegExp(`^${text.subtitle(shown(on), 0).split(':')[0] ?? ''}:`, 'u')).waitFor();
}

/** The lines of a part of the list as they stand on the screen. */
async function readLines({ page }: OfficePc, view: View): Promise<readonly Line[]> {
  await page.getByRole('group', { name: text.views }).getByText(text.view[view]).click();
  return page.evaluate((label) => {
    const table = document.querySelector(`table[aria-label="${label}"]`);
    return [...(table?.querySelectorAll('tbody') ?? [])].flatMap((body) => {
      const years = /\d+/u.exec(body.querySelector('th')?.textContent ?? '')?.[0] ?? '';
      return [...body.querySelectorAll('tr')].slice(1).map((row): [string, string, string, string] => {
        const cells = [...row.querySelectorAll('td')];
        const [name, state] = [-6, -1].map((at) => cells.at(at)?.firstElementChild?.textContent ?? '');
        return [years, name ?? '', state ?? '', cells.at(-2)?.textContent ?? ''];
      });
    });
  }, text.title);
}

async function expectLines(pc: OfficePc, view: View, wanted: readonly Line[]): Promise<number> {
  // What was written a moment ago comes into the list by itself.
  const deadline = Date.now() + 5000;
  let seen = await readLines(pc, view);
  while (JSON.stringify(seen) !== JSON.stringify(wanted) && Date.now() < deadline) {
    await pc.page.waitForTimeout(50);
    seen = await readLines(pc, view);
  }
  expectEqual(seen, wanted, `${pc.name}: ${text.view[view]}`);
  return wanted.length;
}

/** Puts somebody on the list by the dialog; gives who was offered. */
async function markEarly({ page }: OfficePc, name: string, reason: string): Promise<readonly string[]> {
  await openDay({ page } as OfficePc, AWARD);
  await page.getByRole('button', { name: text.actions.early }).click();
  const dialog = page.getByRole('dialog', { name: text.early.title });
  await dialog.getByRole('combobox', { name: text.early.person }).fill(CELL);
  const options = page.getByRole('option');
  await options.filter({ hasText: name }).waitFor();
  const offered = (await options.allTextContents()).map((words) => words.split(' · ')[0] ?? '');
  await options.filter({ hasText: name }).click();
  await dialog.getByRole('textbox', { name: text.early.reason }).fill(reason);
  await dialog.getByRole('button', { name: text.early.save }).click();
  await dialog.waitFor({ state: 'detached' });
  return offered.sort();
}

async function chooseAll({ page }: OfficePc, count: number): Promise<void> {
  await page.getByRole('checkbox', { name: text.chooseAll }).check();
  await page.getByText(new RegExp(`^Đã chọn ${String(count)} `, 'u')).waitFor();
}

/** The declarations through the screen: everybody's name, badge and, of an early one, the reason. */
async function expectForms(pc: OfficePc, folder: string, names: readonly string[]): Promise<void> {
  const { page } = pc;
  const file = join(folder, 'forms.pdf');
  await pc.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
  }, file);
  await chooseAll(pc, names.length);
  await page.getByRole('button', { name: text.actions.forms }).click();
  const dialog = page.getByRole('dialog', { name: text.forms.title(names.length) });
  await dialog.getByRole('button', { name: sharedText.savePdf }).click();
  const words = readPdfWords(await waitForFile(file));
  for (const name of [
    ...names,
    '40 năm tuổi Đảng',
    '50 năm tuổi Đảng',
    'Ung thư giai đoạn cuối, bệnh án số 12',
    shown(AWARD),
  ])
    expectThat(words, (all) => all.includes(name), `the declarations say ${name}`);
  expectEqual(words.split('ĐỀ NGHỊ TẶNG HUY HIỆU ĐẢNG').length - 1, names.length, 'one declaration for each');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** The tờ trình that is begun, set as it would be printed. */
async function expectProposal(pc: OfficePc, people: readonly string[]): Promise<void> {
  const { page } = pc;
  await chooseAll(pc, people.length);
  await page.getByRole('button', { name: text.actions.propose, exact: true }).click();
  await page.waitForURL(/#\/outgoing-write\//u);
  const id = page.url().split('/').at(-1) ?? '';
  const sent = await page.evaluate(async (outgoingId) => {
    const { db } = (window.officeForTests as TestHandle).office;
    const [paper, draft] = await Promise.all([db.outgoings.get(outgoingId), db.localDrafts.get(`write:${outgoingId}`)]);
    return JSON.stringify([paper, draft?.value]);
  }, id);
  const [paper, { content }] = JSON.parse(sent) as [OutgoingFields, { readonly content: PaperContent }];
  const names: PaperNames = {
    body: { name: 'Đảng bộ xã Mẫu', kind: 'committee' },
    parent: null,
    suffix: 'ĐU',
    draftVersion: null,
    typist: '',
    year: Number(AWARD.slice(0, 4)),
  };
  const facts = toPaperFacts(paper, names, { style: defaultPaperStyle, office: undefined });
  const pdf = await makeLetterPdf(facts, content, readPaperFonts(), { createdAt: new Date(0) });
  const words = readPdfWords(pdf);
  const said = [
    'TỜ TRÌNH',
    `đợt ${shown(AWARD)}`,
    `cho ${String(people.length)} đồng chí`,
    '24.000.000 đồng',
    'Truy tặng',
  ];
  for (const part of [...people, ...said, 'bệnh án số 12'])
    expectThat(words.replaceAll(' ', ''), (all) => all.includes(part.replaceAll(' ', '')), `the tờ trình says ${part}`);
}

/** Records all that were asked for as given, by one decision, with a number each; the sum without a rate is typed. */
async function giveAll(pc: OfficePc, names: readonly string[]): Promise<void> {
  const { page } = pc;
  await chooseAll(pc, names.length);
  await page.getByRole('button', { name: text.actions.give }).click();
  const dialog = page.getByRole('dialog', { name: text.give.title(names.length, shown(AWARD)) });
  await dialog.getByRole('textbox', { name: text.give.symbol }).fill('77-QĐ/TU');
  await dialog
    .getByRole('textbox', { name: text.give.issuedOn })
    .fill(shown(dateOfInstant(Date.now())).replaceAll('/', ''));
  await dialog.getByRole('textbox', { name: text.give.issuer }).fill('Tỉnh uỷ Mẫu');
  for (const [at, name] of names.entries())
    await dialog.getByRole('textbox', { name: text.give.numberOf(name) }).fill(`HH${String(at + 1)}`);
  await dialog.getByRole('textbox', { name: text.give.amountOf('Hoàng Văn Lăm') }).fill('6.500.000');
  await dialog.getByRole('button', { name: text.give.save }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The awards of the day as the records hold them. */
async function readAwards({ page }: OfficePc): Promise<readonly string[]> {
  return page.evaluate(async (on) => {
    const { db } = (window.officeForTests as TestHandle).office;
    const names = new Map((await db.members.toArray()).map(({ id, name }) => [id, name.full]));
    const events = (await db.memberEvents.toArray()).filter(
      ({ kind, effectiveOn, state }) => kind === 'badge' && String(effectiveOn) === on && state === 'decided',
    );
    return events
      .map(({ memberId, years, number, amount, decision, effectiveOn }) =>
        [names.get(memberId), years, number, amount?.toLocaleString('vi-VN'), decision?.symbol, effectiveOn].join(' '),
      )
      .sort();
  }, AWARD);
}

async function waitForFile(file: string): Promise<Uint8Array> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes !== undefined && bytes.subarray(-1024).includes('%%EOF')) return new Uint8Array(bytes);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${file} was not saved`);
}
