import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { formatEdxmlTime, parseEdxmlDate, parseEdxmlTime } from './edxml-dates.ts';
import { edxmlBusinessKinds, edxmlStatusCodes, type EdxmlPaper, type EdxmlStatus } from './edxml-paper.ts';
import { readEdxmlFiles, type FileBudget } from './read-edxml-files.ts';
import { parseXmlTree } from './xml-tree.ts';
import { readEdxml } from './read-edxml.ts';
import { writeEdxml, writeEdxmlStatus } from './write-edxml.ts';

const agency = {
  organId: 'H37.12.5',
  name: 'Đảng uỷ xã Nà Lầu',
  inCharge: 'Tỉnh uỷ <Lạng Sơn> & "bạn"',
  address: '',
  email: 'vp@nalau.example',
  telephone: '',
  fax: '',
  website: '',
};
const staff = { department: 'Văn phòng', name: 'Hoàng Thị Mẫu', email: '', mobile: '' };
const paper: Omit<EdxmlPaper, 'doubts' | 'isSigned'> = {
  form: 'paper',
  from: agency,
  to: [{ ...agency, organId: 'H37.1', name: 'Tỉnh uỷ' }, agency],
  letter: {
    externalId: 'H37.12.5,2026/11/20,12-BC/ĐU',
    organId: 'H37.12.5',
    issuer: 'Đảng uỷ xã Nà Lầu',
    symbol: '12-BC/ĐU',
    issuedOn: toPartialDate('2026-11-20'),
    place: 'Nà Lầu',
    typeId: 'party-report',
    typeName: 'Báo cáo',
    abstract: 'Báo cáo công tác tháng 11 & phương hướng tháng 12 <2026>',
    signer: 'Nông Văn Thử',
    signerPost: 'Phó Bí thư',
    urgency: 'very-urgent',
    pages: 7,
    dueOn: toPlainDate('2026-12-01'),
    isDirective: true,
    replyTo: [
      {
        externalId: 'H37.1,2026/11/01,84-KH/TU',
        organId: 'H37.1',
        symbol: '84-KH/TU',
        issuedOn: toPartialDate('2026-11-01'),
      },
    ],
    note: '',
  },
  typeClass: '1',
  competence: 'T/M',
  content: 'Nội dung vắn tắt',
  copies: 5,
  wantsAnswer: true,
  sphere: 'Nội bộ',
  typist: 'HTM',
  appendixes: ['Phụ lục 1', 'Phụ lục 2'],
  toPlaces: ['Thường trực Tỉnh uỷ', 'Lưu Văn phòng'],
  business: { kind: 'new', reason: '', targets: [], changesPaper: false, receivers: [], staff },
  trace: [{ organId: 'H37.12.5', at: '2026/11/20 09:15:00' }],
  files: [
    {
      contentId: 'cid:1',
      name: 'Báo cáo.pdf',
      type: 'application/pdf',
      description: 'Bản ký',
      bytes: bytesOf('%PDF-1.7 x'),
      fault: null,
    },
    {
      contentId: 'cid:2',
      name: 'b.png',
      type: 'image/png',
      description: '',
      bytes: new Uint8Array([0, 255, 128, 10]),
      fault: null,
    },
  ],
};

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(strToU8(text));
}

function must(bytes: Uint8Array): EdxmlPaper {
  const read = readEdxml(bytes);
  if (!read.ok || read.value.form !== 'paper') throw new Error(`no paper: ${JSON.stringify(read)}`);
  return read.value;
}

describe('what is written as edXML', () => {
  it('is read as it was', () => {
    expect(must(writeEdxml(paper))).toEqual({ ...paper, isSigned: false, doubts: [] });
  });

  it.each(edxmlBusinessKinds.slice(1))('is read as it was when it is to %s', (kind) => {
    const business = {
      kind,
      reason: 'Sai số & ký hiệu',
      targets: [{ externalId: 'H37.12.5,2026/11/18,11-BC/ĐU', organIds: kind === 'replace' ? ['H37.1', 'H37.2'] : [] }],
      changesPaper: kind === 'update',
      receivers: kind === 'update' ? [{ organId: 'H37.2', change: 'removed' as const }] : [],
      staff,
    };
    expect(must(writeEdxml({ ...paper, business })).business).toEqual(business);
  });

  it.each(edxmlStatusCodes)('says status %s', (code) => {
    const status: Omit<EdxmlStatus, 'doubts'> = {
      form: 'status',
      from: agency,
      about: { externalId: 'x,2026/11/20,1', organId: 'x', symbol: '1-BC/ĐU', issuedOn: toPartialDate('2026-11-20') },
      code,
      description: 'Đã vào sổ, số đến 12',
      at: '2026/11/20 10:00:00',
      staff,
    };
    expect(readEdxml(writeEdxmlStatus(status))).toEqual({ ok: true, value: { ...status, doubts: [] } });
  });

  it('is XML another reader takes, in the namespace of QCVN 102', () => {
    const text = new TextDecoder().decode(writeEdxml(paper));
    const other = new XMLParser({ removeNSPrefix: true, ignoreAttributes: false }).parse(text) as {
      edXML: {
        edXMLEnvelope: { edXMLHeader: { MessageHeader: { From: { OrganizationInCharge: string } } } };
      };
    };
    expect(text).toContain('<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"');
    expect(other.edXML.edXMLEnvelope.edXMLHeader.MessageHeader.From.OrganizationInCharge).toBe(agency.inCharge);
  });
});

describe('wrong or contradictory input', () => {
  const text = new TextDecoder().decode(writeEdxml(paper));
  const code = (input: string | Uint8Array): string => {
    const read = readEdxml(typeof input === 'string' ? strToU8(input) : input);
    return read.ok ? 'ok' : read.error.code;
  };

  it.each([
    ['nothing', '', 'edxml-unreadable'],
    ['a PDF', '%PDF-1.7', 'edxml-unreadable'],
    ['another XML', '<html><body/></html>', 'edxml-unreadable'],
    ['half a message', text.slice(0, text.length / 2), 'edxml-unreadable'],
    [
      'a document type with entities',
      text.replace('<edXML ', '<!DOCTYPE edXML [<!ENTITY x SYSTEM "file:///etc/passwd">]><edXML '),
      'edxml-unreadable',
    ],
    ['elements in elements without end', `<edXML>${'<a>'.repeat(500)}`, 'edxml-unreadable'],
    ['no sender', text.replace(/<edXML:From>[\s\S]*?<\/edXML:From>/, ''), 'edxml-incomplete'],
    [
      'an unknown status',
      '<e><MessageHeader><From><OrganId>a</OrganId></From><StatusCode>99</StatusCode></MessageHeader></e>',
      'edxml-incomplete',
    ],
  ])('%s is refused', (_, input, expected) => {
    expect(code(input)).toBe(expected);
  });

  it('says what it read when parts are missing', () => {
    const read = readEdxml(strToU8(text.replace(/<edXML:From>[\s\S]*?<\/edXML:From>/, '')));
    expect(read).toMatchObject({
      ok: false,
      error: { lacks: ['From'], read: { symbol: '12-BC/ĐU', signer: 'Nông Văn Thử' } },
    });
  });

  it('bears other encodings', () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
    expect(must(utf16).letter).toEqual(paper.letter);
    expect(must(strToU8(`\ufeff${text}`)).letter).toEqual(paper.letter);
    expect(code(new Uint8Array([...strToU8('<edXML>'), 0xff, 0xfe, 0xfd]))).toBe('edxml-unreadable');
  });

  it('tells what does not fit together', () => {
    const odd = text
      .replace('<edXML:PromulgationDate>2026/11/20', '<edXML:PromulgationDate>2026/02/30')
      .replace('<edXML:DueDate>2026/12/01', '<edXML:DueDate>mai')
      .replace('<edXML:CodeNumber>12', '<edXML:CodeNumber>13');
    expect(must(strToU8(odd)).doubts.map(({ kind }) => kind)).toEqual(['bad-date', 'bad-date', 'id-says-otherwise']);
  });

  it('matches attachments by ContentId, not by place, and tells what is not there', () => {
    const swapped = text.replace('<ContentId>cid:1</ContentId>', '<ContentId>cid:X</ContentId>');
    expect(must(strToU8(swapped)).files.map(({ name, fault }) => [name, fault])).toEqual([
      ['Báo cáo.pdf', 'missing'],
      ['b.png', null],
      ['Báo cáo.pdf', null],
    ]);
  });

  it('takes raw base64, and refuses a bomb inside', () => {
    const put = (bytes: Uint8Array): string =>
      text.replace(
        /<edXML:ContentTransferEncoded>[^<]*/,
        `<edXML:ContentTransferEncoded>${Buffer.from(bytes).toString('base64')}`,
      );
    expect(must(strToU8(put(strToU8('%PDF-raw')))).files[0]?.bytes).toEqual(bytesOf('%PDF-raw'));
    const bomb = zipSync({ 'a.pdf': new Uint8Array(30 * 1024 * 1024) }, { level: 9 });
    expect(must(strToU8(put(bomb))).files[0]).toMatchObject({ bytes: null, fault: 'file-bomb' });
    expect(must(strToU8(put(zipSync({ '../a.pdf': strToU8('x') })))).files[0]).toMatchObject({
      fault: 'file-path-trick',
    });
  });
});

describe('files of a message together', () => {
  const attach = (id: string, bytes: Uint8Array): string =>
    `<Attachment><ContentId>${id}</ContentId><AttachmentName>${id}.pdf</AttachmentName><ContentTransferEncoded>${Buffer.from(bytes).toString('base64')}</ContentTransferEncoded></Attachment>`;
  const readAll = (parts: readonly string[], budget: FileBudget): readonly (string | null)[] => {
    const tree = parseXmlTree(`<edXML><AttachmentEncoded>${parts.join('')}</AttachmentEncoded></edXML>`);
    if (!tree.ok) throw new Error('the test message is wrong');
    return readEdxmlFiles(tree.value, () => undefined, budget).files.map(({ fault }) => fault);
  };

  it('take no more memory than the budget, decoded and unpacked', () => {
    const zipped = zipSync({ 'a.pdf': new Uint8Array(1000) });
    const budget = { bytes: 1800, files: 10 };
    expect(readAll([attach('a', zipped), attach('b', zipped), attach('c', strToU8('%PDF-c'))], budget)).toEqual([
      null,
      'file-too-large',
      null,
    ]);
    expect(budget.bytes).toBeGreaterThanOrEqual(0);
    expect(readAll([attach('a', new Uint8Array(2000))], { bytes: 1800, files: 10 })).toEqual(['file-too-large']);
  });

  it('are no more than the budget says, whether attached or in a ZIP', () => {
    const one = attach('a', strToU8('%PDF-a'));
    expect(readAll([one, one, one, one], { bytes: 1800, files: 3 })).toEqual([null, null, null]);
    const many = zipSync(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.pdf`, strToU8('%PDF')])));
    const faults = readAll([attach('z', many), one], { bytes: 100_000, files: 5 });
    expect(faults).toEqual([null, null, null, null, 'file-too-large']);
  });
});

describe('dates of messages', () => {
  it.each([
    ['2026/11/20', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['20-11-2026', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['2026-11-20T08:00:00', '2026-11-20'],
    ['2026/11/20 08:00:00', '2026-11-20'],
    ['2014/02/30', undefined],
    ['mai', undefined],
    ['', undefined],
  ])('%j is %s', (text, date) => {
    expect(parseEdxmlDate(text)).toBe(date);
  });

  it('keep their instant', () => {
    const at = Date.UTC(2026, 10, 20, 2, 15, 7);
    expect(formatEdxmlTime(at)).toBe('2026/11/20 09:15:07');
    expect(parseEdxmlTime(formatEdxmlTime(at))).toBe(at);
  });
});

const corpus = new URL('../../../../shared/corpus/edxml/', import.meta.url);
const samples = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.edxml')) : [];
if (samples.length === 0) console.warn('edxml: corpus/edxml is not here, real messages are skipped');

describe.skipIf(samples.length === 0)('real messages', () => {
  it.each(samples)('%s says what another XML reader finds in it', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, corpus)));
    const read = readEdxml(bytes);
    if (!read.ok) throw new Error(read.error.code);
    const text = new TextDecoder().decode(bytes);
    const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false });
    const root = parser.parse(text.slice(text.indexOf('<'))) as Plain;
    const header = at(root, 'edXML', 'edXMLEnvelope', 'edXMLHeader', 'MessageHeader');
    expect(read.value.from.organId).toBe(textAt(header, 'From', 'OrganId'));
    if (read.value.form === 'status') {
      expect(read.value.code).toBe(textAt(header, 'StatusCode'));
      expect(read.value.about.externalId).toBe(textAt(header, 'ResponseFor', 'DocumentId'));
      expect(read.value.about.issuedOn?.replaceAll('-', '/')).toBe(textAt(header, 'ResponseFor', 'PromulgationDate'));
      expect(read.value.description).toBe(textAt(header, 'Description'));
      return;
    }
    const { letter, files } = read.value;
    expect(letter.externalId).toBe(textAt(header, 'DocumentId'));
    expect(letter.symbol).toBe(`${textAt(header, 'Code', 'CodeNumber')}/${textAt(header, 'Code', 'CodeNotation')}`);
    expect(letter.issuedOn?.replaceAll('-', '/')).toBe(textAt(header, 'PromulgationInfo', 'PromulgationDate'));
    expect(letter.abstract).toBe(textAt(header, 'Subject'));
    expect(letter.signer).toBe(textAt(header, 'SignerInfo', 'FullName'));
    expect(letter.place).toBe(textAt(header, 'PromulgationInfo', 'Place'));
    expect(String(letter.pages)).toBe(textAt(header, 'OtherInfo', 'PageAmount'));
    expect(read.value.to).toHaveLength([at(header, 'To')].flat().length);
    expect(files).toHaveLength([at(root, 'edXML', 'AttachmentEncoded', 'Attachment')].flat().length);
    expect(files.filter(({ bytes: content }) => content === null)).toHaveLength(name.includes('badns') ? 1 : 0);
  });
});

type Plain = { readonly [name: string]: Plain | Plain[] | string };

function at(node: Plain | Plain[] | string | undefined, ...way: string[]): Plain | Plain[] | string | undefined {
  return way.reduce<Plain | Plain[] | string | undefined>(
    (here, name) => (typeof here === 'object' && !Array.isArray(here) ? here[name] : undefined),
    node,
  );
}

function textAt(node: Plain | Plain[] | string | undefined, ...way: string[]): string {
  const found = at(node, ...way);
  return typeof found === 'string' ? found.trim().normalize('NFC') : '';
}
