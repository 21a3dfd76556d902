/** The papers of a meeting that was planned on another PC, made in one click at the secretary's: order, names, large type, fonts, real files behind them, codes that a scanner reads; attendance by card number and code. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { waitForFile, waitUntil } from '#e2e/office/import-screen.ts';
import { listMembers } from '#e2e/office/member-workbook.ts';
import { measurePdf, type MeasuredPdf } from '#e2e/office/measure-pdf.ts';
import { listPrintedFiles, planMeeting, type PrintedFile } from '#e2e/office/planned-meeting.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { readQrCodes } from '#e2e/office/read-qr.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { meetingPackText as text } from '#renderer/messages/meeting-pack.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { meetingsText } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { startServer } from '#server/start-server.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { scanCodeOf } from '#shared/domain/meeting/scan-code.ts';
import { addDays, dateOfInstant } from '#shared/base/plain-date.ts';

/** Smallest type of the papers, in points: the foot, and tables a little below the text of 16. */
const SMALLEST = 15;
const BODY = 16;

/** Names that a printer or a program spoils first: stacked marks, both places of a tone mark, names of peoples, a single name, a long one. */
const names = [
  ...[
    'Nguyễn Thị Thuý',
    'Nguyễn Thị Thúy',
    'Êban Y Thoăn',
    'H’Hen Niê Kdăm',
    'Đặng Ngọc Hoà',
    'Hờ A Chống',
    'Lò Thị Ưởng',
  ],
  ...['Ksor Phước', 'Tôn Nữ Thị Ninh Giang Hạ Long', 'Pờ Sè Lừ', 'Giàng Thị Mỷ', 'Nông Đức Ẩn'],
];

type Person = { readonly id: string; readonly name: string; readonly card: string };

await runProof('meeting-pack', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-pack-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(folder, 'province') });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = dateOfInstant(Date.now());
  const seeded = await seedProvince(
    server,
    { seed: 8, documents: 2, members: 20, outgoing: 1, today, files: 0, place },
    Date.now,
  );
  const whoIs = (role: StaffRole): (typeof seeded.staff)[number] | undefined =>
    seeded.staff.find(({ fields }) => fields.role === role);
  const unitId = whoIs('cell-secretary')?.fields.unitId ?? '';
  const sender = await enrolSamplePc(server.url, await server.createCode(place.id, {}), 'Máy mẫu', Date.now);
  await sender.send(
    listMembers('pack', names.length, today).map((member, at) => ({
      ...{ t: 'set', type: 'member', id: uuidv7() },
      f: { ...member, unitId, name: splitPersonName(names[at] ?? '') } as unknown as Readonly<
        Record<string, FieldValue>
      >,
    })),
    whoIs('officer')?.id ?? '',
  );
  await sender.close();
  const [office, cell] = await Promise.all([
    OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', true, { role: 'officer' }),
    OfficePc.join(server, place.id, 'Máy chi bộ', false, { role: 'cell-secretary' }),
  ]);
  for (const pc of [office, cell]) {
    onEnd(() => pc.discard());
    await pc.settle();
  }
  const { files, closed } = await listPrintedFiles();
  const startsAt = new Date(Date.parse(`${addDays(today, 3)}T12:30:00.000Z`)).toISOString();
  const meetingId = await planMeeting(office, unitId, startsAt, [...files, ...closed]);
  await office.settle();
  await cell.settle();
  say(`planned on one PC with ${String(files.length + closed.length)} files, invited; it came to the PC of the cell`);

  const pack = await makePack(cell, join(folder, 'bo-tai-lieu.pdf'), false);
  const measured = await measurePdf(pack);
  const people = await listPeople(cell, unitId);
  for (const name of names)
    expectThat(people, (all) => all.some((person) => person.name === name), `${name} is in the cell`);
  const sheetPages = expectPack(measured, files, people);
  await expectRefused(cell, closed);
  say(
    `one click: ${String(measured.pages)} pages, ${String(sheetPages)} of them in large type, ${String(people.length)} names unaltered, page numbers of the contents right`,
  );

  const named = await makePack(cell, join(folder, 'giay-moi.pdf'), true);
  const codes = await expectCodes(named, meetingId, people);
  say(`${String(codes)} codes read off the drawn invitations, each that of the member it is for`);

  await noteAttendance(cell, meetingId, people);
  await cell.settle();
  await office.settle();
  const marks = await office.page.evaluate(async (id) => {
    const rows = await (window.officeForTests as TestHandle).office.db.attendances.toArray();
    return rows.flatMap((row) => (row.meetingId === id && !row.removed ? [[row.memberId, row.status, row.noted]] : []));
  }, meetingId);
  const [first, second] = people;
  expectEqual(
    marks.sort((a, b) => String(a[2]).localeCompare(String(b[2]))),
    [
      [first?.id ?? '', 'present', 'number'],
      [second?.id ?? '', 'present', 'scan'],
    ],
    'who came by card number and by code is noted on both PCs',
  );
  const minutes = await printMinutes(cell, folder);
  say(`attendance by card number and by code reached the other PC; the minutes are printed in form and in large type`);
  return `1 click, ${String(measured.pages)} pages with ${String(files.length)} real files, ${String(people.length)} names, ${String(codes)} codes read, minutes of ${String(minutes)} pages`;
});

/** Who is in the list of the meeting, in its order. */
function listPeople(pc: OfficePc, unitId: string): Promise<readonly Person[]> {
  return pc.page.evaluate(async (cell) => {
    const rows = await (window.officeForTests as TestHandle).office.db.members.toArray();
    return rows
      .filter(
        ({ removed, unitId: own, state }) =>
          !removed && own === cell && (state === 'official' || state === 'probationary'),
      )
      .map(({ id, name, cardNumber }) => ({ id, name: name.full, card: cardNumber }))
      .sort((a, b) => (a.card === b.card ? 0 : a.card === '' ? 1 : -1));
  }, unitId);
}

/** The pack as the secretary makes it: one click on the first screen; `isNamed` ticks that each gets an invitation of their own. */
async function makePack(pc: OfficePc, target: string, isNamed: boolean): Promise<Uint8Array> {
  const { page } = pc;
  await takeSaves(pc, target);
  if (!isNamed) {
    await page.evaluate(() => (window.location.hash = '#/'));
    await page.getByRole('button', { name: text.button, exact: true }).click();
  }
  const dialog = page.getByRole('dialog', { name: text.title });
  if (isNamed) await dialog.getByText(text.named).click();
  await waitUntil(() => dialog.getByRole('button', { name: sharedText.savePdf }).isEnabled(), 'the pack is made');
  await dialog.getByRole('button', { name: sharedText.savePdf }).click();
  const bytes = await waitForFile(target);
  return bytes;
}

async function takeSaves(pc: OfficePc, target: string): Promise<void> {
  await pc.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
}

/** Order of the parts, names, type, fonts, files, and the page numbers of the contents; gives the pages before the files. */
function expectPack(pdf: MeasuredPdf, files: readonly PrintedFile[], people: readonly Person[]): number {
  const filePages = files.reduce((sum, { pages }) => sum + pages, 0);
  const sheetPages = pdf.pages - filePages;
  const pageText = (page: number): string =>
    pdf.lines.flatMap((line) => (line.page === page ? [line.text] : [])).join(' ');
  const { paper } = text;
  const heads = [
    paper.pack,
    paper.invitation,
    paper.agenda,
    paper.attendance,
    paper.papers,
    paper.resolution,
    paper.ballot,
    paper.minutes,
  ];
  const places = heads.map((head) => pdf.lines.findIndex((line) => line.text === head && line.page <= sheetPages));
  expectThat(places, (all) => all.every((at) => at >= 0), 'every part has its heading');
  expectEqual(
    [...places].sort((a, b) => a - b),
    places,
    'the parts lie in their order',
  );
  const own = pdf.lines.filter((line) => line.page <= sheetPages);
  const small = own.filter(({ size, text: words }) => words.trim() !== '' && size < SMALLEST - 0.2);
  expectEqual(
    small.map((line) => `${String(line.size)} ${line.text}`),
    [],
    'nothing is printed smaller than large type',
  );
  expectThat(
    own.filter(({ size }) => size >= BODY - 0.2).length,
    (count) => count > own.length / 2,
    'the text is in large type',
  );
  expectThat(
    pdf.fonts,
    (fonts) => fonts.length > 0 && fonts.every(({ flags }) => flags.startsWith('yes')),
    'every font is embedded',
  );
  const all = own.map((line) => line.text).join(' ');
  for (const { name } of people) expectThat(all, (words) => words.includes(name), `${name} stands unaltered`);
  let page = sheetPages + 1;
  for (const { name, pages, says } of files) {
    expectThat(pageText(page), (words) => words.includes(says), `${name} begins on page ${String(page)} as it is`);
    expectThat(
      pageText(page),
      (words) => words.includes(paper.attachedPage(page)),
      `page ${String(page)} bears its number`,
    );
    const listed = own.find((line) => line.text.includes(name.slice(0, 12)));
    expectThat(listed, (line) => line !== undefined, `${name} is in the list of papers`);
    expectThat(
      own.some((line) => line.page === listed?.page && line.text.endsWith(String(page))),
      (so) => so,
      `${name}: the list says page ${String(page)}`,
    );
    page += pages;
  }
  return sheetPages;
}

/** What could not be put into the pack is named on the screen. */
async function expectRefused(pc: OfficePc, closed: readonly PrintedFile[]): Promise<void> {
  if (closed.length > 0) await pc.page.getByText(text.notAdded(closed.map(({ name }) => name).join(', '))).waitFor();
}

/** The code of each invitation, read off its drawn page, is that of the member it names. */
async function expectCodes(bytes: Uint8Array, meetingId: string, people: readonly Person[]): Promise<number> {
  const { lines } = await measurePdf(bytes);
  const invited = people.map((person) => {
    const line = lines.find(({ text: words }) => words === `${text.paper.invitee} ${person.name}`);
    const code = line && lines.find(({ page, text: words }) => page >= line.page && words === text.paper.scanMe);
    return { ...person, page: code?.page ?? 0 };
  });
  const missing = invited.filter(({ page }) => page === 0).map(({ name }) => name);
  expectEqual(missing, [], 'each has an invitation with a code');
  const read = readQrCodes(
    bytes,
    invited.map(({ page }) => page),
  );
  expectEqual(
    read,
    invited.map(({ id }) => scanCodeOf(meetingId, id)),
    'the codes say who they are for',
  );
  return read.length;
}

/** At the door: a card number typed, a code scanned, and what is neither. */
async function noteAttendance(pc: OfficePc, meetingId: string, people: readonly Person[]): Promise<void> {
  const { page } = pc;
  await page.keyboard.press('Escape');
  await page.evaluate((id) => {
    window.location.hash = `#/meetings/${id}`;
  }, meetingId);
  await page.getByRole('tab', { name: meetingsText.tabs.attendance }).click();
  const field = page.getByRole('textbox', { name: meetingWorkText.attendance.scan });
  const [first, second] = people;
  const steps = [
    [first?.card ?? '', meetingWorkText.attendance.came(first?.name ?? '')],
    [scanCodeOf(meetingId, second?.id ?? ''), meetingWorkText.attendance.came(second?.name ?? '')],
    [first?.card ?? '', meetingWorkText.attendance.already(first?.name ?? '')],
    ['12345678901234', meetingWorkText.attendance.unreadable],
  ] as const;
  for (const [typed, said] of steps) {
    await field.fill(typed);
    await field.press('Enter');
    await page.getByText(said).waitFor();
  }
}

/** The minutes as a Party paper and in large type; gives the pages of the first. */
async function printMinutes(pc: OfficePc, folder: string): Promise<number> {
  const { page } = pc;
  await page.getByRole('tab', { name: meetingsText.tabs.minutes }).click();
  await page.getByRole('button', { name: text.printPaper.minutes }).click();
  const dialog = page.getByRole('dialog', { name: text.printPaper.minutes });
  const save = dialog.getByRole('button', { name: sharedText.savePdf });
  let pages = 0;
  for (const type of ['normal', 'large'] as const) {
    await dialog.getByText(text[type]).click();
    const target = join(folder, `bien-ban-${type}.pdf`);
    await takeSaves(pc, target);
    await waitUntil(() => save.isEnabled(), 'the minutes are made');
    await save.click();
    const measured = await measurePdf(await waitForFile(target));
    const words = measured.lines.map((line) => line.text).join(' ');
    for (const said of ['BIÊN BẢN', 'Nông Văn Mẫu', 'Lò Thị Thử'])
      expectThat(words, (all) => all.includes(said), `${said} stands in the minutes (${type})`);
    expectThat(measured.fonts, (fonts) => fonts.every(({ flags }) => flags.startsWith('yes')), 'fonts are embedded');
    if (type === 'normal') pages = measured.pages;
    else
      expectThat(
        measured.lines
          .filter(({ size, text: all }) => all.trim() !== '' && size < SMALLEST - 0.2)
          .map((line) => line.text),
        (small) => small.length === 0,
        'large minutes have no small type',
      );
  }
  return pages;
}
