import { BrowserWindow } from 'electron';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { PrintPdf } from '../ipc/files-handlers.ts';
import { dialogText } from '../messages.ts';
import { DOCUMENT_ORIGIN } from '../origins/schemes.ts';
import type { PrintQueue } from './print-queue.ts';

/** A long register takes its time to draw; beyond this something is wrong. */
const DRAWING_TIMEOUT_MS = 120_000;

/** Resolves with the state the print page reports, see `renderer/viewer/print-sheet.ts`. */
const waitForState = `new Promise((resolve) => {
  const look = () => {
    const { state } = document.documentElement.dataset;
    if (state === undefined) setTimeout(look, 50);
    else resolve(state);
  };
  look();
})`;

/** Prints PDFs the page has made: an unseen window in the origin of papers draws them, the system's dialogue does the rest. */
export function createPrinter(queue: PrintQueue, owner: () => BrowserWindow | undefined): PrintPdf {
  return async (title, bytes) => {
    const id = queue.add(bytes);
    const parent = owner();
    const sheet = new BrowserWindow({
      ...(parent !== undefined && { parent }),
      show: false,
      title: dialogText.printTitle(title),
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        backgroundThrottling: false,
        spellcheck: false,
      },
    });
    try {
      await sheet.loadURL(`${DOCUMENT_ORIGIN}/print-sheet.html#${id}`);
      const state = await drawnState(sheet);
      if (state !== 'portrait' && state !== 'landscape') return err('file-unreadable');
      return await askToPrint(sheet, state === 'landscape');
    } finally {
      queue.remove(id);
      sheet.destroy();
    }
  };
}

async function drawnState(sheet: BrowserWindow): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<string>((resolve) => {
    timer = setTimeout(() => {
      resolve('failed');
    }, DRAWING_TIMEOUT_MS);
  });
  const state: unknown = await Promise.race([sheet.webContents.executeJavaScript(waitForState), tooLong]);
  clearTimeout(timer);
  return state;
}

function askToPrint(
  sheet: BrowserWindow,
  landscape: boolean,
): Promise<Result<{ readonly printed: boolean }, ErrorCode>> {
  return new Promise((resolve) => {
    sheet.webContents.print(
      { silent: false, pageSize: 'A4', landscape, printBackground: true, margins: { marginType: 'none' } },
      (printed, reason) => {
        if (printed) resolve(ok({ printed: true }));
        else resolve(/cancel/i.test(reason) ? ok({ printed: false }) : err('print-failed'));
      },
    );
  });
}
