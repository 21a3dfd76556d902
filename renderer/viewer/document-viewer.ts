import {
  APP_ORIGIN,
  isViewerOrder,
  type ViewerOrder,
  type ViewerReport,
} from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { viewerText } from '#renderer/messages/viewer.ts';
import { openView } from './open-view.ts';
import type { PaperView } from './paper-view.ts';
import { failureOf } from './view-failure.ts';
import './document-viewer.css';

/** The isolated page that draws documents from outside. It knows nothing of the app and has no desktop bridge. */
const container = document.getElementById('pages');
if (container === null) throw new Error('the page has no place for the document');
container.setAttribute('aria-label', viewerText.documentPages);

let ticket = 0;
let view: PaperView | undefined;

function report(message: ViewerReport): void {
  window.parent.postMessage(message, APP_ORIGIN);
}

async function show(place: HTMLElement, order: Extract<ViewerOrder, { kind: 'show' }>): Promise<void> {
  ticket = order.ticket;
  const mine = ticket;
  view?.destroy();
  view = undefined;
  document.documentElement.dataset['mode'] = order.mode;
  try {
    const opened = await openView(place, order.source, order.mode, {
      onState: (state) => mine === ticket && report({ kind: 'state', ticket: mine, ...state }),
      onDrawn: () => report({ kind: 'drawn', ticket: mine }),
      onFound: (state) => report({ kind: 'found', ticket: mine, ...state }),
    });
    if (mine !== ticket) {
      opened.destroy();
      return;
    }
    view = opened;
    await opened.start();
  } catch (error) {
    if (mine === ticket) report({ kind: 'failed', ticket: mine, code: failureOf(error) });
  }
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.origin !== APP_ORIGIN || event.source !== window.parent || !isViewerOrder(event.data)) return;
  const order = event.data;
  if (order.kind === 'show') void show(container, order);
  else if (order.kind === 'zoom') view?.zoom(order.to);
  else if (order.kind === 'rotate') view?.rotate();
  else if (order.kind === 'find') view?.find(order.text, order.step);
  else if (order.kind === 'thumbnails') view?.showThumbnails(order.shown);
  else view?.goTo(order.page);
});

const zoomKeys: Readonly<Record<string, 'in' | 'out' | 'fit'>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' };
const ownKeys = [
  'ArrowDown',
  'ArrowUp',
  'PageDown',
  'PageUp',
  'Home',
  'End',
  ' ',
  'Tab',
  'ArrowLeft',
  'ArrowRight',
  'Control',
  'Shift',
  'Alt',
];

window.addEventListener('keydown', (event) => {
  if (ownKeys.includes(event.key) || (event.ctrlKey && ['c', 'a'].includes(event.key.toLowerCase()))) return;
  if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
  event.preventDefault();
  if (zoomKeys[event.key] !== undefined && !event.altKey) view?.zoom(zoomKeys[event.key] ?? 'fit');
  else report({ kind: 'key', key: event.key, ctrlKey: event.ctrlKey, shiftKey: event.shiftKey });
});

report({ kind: 'ready' });
