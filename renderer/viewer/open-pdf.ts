// The legacy build: the current one needs newer Chromium than the oldest Electron we run on.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';

GlobalWorkerOptions.workerSrc = new URL(workerUrl, window.location.href).href;

/** Largest picture drawn, in pixels: a hostile page size must not take all memory. */
const MAX_IMAGE_PIXELS = 64 * 1024 * 1024;

/** Opens a document with everything it may need taken from beside the page: fonts, character maps, decoders. */
export async function openPdf(
  source: { readonly url: string } | { readonly data: Uint8Array },
): Promise<PDFDocumentProxy> {
  const beside = (folder: string): string => new URL(`pdfjs/${folder}/`, window.location.href).href;
  return getDocument({
    ...source,
    // Only the parts that are looked at: a scan of 200 MB never lies in memory whole.
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: beside('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: beside('standard_fonts'),
    wasmUrl: beside('wasm'),
    maxImageSize: MAX_IMAGE_PIXELS,
    enableXfa: false,
    stopAtErrors: false,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
}
