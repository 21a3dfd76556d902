import { create } from 'fontkit';
import { PDFDocument, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import boldUrl from '#build/fonts/liberation-serif/LiberationSerif-Bold.ttf?url';
import regularUrl from '#build/fonts/liberation-serif/LiberationSerif-Regular.ttf?url';
import { lockText } from '#renderer/messages/lock.ts';

/** What stands on the sheet. `madeOn` is a date in words. */
export type RecoverySheet = {
  readonly groups: readonly string[];
  readonly commune: string;
  readonly province: string;
  readonly device: string;
  readonly dev: number;
  readonly madeOn: string;
};

const text = lockText.sheet;
const page = { width: 595.28, height: 841.89, side: 64, top: 72 } as const;
const black = rgb(0, 0, 0);

/** The one A4 page that is sealed: the code, when to use it, where to keep it, two signatures. */
export async function makeRecoverySheet(sheet: RecoverySheet): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit({ create });
  pdf.setTitle(text.fileName);
  pdf.setLanguage('vi');
  const [regular, bold] = await Promise.all([
    pdf.embedFont(await readFont(regularUrl), { subset: true }),
    pdf.embedFont(await readFont(boldUrl), { subset: true }),
  ]);
  const leaf = pdf.addPage([page.width, page.height]);
  let y = page.height - page.top;
  const centre = (words: string, font: PDFFont, size: number): void => {
    const x = (page.width - font.widthOfTextAtSize(words, size)) / 2;
    leaf.drawText(words, { x, y, size, font, color: black });
    y -= size * 1.6;
  };
  centre(text.title, bold, 15);
  centre(text.commune(sheet.commune, sheet.province), regular, 12.5);
  centre(`${text.device(sheet.device, sheet.dev)} · ${text.made(sheet.madeOn)}`, regular, 12.5);
  y -= 18;
  centre(text.codeHead, regular, 12);
  y -= 14;
  centre(sheet.groups.slice(0, 4).join('   '), bold, 26);
  centre(sheet.groups.slice(4).join('   '), bold, 26);
  y -= 12;
  for (const [head, body] of [
    [text.whatFor, text.whatForText],
    [text.where, text.whereText],
    [text.opened, text.openedText],
  ] as const) {
    leaf.drawText(head, { x: page.side, y, size: 13, font: bold, color: black });
    y -= 19;
    y = drawParagraph(leaf, body, regular, y) - 12;
  }
  y -= 10;
  leaf.drawText(text.signed, { x: page.side, y, size: 11, font: regular, color: black });
  leaf.drawText(text.witness, { x: page.width / 2 + 10, y, size: 11, font: regular, color: black });
  return pdf.save();
}

function drawParagraph(leaf: PDFPage, body: string, font: PDFFont, top: number): number {
  const room = page.width - page.side * 2;
  let y = top;
  let line = '';
  const put = (): void => {
    leaf.drawText(line, { x: page.side, y, size: 12.5, font, color: black });
    y -= 18;
  };
  for (const word of body.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, 12.5) > room) {
      put();
      line = word;
    } else line = longer;
  }
  put();
  return y;
}

async function readFont(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(new URL(url, document.baseURI))).arrayBuffer());
}
