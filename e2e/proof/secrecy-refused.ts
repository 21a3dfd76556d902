/** Papers with a secrecy mark, as PDF, Word, Excel and edXML: each refused with an explanation, and no word of them is on the disk afterwards. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listVaultFiles, offerEdxml, offerFile } from '#e2e/office/file-intake.ts';
import { makeDocx, makeXlsx } from '#e2e/office/hostile-files.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { scanFolders } from '#e2e/office/scan-for-words.ts';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { registerText } from '#renderer/messages/register.ts';
import { writeEdxml } from '#renderer/data/edxml/write-edxml.ts';
import { startServer } from '#server/start-server.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

/** A word that stands in every refused file, and nowhere else. */
const WORD = 'Kanaribímậtnâu';
/** A word of the files that are taken: the scan must find their kind of trace, were it there in clear. */
const OPEN_WORD = 'Kanaricôngkhaixanh';

const facts = {
  symbol: '12-BC/ĐU',
  issuedOn: toPartialDate('2026-11-19'),
  issuer: 'Đảng uỷ xã Mẫu',
  typeId: null,
  signer: 'Nguyễn Văn Mẫu',
  urgency: 'normal' as const,
};

await runProof('secrecy-refused', async ({ say, onEnd }) => {
  const work = await mkdtemp(join(tmpdir(), 'hosoxa-secret-'));
  onEnd(() => rm(work, { recursive: true, force: true }));
  const [home, temp, outside] = [join(work, 'home'), join(work, 'temp'), join(work, 'outside')];
  for (const folder of [home, temp, outside]) await mkdir(folder);
  const server = await startServer({ dataDir: join(work, 'province') });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  await seedProvince(
    server,
    { seed: 9, documents: 4, members: 4, today: toPlainDate('2026-11-20'), files: 0, place },
    Date.now,
  );
  const env = {
    HOSOXA_BALLAST_MB: '0',
    HOME: home,
    TMPDIR: temp,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
  };
  const pc = await OfficePc.join(server, place.id, 'Máy văn thư', true, { env });
  onEnd(() => pc.discard());
  await pc.settle();
  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const path = join(outside, name);
    await writeFile(path, bytes);
    return path;
  };

  const before = await listVaultFiles(pc);
  const secret = await listSecretFiles();
  for (const { name, bytes } of secret) {
    const path = await put(name, bytes);
    const outcome = name.endsWith('.edxml') ? await offerEdxml(pc, path) : (await offerFile(pc, path)).outcome;
    expectEqual(outcome, 'file-secret-mark', `${name} is refused`);
  }
  await seeRefusal(pc, join(outside, 'to-mat.pdf'));
  expectEqual(await listVaultFiles(pc), before, 'no file lies in the vault');
  const rows = await pc.page.evaluate(async () => {
    const db = window.officeForTests?.office.db;
    return [await db?.attachments.count(), await db?.arrivals.count(), await db?.localTransfers.count()];
  });
  expectEqual(rows, [0, 0, 0], 'no record names one');
  say(`${secret.length} papers with a mark refused; one of them on the screen, with what is safe and what to do`);

  const open = await listOpenFiles();
  for (const { name, bytes } of open) {
    const path = await put(name, bytes);
    const outcome = name.endsWith('.edxml') ? await offerEdxml(pc, path) : (await offerFile(pc, path)).outcome;
    expectThat(outcome, (said) => said.startsWith('taken'), `${name} speaks of secrets and is none`);
  }
  expectEqual((await listVaultFiles(pc)).length, before.length + open.length, 'those lie in the vault');
  say(`${open.length} ordinary papers that speak of secrets taken`);

  await pc.settle();
  await pc.close();
  await rm(outside, { recursive: true, force: true });
  const needles = [WORD, OPEN_WORD].map((text) => ({ name: text, text }));
  const clean = await scanFolders([pc.profile, home, temp, join(work, 'province')], needles);
  expectEqual(
    clean.finds.map(({ name, file }) => `${name} in ${file}`),
    [],
    'no word of them is in profile, journal, vault, temporary files or at the province',
  );
  await writeFile(join(temp, 'control.txt'), `x ${WORD} y`);
  expectThat(
    (await scanFolders([temp], needles)).finds.length,
    (finds) => finds > 0,
    'the scan sees the word in clear',
  );
  return `${secret.length} papers refused, ${open.length} ordinary ones taken, 0 words found in ${clean.files} files (${(clean.bytes / 1_048_576).toFixed(1)} MB)`;
});

type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

async function listSecretFiles(): Promise<readonly NamedFile[]> {
  const pdf = (stamp: 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT'): Promise<Uint8Array> =>
    generatePdf({ seed: `secret ${stamp}`, facts: { ...facts, abstract: WORD }, stamp });
  const docx = makeDocx(['ĐẢNG UỶ XÃ MẪU', 'MẬT', WORD]);
  return [
    { name: 'to-mat.pdf', bytes: await pdf('MẬT') },
    { name: 'to-toi-mat.pdf', bytes: await pdf('TỐI MẬT') },
    { name: 'to-tuyet-mat.pdf', bytes: await pdf('TUYỆT MẬT') },
    { name: 'than.docx', bytes: docx },
    { name: 'cach-chu.docx', bytes: makeDocx(['T Ố I  M Ậ T', WORD]) },
    { name: 'nhan.docx', bytes: makeDocx(['Độ mật: Tối mật', WORD]) },
    { name: 'dau-trang.docx', bytes: makeDocx([WORD], { 'word/header1.xml': header('TUYỆT MẬT') }) },
    { name: 'cuoi-cung.docx', bytes: makeDocx([...Array.from({ length: 400 }, () => 'Nội dung'), 'MẬT', WORD]) },
    { name: 'to-rieng.xlsx', bytes: makeXlsx({ A: [['Số', 'Trích yếu']], B: [['MẬT'], [WORD]] }) },
    { name: 'nhung.docx', bytes: makeDocx([WORD], { 'word/embeddings/Book.xlsx': makeXlsx({ A: [['TỐI MẬT']] }) }) },
    { name: 'tep-mat.edxml', bytes: edxml('Báo cáo', [{ name: 'a.docx', bytes: docx }]) },
    {
      name: 'mot-trong-hai.edxml',
      bytes: edxml('Báo cáo', [
        { name: 'sach.docx', bytes: makeDocx(['Công khai']) },
        { name: 'a.docx', bytes: docx },
      ]),
    },
    { name: 'trich-yeu.edxml', bytes: edxml(`Độ mật: Mật ${WORD}`, []) },
  ];
}

async function listOpenFiles(): Promise<readonly NamedFile[]> {
  const about = [
    'LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'Tăng cường bảo vệ bí mật nhà nước',
    'danh mục tối mật',
    'ĐỘ MẬT: KHÔNG',
    OPEN_WORD,
  ];
  return [
    { name: 'luat.docx', bytes: makeDocx(about) },
    { name: 'luat.xlsx', bytes: makeXlsx({ A: [['Độ mật', 'Trích yếu'], ...about.map((line) => ['Thường', line])] }) },
    {
      name: 'luat.pdf',
      bytes: await generatePdf({
        seed: 'open',
        facts: { ...facts, abstract: `Triển khai Luật Bảo vệ bí mật nhà nước ${OPEN_WORD}` },
      }),
    },
    {
      name: 'luat.edxml',
      bytes: edxml(`Về Luật Bảo vệ bí mật nhà nước ${OPEN_WORD}`, [
        { name: 'mat-ong.docx', bytes: makeDocx(['Mật ong rừng', OPEN_WORD]) },
      ]),
    },
  ];
}

function header(text: string): string {
  return `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`;
}

function edxml(abstract: string, files: readonly NamedFile[]): Uint8Array {
  const agency = {
    organId: 'X.1',
    name: 'UBND xã Mẫu',
    inCharge: '',
    address: '',
    email: '',
    telephone: '',
    fax: '',
    website: '',
  };
  return writeEdxml({
    form: 'paper',
    from: agency,
    to: [agency],
    letter: {
      ...facts,
      externalId: `X.1,2026/11/19,${abstract.length}/UBND`,
      organId: 'X.1',
      place: '',
      typeName: 'Báo cáo',
      abstract,
      signerPost: '',
      pages: 1,
      dueOn: null,
      isDirective: false,
      replyTo: [],
      note: '',
    },
    typeClass: '1',
    competence: '',
    content: '',
    copies: null,
    wantsAnswer: false,
    sphere: '',
    typist: '',
    appendixes: [],
    toPlaces: [],
    business: {
      kind: 'new',
      reason: '',
      targets: [],
      changesPaper: false,
      receivers: [],
      staff: { department: '', name: '', email: '', mobile: '' },
    },
    trace: [],
    files: files.map(({ name, bytes }, at) => ({
      contentId: `cid:${at}`,
      name,
      type: 'application/octet-stream',
      description: '',
      bytes: new Uint8Array(bytes),
      fault: null,
    })),
  });
}

/** The refusal as the clerk sees it: named, with what is safe and what to do; the form holds no file. */
async function seeRefusal(pc: OfficePc, path: string): Promise<void> {
  const { page } = pc;
  await page.evaluate(() => (window.location.hash = '#/documents-new'));
  await page.getByText(registerText.dropTitle).waitFor();
  await page.locator('main input[type=file]').first().setInputFiles(path);
  const { happened, safe, todo } = describeError('file-secret-mark');
  await page.getByText(`to-mat.pdf: ${happened}`).waitFor();
  await page.getByText(`${safe} ${todo}`).waitFor();
  await page.getByText(registerText.dropTitle).waitFor();
}
