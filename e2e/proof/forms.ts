/** The forms of members as the app prints them, and a cell's yearly book: every field of the record present, names never altered, laid out as the forms are; decisions begin from the record. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formMembers, linesOf, eventsOf, type FormMember } from '#e2e/office/form-members.ts';
import { measurePdf, readPdfWords, type MeasuredPdf } from '#e2e/office/measure-pdf.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { memberFormsText as text } from '#renderer/messages/member-forms.ts';
import { memberPapersText } from '#renderer/messages/member-papers.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { startServer } from '#server/start-server.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import { expectCellBook } from './cell-book-part.ts';

type Kind = keyof typeof text.names;
/** A record on its way to the page. */
type SentRecord = ['memberLine' | 'memberEvent', Record<string, FieldValue>];

await runProof('forms', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-forms-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(folder, 'province') });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = dateOfInstant(Date.now());
  await seedProvince(server, { seed: 5, documents: 5, members: 12, outgoing: 2, today, files: 0, place }, Date.now);
  const pc = await OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', true, { role: 'office-head' });
  onEnd(() => pc.discard());
  await pc.settle();
  const members = await enterMembers(pc);
  say(`${members.length} members entered, with names that programs like to "correct"`);

  let [papers, fields, pages] = [0, 0, 0];
  for (const { id, member } of members) {
    for (const kind of kindsFor(member)) {
      const bytes = await savePaper(pc, folder, id, member, kind);
      const measured = await measurePdf(bytes);
      const words = readPdfWords(bytes);
      fields += expectFields(kind, member, words);
      expectLaidOut(kind, measured);
      papers += 1;
      pages += measured.pages;
    }
  }
  say(`${papers} papers on ${pages} pages: each field of the record stands on its form, as it was typed`);

  const book = await expectCellBook(pc, folder);
  say(`a cell's book of a year on ${book.pages} pages: ${book.facts} facts stand in it`);

  const decisions = await expectDecisions(pc, members);
  say(`${decisions} decisions begun from the record, with name, birth, native place and cell as they are`);
  return `${papers} papers, ${fields} fields found, ${pages} pages, ${decisions} decisions; a cell's book with ${book.facts} facts`;
});

/** Puts the members of the table in, with their lines and events, through the repository. */
async function enterMembers(pc: OfficePc): Promise<readonly { readonly id: string; readonly member: FormMember }[]> {
  const entered: { id: string; member: FormMember }[] = [];
  for (const member of formMembers) {
    const id = await pc.page.evaluate(async (fields) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('this build is not open to tests');
      const cell = (await handle.office.db.units.toArray()).find(({ kind }) => kind === 'cell');
      const made = await handle.acts.addRecord(handle.office, 'member', { ...fields, unitId: cell?.id ?? null });
      if (!made.ok) throw new Error(made.error.code);
      return made.value.id;
    }, member.fields);
    const records = [
      ...linesOf(member).map((fields) => ['memberLine', fields] as const),
      ...eventsOf(member).map((fields) => ['memberEvent', fields] as const),
    ];
    for (const [type, fields] of records) {
      // As text: the page takes any record, and its types need not be told to the bridge.
      const problem = await pc.page.evaluate(
        async (sent) => {
          const handle = window.officeForTests;
          if (handle === undefined) return 'this build is not open to tests';
          const [entity, values] = JSON.parse(sent) as SentRecord;
          const made = await handle.acts.addRecord(handle.office, entity, values);
          return made.ok ? '' : made.error.code;
        },
        JSON.stringify([type, { ...fields, memberId: id }]),
      );
      expectEqual(problem, '', `a ${type} is taken`);
    }
    entered.push({ id, member });
  }
  return entered;
}

function kindsFor({ fields }: FormMember): readonly Kind[] {
  if (fields.state === 'candidate') return ['applicant-life'];
  return ['member-life', 'member-card', 'supplement', 'badge-declaration', 'one-page', 'handbook'];
}

/** Goes through the screen: the record, its papers, the form, the file. */
async function savePaper(
  pc: OfficePc,
  folder: string,
  id: string,
  member: FormMember,
  kind: Kind,
): Promise<Uint8Array> {
  const { page } = pc;
  const file = join(folder, `${kind}.pdf`);
  await rm(file, { force: true });
  await pc.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
  }, file);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/members/${id}`);
  await page.getByRole('button', { name: memberPapersText.action }).click();
  const dialog = page.getByRole('dialog', { name: memberPapersText.title(member.fields.name.full) });
  await dialog.getByRole('radio', { name: text.names[kind] }).check();
  await dialog.getByRole('button', { name: sharedText.savePdf }).click();
  const bytes = await waitForFile(file);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return bytes;
}

async function waitForFile(file: string): Promise<Uint8Array> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes !== undefined && bytes.length > 0 && bytes.subarray(-1024).includes('%%EOF'))
      return new Uint8Array(bytes);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${file} was not saved`);
}

/** Every value that belongs on a form stands on it, letter by letter; gives how many. The name in use may stand in capitals, as two forms ask. */
function expectFields(kind: Kind, member: FormMember, words: string): number {
  const wanted = member.expected[kind] ?? [];
  expectThat(wanted.length, (count) => count > 0, `${kind}: the table says what stands on it`);
  for (const value of wanted) {
    const squeezed = value.replaceAll(/\s+/gu, ' ');
    expectThat(
      words.replaceAll(' ', ''),
      (all) => all.includes(squeezed.replaceAll(' ', '')),
      `${kind} of ${member.fields.name.full} says "${value}"`,
    );
  }
  for (const wrong of member.neverSaid)
    expectThat(words, (all) => !all.includes(wrong), `${kind} of ${member.fields.name.full} never says "${wrong}"`);
  return wanted.length;
}

/** A4 (the booklet A5), fonts embedded, a Vietnamese tagged file with a title, everything inside the margins. */
function expectLaidOut(kind: Kind, pdf: MeasuredPdf): void {
  const [width, height] = kind === 'handbook' ? [148, 210] : [210, 297];
  const mm = (points: number): number => Math.round((points * 25.4) / 72);
  expectEqual([mm(pdf.width), mm(pdf.height)], [width, height], `${kind}: size of the sheet`);
  expectThat(
    pdf.fonts,
    (fonts) => fonts.length > 0 && fonts.every(({ flags }) => flags.startsWith('yes')),
    `${kind}: fonts are embedded`,
  );
  expectEqual([pdf.language, pdf.showsTitle], ['(vi-VN)', true], `${kind}: language and title`);
  const rightEdge = pdf.width - 12;
  expectThat(
    pdf.lines
      .filter(({ x1, x2, y2 }) => x1 < 20 || x2 > rightEdge || y2 > pdf.height - 8)
      .map(({ text: words }) => words),
    (outside) => outside.length === 0,
    `${kind}: nothing stands in the margins`,
  );
}

/** The decision somebody waits for begins from the record; its text bears the facts, and asks for what nobody knows yet. */
async function expectDecisions(
  pc: OfficePc,
  members: readonly { readonly id: string; readonly member: FormMember }[],
): Promise<number> {
  const { page } = pc;
  let begun = 0;
  for (const { id, member } of members) {
    const { state, name, nativePlace } = member.fields;
    if (state !== 'candidate' && state !== 'probationary') continue;
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/members/${id}`);
    await page.getByRole('button', { name: memberPapersText.action }).click();
    await page.getByRole('button', { name: memberPapersText.decide(state === 'candidate') }).click();
    await page.waitForURL(/outgoing-write/u);
    const body = page.locator('main');
    for (const fact of [name.full, nativePlace]) await body.getByText(fact).first().waitFor();
    begun += 1;
  }
  return begun;
}
