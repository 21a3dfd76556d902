import { ActionIcon, Group } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconFileText,
  IconLayoutSidebar,
  IconMinus,
  IconPlus,
  IconPrinter,
  IconRotateClockwise,
  IconSearch,
} from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { viewerText as text } from '#renderer/messages/viewer.ts';
import { useKey } from '../shortcuts.ts';
import { FindBar } from './find-bar.tsx';
import { PageJump } from './page-jump.tsx';
import { PdfFrame, type PdfFound, type PdfFrameHandle, type PdfPosition } from './pdf-frame.tsx';
import classes from './pdf-panel.module.css';
import type { ViewerOrder, ViewerSource } from './viewer-protocol.ts';

type PdfPanelProps = {
  readonly source: ViewerSource;
  readonly name: string;
  /** Grey words after the name: pages, size. */
  readonly about?: string;
  /** Prints the file; without it there is no button. */
  readonly onPrint?: (() => void) | undefined;
  /** Further buttons at the right. */
  readonly after?: ReactNode;
};

type Order = Exclude<ViewerOrder, { kind: 'show' }>;

/** A document with its name and the tools to read it: a PDF, a picture, a Word or an Excel file. */
export function PdfPanel({ source, name, about, onPrint, after }: PdfPanelProps): ReactNode {
  const frame = useRef<PdfFrameHandle>(null);
  const [position, setPosition] = useState<PdfPosition | null>(null);
  const [thumbnails, setThumbnails] = useState(false);
  const [finding, setFinding] = useState(false);
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<PdfFound | null>(null);
  const order = (given: Order): void => frame.current?.order(given);
  const find = (words: string, step: 1 | -1 | 0): void => {
    setWanted(words);
    // What was found for other words says nothing of these.
    if (step === 0) setFound(null);
    order({ kind: 'find', text: words, step });
  };
  const closeFind = (): void => {
    setFinding(false);
    setFound(null);
    order({ kind: 'find', text: '', step: 0 });
  };
  const toggleThumbnails = (): void => {
    order({ kind: 'thumbnails', shown: !thumbnails });
    setThumbnails(!thumbnails);
  };
  useKey('Control+f', () => setFinding(true));
  useKey('F3', () => (finding ? find(wanted, 1) : setFinding(true)));
  useKey('Shift+F3', () => (finding ? find(wanted, -1) : setFinding(true)));

  const form = position?.form ?? 'pages';
  const tool = (label: string, icon: ReactNode, run: () => void, pressed?: boolean): ReactNode => (
    <ActionIcon
      variant={pressed === true ? 'light' : 'default'}
      size="1.75rem"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={run}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <div className={classes.names}>
          <strong className={classes.name}>{name}</strong> <span className={classes.about}>{about}</span>
        </div>
        <Group gap="0.375rem">
          {position !== null && <PageJump position={position} onJump={(page) => order({ kind: 'go-to', page })} />}
          {form === 'pages' &&
            (position?.pages ?? 0) > 1 &&
            tool(text.thumbnails, <IconLayoutSidebar size="1rem" aria-hidden />, toggleThumbnails, thumbnails)}
          {tool(text.zoomOut, <IconMinus size="1rem" aria-hidden />, () => order({ kind: 'zoom', to: 'out' }))}
          <span className={classes.percent}>{position === null ? '' : text.percent(position.zoomPercent)}</span>
          {tool(text.zoomIn, <IconPlus size="1rem" aria-hidden />, () => order({ kind: 'zoom', to: 'in' }))}
          {tool(text.fit, <IconArrowAutofitWidth size="1rem" aria-hidden />, () => order({ kind: 'zoom', to: 'fit' }))}
          {(form === 'pages' || form === 'image') && (
            <>
              {tool(text.whole, <IconFileText size="1rem" aria-hidden />, () => order({ kind: 'zoom', to: 'whole' }))}
              {tool(text.rotate, <IconRotateClockwise size="1rem" aria-hidden />, () => order({ kind: 'rotate' }))}
            </>
          )}
          {tool(text.find, <IconSearch size="1rem" aria-hidden />, () => setFinding(true), finding)}
          {onPrint !== undefined && tool(text.print, <IconPrinter size="1rem" aria-hidden />, onPrint)}
          {after}
        </Group>
      </div>
      {finding && (
        <FindBar
          value={wanted}
          found={found}
          note={form === 'image' ? text.noText : undefined}
          onChange={(words) => find(words, 0)}
          onStep={(step) => find(wanted, step)}
          onClose={closeFind}
        />
      )}
      <PdfFrame ref={frame} source={source} mode="full" title={name} onPosition={setPosition} onFound={setFound} />
    </div>
  );
}
