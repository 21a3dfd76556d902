import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import { readOfficeText } from './office-text.ts';

const types = '<Types><Default Extension="xml" ContentType="application/xml"/></Types>';
const relation = (type: string, target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

function docx(body: string, extra: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': types,
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...extra,
  });
}

function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );
}

const line = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function textOf(bytes: Uint8Array): string {
  const read = readOfficeText(bytes);
  return read.ok ? read.value.text : `refused: ${read.error.code}`;
}

describe('the text of a Word file', () => {
  it('is found in body, headers, notes, text boxes and embedded sheets, split runs joined', () => {
    const sheet = zipOf({
      '[Content_Types].xml': types,
      'xl/workbook.xml': '<workbook/>',
      'xl/sharedStrings.xml': '<sst><si><t>nhúng</t></si></sst>',
    });
    const text = textOf(
      docx(
        `<w:p><w:r><w:t>Báo </w:t></w:r><w:r><w:t>cáo &amp; phụ lục</w:t></w:r></w:p><w:tbl><w:tc>${line('MẬT')}</w:tc></w:tbl>`,
        {
          'word/header1.xml': `<w:hdr>${line('đầu trang')}</w:hdr>`,
          'word/footnotes.xml': `<w:footnotes>${line('chú thích')}</w:footnotes>`,
          'word/embeddings/Book1.xlsx': sheet,
        },
      ),
    );
    for (const found of ['Báo cáo & phụ lục', 'MẬT', 'đầu trang', 'chú thích', 'nhúng'])
      expect(text.split('\n')).toContain(found);
    expect(findSecrecyMark(text)?.degree).toBe('secret');
  });

  it('takes words about secrets for words', () => {
    const text = textOf(
      docx(line('LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC') + line('giữ bí mật nhà nước') + line('BẢO VỆ BÍ') + line('MẬT')),
    );
    expect(findSecrecyMark(text)).toBeUndefined();
  });
});

describe('the text of an Excel file', () => {
  it('has a line for each cell, sheet name and header', () => {
    const text = textOf(
      zipOf({
        '[Content_Types].xml': types,
        'xl/workbook.xml': '<workbook><sheets><sheet name="Danh sách"/></sheets></workbook>',
        'xl/sharedStrings.xml': '<sst><si><r><t>TỐI </t></r><r><t>MẬT</t></r></si><si><t>hai</t></si></sst>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row><c t="inlineStr"><is><t>trong ô</t></is></c></row></sheetData><headerFooter><oddHeader>&amp;C&amp;"Times,Bold"&amp;14ĐẦU TRANG</oddHeader></headerFooter></worksheet>',
      }),
    ).split('\n');
    for (const found of ['Danh sách', 'TỐI MẬT', 'hai', 'trong ô', 'ĐẦU TRANG']) expect(text).toContain(found);
  });
});

describe('a file that would do something by itself', () => {
  it.each([
    ['macros', { 'word/vbaProject.bin': 'x' }],
    ['a program', { 'word/embeddings/a.exe': 'MZ' }],
    ['ActiveX', { 'word/activeX/activeX1.xml': '<x/>' }],
    [
      'a template from the net',
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'https://x.example/t.dotm') },
    ],
    [
      'a template from a share',
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate', '\\\\10.0.0.1\\t.dotm') },
    ],
    ['a picture from the net', { 'word/_rels/document.xml.rels': relation('image', 'http://x.example/a.png') }],
    ['a link file share', { 'word/_rels/document.xml.rels': relation('frame', 'file://server/a.htm') }],
    [
      'the content type of macros',
      {
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      },
    ],
  ])('is refused for %s', (_, extra) => {
    expect(textOf(docx(line('x'), extra))).toBe('refused: file-active');
  });

  it.each([
    ['a link to click', relation('hyperlink', 'https://x.example')],
    ['a template of its own disk', relation('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm')],
  ])('is not one with %s', (_, rels) => {
    expect(textOf(docx(line('x'), { 'word/_rels/document.xml.rels': rels }))).toContain('x');
  });

  it.each([
    [
      'a document type with entities',
      docx('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
      'file-unreadable',
    ],
    ['a part that is no XML', docx('', { 'word/document.xml': '<w:document' }), 'file-unreadable'],
    ['no document inside', zipOf({ 'a.txt': 'x' }), 'file-kind-unknown'],
    ['a bomb', docx('', { 'word/media/a.bin': new Uint8Array(30 * 1024 * 1024) }), 'file-bomb'],
  ])('is refused with %s', (_, bytes, code) => {
    expect(textOf(bytes)).toBe(`refused: ${code}`);
  });
});

const corpus = new URL('../../../../shared/corpus/office/', import.meta.url);
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => /\.(?:docx|xlsx)$/.test(name)) : [];
if (files.length === 0) console.warn('office-text: corpus/office is not here, real files are skipped');

describe.skipIf(files.length === 0)('real files of the corpus, none of them secret', () => {
  it.each(files)('%s is read, and has no mark', (name) => {
    const text = textOf(new Uint8Array(readFileSync(new URL(name, corpus))));
    expect(text.length).toBeGreaterThan(500);
    expect(text).not.toMatch(/^refused/);
    expect(findSecrecyMark(text)).toBeUndefined();
  });
});
