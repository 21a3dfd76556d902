import mammoth from 'mammoth/mammoth.browser.min.js';
import { readZipDirectory } from '#shared/domain/attachment/zip-directory.ts';
import type { ErrorCode } from '#shared/base/errors.ts';

/** The text of a Word file as HTML that nobody has cleaned yet, or why there is none. */
export type WordAnswer = { readonly html: string } | { readonly code: ErrorCode };

/* Turns one Word file into HTML beside the viewer, which ends it when it takes too long. Nothing outside the file is read. */
self.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  const directory = readZipDirectory(new Uint8Array(data));
  if (!directory.ok) {
    tell({ code: directory.error.code });
    return;
  }
  mammoth.convertToHtml({ arrayBuffer: data }, { externalFileAccess: false, ignoreEmptyParagraphs: false }).then(
    ({ value }) => tell({ html: value }),
    () => tell({ code: 'file-unreadable' }),
  );
});

function tell(answer: WordAnswer): void {
  self.postMessage(answer);
}
