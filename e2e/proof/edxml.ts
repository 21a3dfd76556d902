/** edXML: what is written is read back the same and validates by another reader; every sample of the exchange is read as that reader finds it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { fromBuffer, type Entry } from 'yauzl';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import {
  edxmlBusinessKinds,
  edxmlStatusCodes,
  type EdxmlPaper,
  type EdxmlStatus,
} from '#renderer/data/edxml/edxml-paper.ts';
import { readEdxml } from '#renderer/data/edxml/read-edxml.ts';
import { writeEdxml, writeEdxmlStatus } from '#renderer/data/edxml/write-edxml.ts';
import { createRandom, type Random } from '#e2e/sample/random.ts';
import { addDays, toPlainDate } from '#shared/base/plain-date.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';

const CORPUS = new URL('../../../shared/corpus/edxml/', import.meta.url);
const PAPERS = 400;
/** Letters that break careless writers: marks, quotes, brackets, entities, astral planes. */
const WORDS = [
  'Đảng uỷ',
  'xã Nà Lầu',
  '& cộng sự',
  '<báo cáo>',
  '"trích"',
  "ông 'A'",
  'A&amp;B',
  ']]>',
  '𠀀',
  'nghị quyết',
  '–',
  'số 12',
];

/** What the samples hold, known from their README and by hand: files with bytes, files without, doubts. */
const KNOWN: Readonly<Record<string, readonly [files: number, lost: number, doubts: readonly string[]]>> = {
  'doc-new-minimal.badns.edxml': [0, 1, []],
  'doc-new.edxml': [1, 0, ['id-says-otherwise', 'id-says-otherwise', 'target-unclear', 'nested-package']],
  'doc-new.junk-before-prolog.edxml': [
    1,
    0,
    ['junk-before', 'id-says-otherwise', 'id-says-otherwise', 'target-unclear', 'nested-package'],
  ],
  'doc-replacement-type3.edxml': [1, 0, ['id-says-otherwise', 'nested-package']],
  'doc-update-type2.edxml': [1, 0, ['id-says-otherwise', 'target-unclear', 'nested-package']],
  'gw-3-attachments-a.edxml': [3, 0, []],
  'gw-3-attachments-b.edxml': [3, 0, []],
  'recv-2019.edxml': [1, 0, []],
  'recv-2025-pdf-ok.edxml': [1, 0, []],
};

await runProof('edxml', async ({ say }) => {
  const random = createRandom('edxml');
  let files = 0;
  for (let number = 0; number < PAPERS; number += 1) {
    const paper = makePaper(random, number);
    const bytes = writeEdxml(paper);
    const read = readEdxml(bytes);
    expectThat(read, ({ ok }) => ok, `message ${number} is read`);
    if (!read.ok) continue;
    expectEqual(read.value, { ...paper, isSigned: false, doubts: [] }, `message ${number} comes back as it was`);
    expectEqual(writeEdxml(read.value as EdxmlPaper), bytes, `message ${number} is written the same again`);
    await checkByAnotherReader(paper, bytes);
    files += paper.files.length;
  }
  say(
    `${PAPERS} messages of the four kinds with ${files} files: read back equal, same bytes again, equal by another XML and ZIP reader`,
  );
  for (const code of edxmlStatusCodes) {
    const status = makeStatus(random, code);
    const read = readEdxml(writeEdxmlStatus(status));
    expectEqual(read, { ok: true, value: { ...status, doubts: [] } }, `status ${code} comes back as it was`);
  }
  say(`${edxmlStatusCodes.length} status codes: read back equal`);
  const samples = checkSamples();
  say(samples);
  return `${PAPERS} messages and ${edxmlStatusCodes.length} status codes back unchanged; ${samples}`;
});

function makePaper(random: Random, number: number): Omit<EdxmlPaper, 'doubts' | 'isSigned'> {
  const words = (most: number): string =>
    Array.from({ length: 1 + random.int(0, most) }, () => random.pick(WORDS)).join(' ');
  const agency = () => ({
    organId: `000.00.${random.int(10, 99)}.H${random.int(10, 60)}`,
    name: words(3),
    inCharge: words(2),
    address: words(4),
    email: 'vt@xa.example',
    telephone: String(random.int(200_000_000, 299_999_999)),
    fax: '',
    website: '',
  });
  const from = agency();
  const issued = addDays(toPlainDate('2026-01-01'), random.int(0, 300));
  const symbol = `${number + 1}/QĐ-UBND`;
  const kind = random.pick(edxmlBusinessKinds);
  return {
    form: 'paper',
    from,
    to: Array.from({ length: random.int(1, 4) }, agency),
    letter: {
      externalId: `${from.organId},${issued.replaceAll('-', '/')},${symbol}`,
      organId: from.organId,
      issuer: from.name,
      symbol,
      issuedOn: toPartialDate(issued),
      place: 'Nà Lầu',
      typeId: 'state-decision',
      typeName: 'Quyết định',
      abstract: words(12),
      signer: words(1),
      signerPost: words(1),
      urgency: random.pick(['normal', 'urgent', 'very-urgent', 'flash'] as const),
      pages: random.int(0, 90),
      dueOn: random.int(0, 1) === 0 ? null : addDays(issued, 15),
      isDirective: random.int(0, 1) === 1,
      replyTo: Array.from({ length: random.int(0, 2) }, () => ({
        externalId: `X,${issued.replaceAll('-', '/')},7/CV`,
        organId: 'X',
        symbol: '7/CV',
        issuedOn: toPartialDate(issued),
      })),
      note: '',
    },
    typeClass: '1',
    competence: random.pick(['', 'TM.', 'KT.', 'TL.']),
    content: words(6),
    copies: random.int(0, 1) === 0 ? null : random.int(1, 40),
    wantsAnswer: random.int(0, 1) === 1,
    sphere: words(1),
    typist: 'VT',
    appendixes: Array.from({ length: random.int(0, 2) }, () => words(3)),
    toPlaces: Array.from({ length: random.int(0, 3) }, () => words(3)),
    business: {
      kind,
      reason: words(4),
      targets:
        kind === 'new'
          ? []
          : [{ externalId: `${from.organId},2026/01/05,1/QĐ-UBND`, organIds: kind === 'replace' ? ['X', 'Y'] : [] }],
      changesPaper: kind === 'update',
      receivers: kind === 'update' ? [{ organId: 'Z', change: 'added' }] : [],
      staff: { department: words(1), name: words(1), email: '', mobile: '' },
    },
    trace: [{ organId: from.organId, at: `${issued.replaceAll('-', '/')} 08:00:00` }],
    files: Array.from({ length: random.int(0, 3) }, (_, at) => ({
      contentId: `cid:${number}-${at}`,
      name: `Tệp ${at} của ${number}.pdf`,
      type: 'application/pdf',
      description: words(1),
      bytes: Uint8Array.from({ length: random.int(1, 5000) }, () => random.int(0, 255)),
      fault: null,
    })),
  };
}

function makeStatus(random: Random, code: EdxmlStatus['code']): Omit<EdxmlStatus, 'doubts'> {
  const { from, letter, business } = makePaper(random, 1);
  const about = {
    externalId: letter.externalId,
    organId: letter.organId,
    symbol: letter.symbol,
    issuedOn: letter.issuedOn,
  };
  return {
    form: 'status',
    from,
    about,
    code,
    description: 'Đã vào sổ & chuyển',
    at: '2026/11/20 08:00:00',
    staff: business.staff,
  };
}

type Plain = { readonly [name: string]: Plain | readonly Plain[] | string };

function parseByAnother(bytes: Uint8Array): Plain {
  const text = new TextDecoder().decode(bytes);
  const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: true });
  return parser.parse(text.slice(text.indexOf('<'))) as Plain;
}

function at(
  node: Plain | readonly Plain[] | string | undefined,
  ...way: readonly string[]
): Plain | readonly Plain[] | string | undefined {
  return way.reduce<Plain | readonly Plain[] | string | undefined>(
    (here, name) => (typeof here === 'object' && !Array.isArray(here) ? (here as Plain)[name] : undefined),
    node,
  );
}

function textAt(node: Plain | readonly Plain[] | string | undefined, ...way: readonly string[]): string {
  const found = at(node, ...way);
  return typeof found === 'string' ? found.replaceAll(/\s+/g, ' ').trim().normalize('NFC') : '';
}

/** Header, business and the bytes of every file, by an XML reader and a ZIP reader that are not ours. */
async function checkByAnotherReader(paper: Omit<EdxmlPaper, 'doubts' | 'isSigned'>, bytes: Uint8Array): Promise<void> {
  const root = parseByAnother(bytes);
  const header = at(root, 'edXML', 'edXMLEnvelope', 'edXMLHeader', 'MessageHeader');
  expectEqual(textAt(header, 'Subject'), paper.letter.abstract.normalize('NFC'), 'Subject by another reader');
  expectEqual(textAt(header, 'From', 'OrganName'), paper.from.name.normalize('NFC'), 'OrganName by another reader');
  const business = at(root, 'edXML', 'edXMLEnvelope', 'edXMLHeader', 'TraceHeaderList', 'Bussiness');
  expectEqual(
    textAt(business, 'BussinessDocType'),
    String(edxmlBusinessKinds.indexOf(paper.business.kind)),
    'BussinessDocType',
  );
  const attachments = [at(root, 'edXML', 'AttachmentEncoded', 'Attachment') ?? []].flat();
  expectEqual(attachments.length, paper.files.length, 'attachments by another reader');
  for (const [number, file] of paper.files.entries()) {
    const zip = Buffer.from(textAt(attachments[number] as Plain, 'ContentTransferEncoded'), 'base64');
    const content = await unzipByAnother(zip);
    const digest = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
    expectEqual(digest(content), digest(file.bytes ?? new Uint8Array()), 'bytes of a file by another reader');
  }
}

function unzipByAnother(zip: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error !== null) {
        reject(error);
        return;
      }
      opened.on('entry', (entry: Entry) => {
        opened.openReadStream(entry, (failure, stream) => {
          if (failure !== null) {
            reject(failure);
            return;
          }
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            resolve(Buffer.concat(pieces));
          });
        });
      });
      opened.readEntry();
    });
  });
}

function checkSamples(): string {
  if (!existsSync(CORPUS)) return 'corpus/edxml is not here: no sample was read';
  let [papers, statuses, files, fields] = [0, 0, 0, 0];
  for (const name of readdirSync(CORPUS).filter((each) => each.endsWith('.edxml'))) {
    const bytes = new Uint8Array(readFileSync(new URL(name, CORPUS)));
    const read = readEdxml(bytes);
    expectThat(read, ({ ok }) => ok, `${name} is read`);
    if (!read.ok) continue;
    const header = at(parseByAnother(bytes), 'edXML', 'edXMLEnvelope', 'edXMLHeader', 'MessageHeader');
    const { value } = read;
    const pairs =
      value.form === 'status'
        ? [
            [value.code, textAt(header, 'StatusCode')],
            [value.about.externalId, textAt(header, 'ResponseFor', 'DocumentId')],
            [value.about.symbol, textAt(header, 'ResponseFor', 'Code')],
            [value.description, textAt(header, 'Description')],
            [value.from.name, textAt(header, 'From', 'OrganName')],
          ]
        : [
            [value.letter.externalId, textAt(header, 'DocumentId')],
            [value.letter.symbol, `${textAt(header, 'Code', 'CodeNumber')}/${textAt(header, 'Code', 'CodeNotation')}`],
            [value.letter.abstract, textAt(header, 'Subject')],
            [value.letter.issuer, textAt(header, 'From', 'OrganName')],
            [value.letter.signer, textAt(header, 'SignerInfo', 'FullName')],
            [value.letter.issuedOn?.replaceAll('-', '/'), textAt(header, 'PromulgationInfo', 'PromulgationDate')],
            [value.letter.typeName, textAt(header, 'DocumentType', 'TypeName')],
          ];
    for (const [ours, theirs] of pairs) expectEqual(ours, theirs, `${name} says the same to both readers`);
    fields += pairs.length;
    if (value.form === 'status') {
      statuses += 1;
      continue;
    }
    papers += 1;
    files += value.files.length;
    const whole = value.files.filter((file) => file.bytes !== null).length;
    expectEqual(
      [whole, value.files.length - whole, value.doubts.map(({ kind }) => kind)],
      [...(KNOWN[name] ?? [])],
      `${name}: files, lost files, doubts`,
    );
    if (name.startsWith('doc-') && whole > 0) {
      const truth = new URL('../official-pdf/TT-02-2026-TT-BTC.pdf', CORPUS);
      if (existsSync(truth))
        expectEqual(
          Buffer.from(value.files[0]?.bytes ?? []).equals(readFileSync(truth)),
          true,
          `${name}: the PDF inside the inner package is the known one`,
        );
    }
  }
  return `${papers} sample papers with ${files} files and ${statuses} status messages, ${fields} fields equal by both readers`;
}
