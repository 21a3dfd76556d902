import {
  APP_ORIGIN,
  isViewerOrder,
  type ViewerOrder,
  type ViewerReport,
  type ViewerSource,
} from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { viewerText } from '#renderer/messages/viewer.ts';
import { failureOf, openPdf } from './open-pdf.ts';
import { PageStack } from './page-stack.ts';
import './document-viewer.css';

/** The isolated page that draws documents from outside. It knows nothing of the app and has no desktop bridge. */
const container = document.getElementById('pages');
if (container === null) throw new Error('the page has no place for the document');
container.setAttribute('aria-label', viewerText.documentPages);

let ticket = 0;
let stack: PageStack | undefined;

function report(message: ViewerReport): void {
  window.parent.postMessage(message, APP_ORIGIN);
}

async function show(place: HTMLElement, order: Extract<ViewerOrder, { kind: 'show' }>): Promise<void> {
  ticket = order.ticket;
  const mine = ticket;
  stack?.destroy();
  stack = undefined;
  document.documentElement.dataset['mode'] = order.mode;
  try {
    const pdf = await openPdf(await sourceOf(order.source));
    if (mine !== ticket) return void pdf.loadingTask.destroy();
    stack = new PageStack(place, pdf, order.mode, {
      onState: (state) => report({ kind: 'state', ticket: mine, ...state }),
      onDrawn: () => report({ kind: 'drawn', ticket: mine }),
    });
    await stack.start();
  } catch (error) {
    if (mine === ticket) report({ kind: 'failed', ticket: mine, code: failureOf(error) });
  }
}

async function sourceOf(source: ViewerSource): Promise<{ readonly url: string } | { readonly data: Uint8Array }> {
  if (source.kind === 'bytes') return { data: new Uint8Array(await source.bytes.arrayBuffer()) };
  return { url: new URL(`/file/${source.hash}`, window.location.href).href };
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.origin !== APP_ORIGIN || event.source !== window.parent || !isViewerOrder(event.data)) return;
  const order = event.data;
  if (order.kind === 'show') void show(container, order);
  else if (order.kind === 'zoom') stack?.zoom(order.to);
  else if (order.kind === 'rotate') stack?.rotate();
  else stack?.goTo(order.page);
});

const ownKeys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', ' ', 'Tab', 'Control', 'Shift', 'Alt'];

window.addEventListener('keydown', (event) => {
  if (ownKeys.includes(event.key) || (event.ctrlKey && ['c', 'a'].includes(event.key.toLowerCase()))) return;
  event.preventDefault();
  report({ kind: 'key', key: event.key, ctrlKey: event.ctrlKey, shiftKey: event.shiftKey });
});

report({ kind: 'ready' });
