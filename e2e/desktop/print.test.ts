import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream, rgb } from 'pdf-lib';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appLaunch } from '#build/electron-runtime/app-launch.ts';

let folder: string;
let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hosoxa-print-'));
  app = await _electron.launch(appLaunch({ profile: join(folder, 'profile') }));
  page = await app.firstWindow();
  await page.waitForLoadState('load');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page across and one upright, each with a dark bar. */
async function makePdf(): Promise<number[]> {
  const pdf = await PDFDocument.create();
  for (const size of [
    [842, 595],
    [595, 842],
  ] as const) {
    pdf.addPage([...size]).drawRectangle({ x: 50, y: 50, width: 200, height: 100, color: rgb(0, 0, 0.4) });
  }
  return [...(await pdf.save())];
}

const print = async (bytes: readonly number[]): Promise<unknown> =>
  page.evaluate(
    (given) => window.desktop?.call['print:pdf']({ title: 'Sổ văn bản đến', bytes: new Uint8Array(given) }),
    bytes,
  );

describe('printing a register', () => {
  it('puts each page on a sheet of its own, all lying like the first', async () => {
    const target = join(folder, 'printed.pdf');
    // No printer here: what would go to it is caught as a PDF, which is made from the same sheets.
    await app.evaluate(({ app: program }, path) => {
      program.once('web-contents-created', (_event, contents) => {
        contents.print = (options, done) => {
          void contents
            .printToPDF({ landscape: options?.landscape ?? false, pageSize: 'A4', printBackground: true })
            .then((pdf) => {
              const { writeFileSync } = process.getBuiltinModule('node:fs');
              writeFileSync(path, pdf);
              done?.(true, '');
            });
        };
      });
    }, target);
    expect(await print(await makePdf())).toEqual({ ok: true, value: { printed: true } });
    const printed = await PDFDocument.load(readFileSync(target));
    expect(printed.getPages().map((sheet) => sheet.getWidth() > sheet.getHeight())).toEqual([true, true]);
    const pictures = printed.context
      .enumerateIndirectObjects()
      .filter(
        ([, object]) =>
          object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
      );
    expect(pictures.length).toBeGreaterThanOrEqual(2);
  });

  it('says so when it is given no PDF, and leaves no window behind', async () => {
    expect(await print([1, 2, 3])).toEqual({ ok: false, error: { code: 'file-unreadable' } });
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
