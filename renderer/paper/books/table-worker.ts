import { makeTablePdf } from './make-table-pdf.ts';
import type { FromMaker, ToMaker } from './table-messages.ts';

/* Makes the table beside the page: 60,000 lines take seconds, and the window must not stop. */
const rows: (readonly string[])[] = [];

self.addEventListener('message', ({ data }: MessageEvent<ToMaker>) => {
  if (data.kind === 'rows') for (const row of data.rows) rows.push(row);
  else make(data).catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }));
});

async function make(wish: Extract<ToMaker, { kind: 'make' }>): Promise<void> {
  const book = { ...wish.frame, rows };
  let bytes: Uint8Array;
  if (wish.as === 'pdf') {
    const report = (share: number): void => tell({ kind: 'progress', share });
    const options = { author: wish.author, createdAt: new Date(wish.atMs), tell: report };
    bytes = await makeTablePdf(book, wish.fonts, options);
  } else {
    const { makeWorkbook } = await import('./make-workbook.ts');
    bytes = await makeWorkbook(book);
  }
  tell({ kind: 'made', as: wish.as, bytes: bytes as Uint8Array<ArrayBuffer> });
}

function tell(message: FromMaker): void {
  self.postMessage(message, message.kind === 'made' ? { transfer: [message.bytes.buffer] } : {});
}
