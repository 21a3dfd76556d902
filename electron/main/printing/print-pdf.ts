import type { BrowserWindow } from 'electron';
import { err } from '#shared/base/result.ts';
import type { PrintPdf } from '../ipc/files-handlers.ts';

export function createPrinter(_window: () => BrowserWindow | undefined): PrintPdf {
  return () => Promise.resolve(err('unexpected'));
}
