import { readFileSync } from 'node:fs';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { appendFiles, openAppended } from './append-files.ts';

const italic = readFileSync(
  new URL('../../../build/fonts/liberation-serif/LiberationSerif-Italic.ttf', import.meta.url),
);
const fonts = { italic: new Uint8Array(italic) } as Parameters<typeof appendFiles>[2];

async function blank(pages: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  for (let at = 0; at < pages; at += 1) pdf.addPage([595, 842]);
  return pdf;
}

/** Words drawn on each page, without what only a form around it would draw. */
async function wordsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const words: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    words.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await pdf.destroy();
  return words;
}

describe('files behind the papers of a meeting', () => {
  it('are copied with their numbers, and with what their fields and signatures show', async () => {
    const file = await blank(2);
    const field = file.getForm().createTextField('nguoi-ky');
    field.setText('Signed by the office');
    field.addToPage(file.getPage(1), {
      x: 50,
      y: 700,
      width: 200,
      height: 20,
      font: await file.embedFont(StandardFonts.Helvetica),
    });
    const hidden = file.getForm().createTextField('an');
    hidden.setText('Never seen');
    hidden.addToPage(file.getPage(1), { x: 50, y: 600, width: 200, height: 20, hidden: true });
    const opened = await openAppended({ name: 'quyet-dinh.pdf', mime: 'application/pdf', bytes: await file.save() });
    expect(opened.pages).toBe(2);
    const sheet = await (await blank(3)).save();
    const words = await wordsOf(await appendFiles(sheet, [opened], fonts));
    expect(words.slice(0, 3)).toEqual(['', '', '']);
    expect(words[3]).toBe('Trang 4');
    expect(words[4]).toContain('Signed by the office');
    expect(words[4]).toContain('Trang 5');
    expect(words[4]).not.toContain('Never seen');
  });

  it('that are damaged or closed are refused when they are opened, not in the middle of the pack', async () => {
    const good = await (await blank(1)).save({ useObjectStreams: false });
    const text = new TextDecoder('latin1').decode(good);
    const broken = Uint8Array.from(text.replace(/\/Type \/Page\n/u, '/Type /Nope\n'), (letter) => letter.charCodeAt(0));
    const cut = good.slice(0, Math.floor(good.length / 3));
    for (const bytes of [broken, cut, new Uint8Array(20)])
      await expect(openAppended({ name: 'hong.pdf', mime: 'application/pdf', bytes })).rejects.toThrow();
  });
});
