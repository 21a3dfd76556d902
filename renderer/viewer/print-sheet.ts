import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { plainKindOf, signatureOf } from '#shared/domain/attachment/file-kind.ts';
import { openPdf } from './open-pdf.ts';
import { layOutOffice } from './print-office.ts';
import './print-sheet.css';

/** Fine enough for the small type of a register on a laser printer, and a third of the memory of 300. */
const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;

type Lie = 'portrait' | 'landscape';

/**
 * The page behind the system's print dialogue. The desktop opens it unseen at `#<id>`, waits until `data-state` says how the
 * sheets lie, and prints it: every page of the PDF as a picture that fills one sheet. One print job has one kind of sheet,
 * that of the first page; a page that lies the other way is turned.
 */
async function layOut(sheets: HTMLElement): Promise<Lie> {
  const url = new URL(`/print/${window.location.hash.slice(1)}`, window.location.href).href;
  const bytes = await (await fetch(url)).arrayBuffer();
  const signature = signatureOf(new Uint8Array(bytes));
  if (signature === 'zip') return layOutOffice(sheets, bytes);
  const mime = plainKindOf(signature);
  if (mime !== undefined && mime !== 'application/pdf') return layOutImage(sheets, new Blob([bytes], { type: mime }));
  return layOutPages(sheets, await openPdf({ data: new Uint8Array(bytes) }));
}

async function layOutImage(sheets: HTMLElement, blob: Blob): Promise<Lie> {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  sheets.append(image);
  return image.naturalWidth > image.naturalHeight ? 'landscape' : 'portrait';
}

async function layOutPages(sheets: HTMLElement, pdf: PDFDocumentProxy): Promise<Lie> {
  const lie = lieOf(await pdf.getPage(1));
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const rotation = page.rotate + (lieOf(page) === lie ? 0 : 90);
    const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH, rotation });
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    await page.render({ canvas, viewport, intent: 'print' }).promise;
    const image = new Image();
    image.src = URL.createObjectURL(await toPicture(canvas));
    await image.decode();
    sheets.append(image);
    page.cleanup();
  }
  return lie;
}

function lieOf(page: PDFPageProxy): Lie {
  const { width, height } = page.getViewport({ scale: 1 });
  return width > height ? 'landscape' : 'portrait';
}

function toPicture(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the page could not be drawn'));
      else resolve(blob);
    }, 'image/png');
  });
}

function tell(state: Lie | 'failed'): void {
  document.documentElement.dataset['state'] = state;
}

const sheets = document.getElementById('sheets');
if (sheets === null) tell('failed');
else
  layOut(sheets).then(tell, () => {
    tell('failed');
  });
