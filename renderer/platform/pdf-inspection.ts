import { getDocument, PDFDataRangeTransport, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import { readPiece, refusePdfBytes } from './pdf-bytes.ts';

/**
 * What is known of a PDF before it is taken in. `firstPageText`: its text layer, lines kept; empty for a scan. `isMarked`: a secrecy mark stands on one of
 * its pages. `hasText` is false when no page looked at has any text.
 */
export type PdfInspection = {
  readonly pages: number;
  readonly firstPageText: string;
  readonly hasText: boolean;
  readonly isMarked: boolean;
};

/** A PDF that takes longer to open is given up: hostile or broken beyond use. */
const TIME_LIMIT_MS = 20_000;
const MAX_TEXT_ITEMS = 4000;
/** Pages searched for a secrecy mark, and how long at most: annexes with a stamp of their own come first, and a book must not hold up the clerk. */
const MARK_PAGES = 300;
const MARK_TIME_MS = 8000;

/**
 * Looks at a file from outside: refuses what is empty, too large, not a PDF, cut off, behind a password or gone while read.
 * Size is checked before a byte is read; the bytes are parsed in a worker of its own, read in slices, and given up after a time limit.
 */
export async function inspectPdf(
  file: File,
  signal?: AbortSignal,
): Promise<Result<PdfInspection, { readonly code: ErrorCode }>> {
  if (file.size === 0) return err({ code: 'file-empty' });
  if (file.size > FILE_MAX_BYTES) return err({ code: 'file-too-large' });
  const refused = await refusePdfBytes(file);
  if (refused !== undefined) return err({ code: refused });
  return withPdf(file, TIME_LIMIT_MS, readInspection, signal);
}

/** Pages whose text is taken, and how long at most: a longer book is found by its beginning. */
const TEXT_PAGES = 600;
const TEXT_TIME_MS = 45_000;

/** All text of a PDF, page after page; empty for a scan and for what cannot be opened. Parsed in a worker of its own, given up after a time limit. */
export async function readPdfText(file: File): Promise<string> {
  const read = await withPdf(file, TEXT_TIME_MS * 2, readAllText);
  return read.ok ? read.value : '';
}

async function readAllText(pdf: PDFDocumentProxy): Promise<Result<string, Failure>> {
  const pages: string[] = [];
  const until = performance.now() + TEXT_TIME_MS;
  for (let number = 1; number <= Math.min(pdf.numPages, TEXT_PAGES) && performance.now() < until; number += 1)
    pages.push(await readPage(pdf, number).catch(() => ''));
  return ok(pages.join('\n').trim());
}

type Failure = { readonly code: ErrorCode };

/** Opens a PDF in a worker of its own, reads of it, and ends the worker whatever comes. */
async function withPdf<T>(
  file: File,
  limitMs: number,
  read: (pdf: PDFDocumentProxy) => Promise<Result<T, Failure>>,
  signal?: AbortSignal,
): Promise<Result<T, Failure>> {
  const port = new Worker(workerUrl, { type: 'module' });
  const worker = PDFWorker.create({ port });
  const source = new FileRanges(file);
  const task = getDocument({
    range: source,
    worker,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    cMapUrl: new URL('pdfjs/cmaps/', window.location.href).href,
    cMapPacked: true,
    verbosity: 0,
  });
  try {
    const limit = limited(limitMs, signal);
    return await Promise.race([task.promise.then(read), limit.expired, source.failed]).finally(limit.end);
  } catch (error) {
    return err({ code: codeOf(error) });
  } finally {
    // Not awaited: a worker that hangs would never answer; terminating it frees everything.
    task.destroy().catch(() => undefined);
    port.terminate();
  }
}

async function readInspection(pdf: PDFDocumentProxy): Promise<Result<PdfInspection, { readonly code: ErrorCode }>> {
  const firstPageText = await readPage(pdf, 1);
  let isMarked = findSecrecyMark(firstPageText) !== undefined;
  let hasText = firstPageText.trim() !== '';
  const until = performance.now() + MARK_TIME_MS;
  for (let number = 2; number <= Math.min(pdf.numPages, MARK_PAGES); number += 1) {
    if (isMarked || performance.now() > until) break;
    // One page that cannot be read does not make the paper unreadable; the first one does.
    const text = await readPage(pdf, number).catch(() => '');
    isMarked = findSecrecyMark(text) !== undefined;
    hasText ||= text.trim() !== '';
  }
  return ok({ pages: pdf.numPages, firstPageText, hasText, isMarked });
}

/** Text of a page with its lines kept, stamps laid on it as annotations included. */
async function readPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const lines = items
    .slice(0, MAX_TEXT_ITEMS)
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('');
  const notes = ((await page.getAnnotations()) as readonly { readonly contentsObj?: { readonly str?: string } }[])
    .map(({ contentsObj }) => contentsObj?.str ?? '')
    .filter((note) => note !== '');
  page.cleanup();
  return [lines, ...notes].join('\n').normalize('NFC');
}

/** Serves the parser from slices of the file, so that a large scan never lies in memory whole. */
class FileRanges extends PDFDataRangeTransport {
  readonly #file: File;
  #fail: (error: unknown) => void = () => undefined;
  /** Rejects when the file can no longer be read. */
  readonly failed: Promise<never>;

  constructor(file: File) {
    super(file.size, null);
    this.#file = file;
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => undefined);
  }

  override requestDataRange(begin: number, end: number): void {
    readPiece(this.#file, begin, end).then(
      (bytes) => {
        this.onDataRange(begin, bytes);
      },
      (error: unknown) => {
        this.#fail(error);
      },
    );
  }
}

type Limit = { readonly expired: Promise<Result<never, { readonly code: ErrorCode }>>; readonly end: () => void };

function limited(ms: number, signal: AbortSignal | undefined): Limit {
  let end: () => void = () => undefined;
  const expired = new Promise<Result<never, { readonly code: ErrorCode }>>((resolve) => {
    const giveUp = (): void => {
      resolve(err({ code: 'file-unreadable' }));
    };
    const timer = setTimeout(giveUp, ms);
    signal?.addEventListener('abort', giveUp);
    end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
  });
  return {
    expired,
    end: () => {
      end();
    },
  };
}

function codeOf(error: unknown): ErrorCode {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'PasswordException') return 'file-password';
  if (name === 'NotFoundError' || name === 'NotReadableError') return 'file-vanished';
  return 'file-unreadable';
}
