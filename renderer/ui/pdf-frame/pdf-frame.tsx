import { Loader } from '@mantine/core';
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import { viewerText } from '#renderer/messages/viewer.ts';
import { ErrorNote } from '../error-note.tsx';
import classes from './pdf-frame.module.css';
import {
  isViewerReport,
  VIEWER_ORIGIN,
  VIEWER_URL,
  type ViewerFailure,
  type ViewerMode,
  type ViewerOrder,
  type ViewerReport,
  type ViewerSource,
} from './viewer-protocol.ts';

/** Where the viewer is in the document. */
export type PdfPosition = Omit<Extract<ViewerReport, { kind: 'state' }>, 'kind' | 'ticket'>;

/** How far a search in the document has come. */
export type PdfFound = Omit<Extract<ViewerReport, { kind: 'found' }>, 'kind' | 'ticket'>;

/** What a tool bar can ask of the frame. */
export type PdfFrameHandle = { readonly order: (order: Exclude<ViewerOrder, { kind: 'show' }>) => void };

type PdfFrameProps = {
  /** Must be the same object while the same file is shown. */
  readonly source: ViewerSource;
  readonly mode: ViewerMode;
  readonly title: string;
  readonly onPosition?: (position: PdfPosition) => void;
  readonly onFound?: (found: PdfFound) => void;
  readonly ref?: Ref<PdfFrameHandle>;
};

type Shown = { readonly source: ViewerSource; readonly state: 'opening' | 'drawn' | ViewerFailure };

/** A document from outside, drawn in a frame of another origin that can reach nothing here. */
export function PdfFrame({ source, mode, title, onPosition, onFound, ref }: PdfFrameProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const ticket = useRef(0);
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState<Shown>({ source, state: 'opening' });
  const latest = useRef({ onPosition, onFound });
  useEffect(() => {
    latest.current = { onPosition, onFound };
  });

  useImperativeHandle(ref, () => ({ order: (order) => post(frame.current, order) }), []);

  useEffect(() => {
    const listen = (event: MessageEvent<unknown>): void => {
      if (event.source === null || event.source !== frame.current?.contentWindow) return;
      if (event.origin !== VIEWER_ORIGIN || !isViewerReport(event.data)) return;
      const report = event.data;
      if (report.kind === 'ready') setReady(true);
      else if (report.kind === 'key') handOnKey(report);
      else if (report.ticket !== ticket.current) return;
      else if (report.kind === 'state') {
        const { pages, page, zoomPercent, form, sheets } = report;
        latest.current.onPosition?.({ pages, page, zoomPercent, form, sheets });
        // The pages have their places: from now on the reader may scroll.
        if (mode === 'full') setShown({ source, state: 'drawn' });
      } else if (report.kind === 'found') {
        const { hits, hit, isDone } = report;
        latest.current.onFound?.({ hits, hit, isDone });
      } else setShown({ source, state: report.kind === 'drawn' ? 'drawn' : report.code });
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [source, mode]);

  useEffect(() => {
    if (!ready) return;
    ticket.current += 1;
    post(frame.current, { kind: 'show', ticket: ticket.current, source, mode });
  }, [ready, source, mode]);

  const state = shown.source === source ? shown.state : 'opening';
  const failed = state !== 'opening' && state !== 'drawn';
  return (
    <div className={classes.root} data-mode={mode}>
      <iframe
        ref={frame}
        src={VIEWER_URL}
        title={title}
        className={classes.frame}
        sandbox="allow-scripts allow-same-origin"
        tabIndex={mode === 'thumbnail' ? -1 : 0}
        aria-hidden={mode === 'thumbnail'}
      />
      {state === 'opening' && (
        <div className={classes.over} role="status">
          <Loader size="sm" aria-hidden /> {mode === 'full' && viewerText.opening}
        </div>
      )}
      {failed && <div className={classes.over}>{mode === 'full' && <ErrorNote code={state} />}</div>}
    </div>
  );
}

function post(frame: HTMLIFrameElement | null, order: ViewerOrder): void {
  frame?.contentWindow?.postMessage(order, VIEWER_ORIGIN);
}

/** Keys pressed inside the frame reach the shortcuts of the page. */
function handOnKey({
  key,
  ctrlKey,
  shiftKey,
}: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, shiftKey, bubbles: true, cancelable: true }));
}
