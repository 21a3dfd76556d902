import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { ErrorCode } from '#shared/base/errors.ts';

/** A file that means harm or is broken, and what the app must call it. */
export type HostileFile = { readonly name: string; readonly bytes: Uint8Array; readonly code: ErrorCode };

const TYPES = '<Types><Default Extension="xml" ContentType="application/xml"/></Types>';
const MEGABYTE = 1024 * 1024;

/** A Word file with these parts beside its own. */
export function makeDocx(
  lines: readonly string[],
  extra: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...extra,
  });
}

/** An Excel file whose sheets are rows of texts. */
export function makeXlsx(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  extra: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const rows = (of: readonly (readonly string[])[]): string =>
    of
      .map(
        (cells, at) =>
          `<row r="${at + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
      )
      .join('');
  return zipOf({
    '[Content_Types].xml': TYPES,
    'xl/workbook.xml': `<workbook><sheets>${names.map((name, at) => `<sheet name="${name}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((of, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${rows(of)}</sheetData></worksheet>`,
      ]),
    ),
    ...extra,
  });
}

/** A picture of any size that is small on the disk. */
export function makePng(width: number, height: number, rows = height): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + Math.ceil(width / 8), 0xff);
  line[0] = 0;
  const data = deflateSync(Buffer.concat(Array.from({ length: rows }, () => line)));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** Everything of must 8 and the list of bad input that is to be refused by name. */
export function listHostileFiles(pdf: Uint8Array): readonly HostileFile[] {
  const rels = (type: string, target: string): string =>
    `<Relationships><Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
  const plain = makeDocx(['Báo cáo']);
  const bomb = makeDocx(['x'], { 'word/media/zeros.bin': new Uint8Array(300 * MEGABYTE) });
  return [
    { name: 'rong.pdf', bytes: new Uint8Array(), code: 'file-empty' },
    { name: 'program.pdf', bytes: strToU8('MZ\u0000\u0000 This program cannot be run'), code: 'file-not-pdf' },
    { name: 'bao-cao.pdf.exe', bytes: pdf, code: 'file-kind-lies' },
    { name: 'van-ban\u202efdp.exe', bytes: pdf, code: 'file-kind-lies' },
    { name: 'trang.html', bytes: strToU8('<html><script>alert(1)</script>'), code: 'file-kind-unknown' },
    { name: 'trang.png', bytes: strToU8('<svg onload="alert(1)"/>'), code: 'file-kind-lies' },
    { name: 'word.pdf', bytes: plain, code: 'file-kind-lies' },
    { name: 'pdf.docx', bytes: pdf, code: 'file-kind-lies' },
    { name: 'goi.docx', bytes: zipOf({ 'a.txt': 'x' }), code: 'file-kind-lies' },
    { name: 'goi.zip', bytes: zipOf({ 'a.txt': 'x' }), code: 'file-kind-unknown' },
    { name: 'cut.pdf', bytes: pdf.subarray(0, Math.floor(pdf.length / 2)), code: 'file-truncated' },
    { name: 'cut.docx', bytes: plain.subarray(0, plain.length - 40), code: 'file-truncated' },
    { name: 'ty-le.docx', bytes: bomb, code: 'file-bomb' },
    { name: 'nhieu.docx', bytes: manyEntries(), code: 'file-bomb' },
    { name: 'chong.docx', bytes: overlapping(plain), code: 'file-bomb' },
    { name: 'lung-tung.docx', bytes: makeDocx(['x'], { '../../../../etc/cron.d/x': 'x' }), code: 'file-path-trick' },
    { name: 'o-dia.docx', bytes: makeDocx(['x'], { 'C:/Windows/x.dll': 'x' }), code: 'file-path-trick' },
    { name: 'khoa.docx', bytes: encrypted(plain), code: 'file-password' },
    { name: 'macro.docx', bytes: makeDocx(['x'], { 'word/vbaProject.bin': 'x' }), code: 'file-active' },
    {
      name: 'tu-xa.docx',
      bytes: makeDocx(['x'], { 'word/_rels/settings.xml.rels': rels('attachedTemplate', 'http://127.0.0.1:9/t.dotm') }),
      code: 'file-active',
    },
    {
      name: 'hinh-xa.docx',
      bytes: makeDocx(['x'], { 'word/_rels/document.xml.rels': rels('image', 'http://127.0.0.1:9/a.png') }),
      code: 'file-active',
    },
    { name: 'thuc-the.docx', bytes: makeDocx([], { 'word/document.xml': billionLaughs() }), code: 'file-unreadable' },
    {
      name: 'chuong.xlsx',
      bytes: makeXlsx({ A: [['x']] }, { 'xl/sharedStrings.xml': billionLaughs() }),
      code: 'file-unreadable',
    },
    { name: 'to-qua.png', bytes: makePng(60_000, 60_000, 4), code: 'file-bomb' },
    { name: 'cut.png', bytes: makePng(200, 200).subarray(0, 60), code: 'file-truncated' },
    { name: 'hong.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0, 0]), code: 'file-unreadable' },
    {
      name: 'vo.pdf',
      bytes: strToU8('%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 9 0 R>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
      code: 'file-unreadable',
    },
  ];
}

/** edXML files that must be refused, and their code. */
export function listHostileEdxml(): readonly HostileFile[] {
  const header = '<MessageHeader><From><OrganId>X</OrganId></From><Subject>&x;</Subject></MessageHeader>';
  return [
    {
      name: 'xxe.edxml',
      bytes: strToU8(
        `<?xml version="1.0"?><!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/passwd">]><edXML>${header}</edXML>`,
      ),
      code: 'edxml-unreadable',
    },
    { name: 'cuoi.edxml', bytes: strToU8(billionLaughs()), code: 'edxml-unreadable' },
    { name: 'sau.edxml', bytes: strToU8(`<edXML>${'<a>'.repeat(100_000)}`), code: 'edxml-unreadable' },
    { name: 'rong.edxml', bytes: strToU8('<edXML><MessageHeader/></edXML>'), code: 'edxml-incomplete' },
    { name: 'pdf.edxml', bytes: strToU8('%PDF-1.7'), code: 'edxml-unreadable' },
    {
      name: 'nhi-phan.edxml',
      bytes: Uint8Array.from({ length: 4096 }, (_, at) => (at * 151) & 0xff),
      code: 'edxml-unreadable',
    },
  ];
}

function billionLaughs(): string {
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  return `<!DOCTYPE x [<!ENTITY l0 "ha">${entities}]><x>&l9;</x>`;
}

function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );
}

function manyEntries(): Uint8Array {
  const extra = Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`word/media/${at}.x`, 'x']));
  return makeDocx(['x'], extra);
}

/** Both the directory and the second file's own header say a file lies inside the first. */
function overlapping(docx: Uint8Array): Uint8Array {
  return changeDirectory(docx, 0, (view, at) => {
    view.setUint32(at + 20, view.getUint32(at + 20, true) + 60, true);
  });
}

function encrypted(docx: Uint8Array): Uint8Array {
  return changeDirectory(docx, 2, (view, at) => {
    view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
  });
}

function changeDirectory(zip: Uint8Array, number: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = new Uint8Array(zip);
  const view = new DataView(copy.buffer);
  let found = -1;
  for (let at = 0; at < copy.length - 4; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    found += 1;
    if (found === number) {
      change(view, at);
      return copy;
    }
  }
  throw new Error('the ZIP has no such entry');
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function crc32(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
