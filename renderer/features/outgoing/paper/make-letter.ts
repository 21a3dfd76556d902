import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import type { LetterAnswer, LetterOrder } from './letter-worker.ts';

let worker: Worker | undefined;
let lastTicket = 0;
const waiting = new Map<number, (bytes: Uint8Array<ArrayBuffer> | null) => void>();

/** The paper as a PDF, made beside the page; null when it cannot be made of this content. `createdAtMs` goes into the file. */
export async function makeLetter(
  facts: PaperFacts,
  content: PaperContent,
  createdAtMs: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const fonts = await loadPaperFonts();
  const isFirst = worker === undefined;
  const maker = (worker ??= startWorker());
  const ticket = (lastTicket += 1);
  return new Promise((resolve) => {
    waiting.set(ticket, resolve);
    const order: LetterOrder = { ticket, facts, content, createdAtMs };
    maker.postMessage(isFirst ? { ...order, fonts } : order);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('./letter-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<LetterAnswer>) => {
    waiting.get(data.ticket)?.(data.bytes);
    waiting.delete(data.ticket);
  });
  // A worker that cannot go on leaves nobody waiting; the next paper starts another.
  started.addEventListener('error', () => {
    worker = undefined;
    started.terminate();
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  });
  return started;
}
