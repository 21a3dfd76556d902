import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { PrintQueue } from '../printing/print-queue.ts';
import type { Vault } from '../services/vault/vault.ts';
import { commonHeaders, documentPolicy } from '../security/content-policy.ts';
import { parseByteRange } from './byte-range.ts';
import { DOCUMENT_ORIGIN } from './schemes.ts';
import { findServableFile, type ServableFile } from './servable-files.ts';

const vaultAddress = /^\/file\/([0-9a-f]{64})$/;
const printAddress = /^\/print\/([0-9a-f-]{36})$/;
const viewerPages = ['/document-viewer.html', '/print-sheet.html'];
const headers = { ...commonHeaders, 'content-security-policy': documentPolicy };

/** What the viewer consists of: its page and that for printing, the built assets and the side files of PDF.js. The app's own page is not among them. */
export function listViewerFiles(files: ReadonlyMap<string, ServableFile>): ReadonlyMap<string, ServableFile> {
  return new Map(
    [...files].filter(
      ([path]) => viewerPages.includes(path) || path.startsWith('/assets/') || path.startsWith('/pdfjs/'),
    ),
  );
}

/** Answers `hosoxa-doc://viewer/…`: the viewer's files, `/file/<hash>` from the vault, deciphered, after its hash was verified, `/print/<id>` while it waits for the printer. */
export function createDocumentServer(
  viewerFiles: ReadonlyMap<string, ServableFile>,
  vault: Pick<Vault, 'findVerified' | 'stream'>,
  printing: Pick<PrintQueue, 'find'>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405, headers });
    const file = findServableFile(viewerFiles, DOCUMENT_ORIGIN, request.url);
    if (file !== undefined) {
      return new Response(new Uint8Array(await readFile(file.path)), {
        headers: { ...headers, 'content-type': file.type },
      });
    }
    return servePrint(request, printing) ?? serveVaultFile(request, vault);
  };
}

function servePrint(request: Request, printing: Pick<PrintQueue, 'find'>): Response | undefined {
  const id = printAddress.exec(new URL(request.url).pathname)?.[1];
  const bytes = id === undefined ? undefined : printing.find(id);
  if (bytes === undefined) return undefined;
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'content-type': 'application/pdf', 'content-length': String(bytes.length) },
  });
}

async function serveVaultFile(request: Request, vault: Pick<Vault, 'findVerified' | 'stream'>): Promise<Response> {
  const { protocol, host, pathname } = new URL(request.url);
  const hash = `${protocol}//${host}` === DOCUMENT_ORIGIN ? vaultAddress.exec(pathname)?.[1] : undefined;
  const verified = hash === undefined ? undefined : await vault.findVerified(hash);
  if (verified?.ok !== true) return new Response(null, { status: 404, headers });
  const found = verified.value;
  const range = parseByteRange(request.headers.get('range'), found.size);
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${String(found.size)}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  const stream = Readable.toWeb(Readable.from(vault.stream(found.hash, start, end))) as unknown as ReadableStream; // Node's own type of the same thing
  return new Response(stream, {
    status: range === undefined ? 200 : 206,
    headers: {
      ...headers,
      'content-type': 'application/pdf',
      'content-length': String(end - start + 1),
      'accept-ranges': 'bytes',
      ...(range !== undefined && { 'content-range': `bytes ${String(start)}-${String(end)}/${String(found.size)}` }),
    },
  });
}
