import { ActionIcon, Group } from '@mantine/core';
import { IconArrowAutofitWidth, IconMinus, IconPlus, IconRotateClockwise } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { viewerText } from '#renderer/messages/viewer.ts';
import { PdfFrame, type PdfFrameHandle, type PdfPosition } from './pdf-frame.tsx';
import classes from './pdf-panel.module.css';
import type { ViewerSource } from './viewer-protocol.ts';

type PdfPanelProps = {
  readonly source: ViewerSource;
  readonly name: string;
  /** Grey words after the name: pages, size. */
  readonly about?: string;
  /** Further buttons at the right. */
  readonly after?: ReactNode;
};

/** A document with its name and the tools to read it. */
export function PdfPanel({ source, name, about, after }: PdfPanelProps): ReactNode {
  const frame = useRef<PdfFrameHandle>(null);
  const [position, setPosition] = useState<PdfPosition | null>(null);
  const tool = (label: string, icon: ReactNode, run: () => void): ReactNode => (
    <ActionIcon variant="default" size="1.75rem" aria-label={label} title={label} onClick={run}>
      {icon}
    </ActionIcon>
  );
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <div className={classes.names}>
          <strong className={classes.name}>{name}</strong> <span className={classes.about}>{about}</span>
        </div>
        <Group gap="0.375rem" wrap="nowrap">
          {position !== null && (
            <span className={classes.about}>{viewerText.pageShort(position.page, position.pages)}</span>
          )}
          {tool(viewerText.zoomOut, <IconMinus size="1rem" aria-hidden />, () =>
            frame.current?.order({ kind: 'zoom', to: 'out' }),
          )}
          <span className={classes.percent}>{position === null ? '' : viewerText.percent(position.zoomPercent)}</span>
          {tool(viewerText.zoomIn, <IconPlus size="1rem" aria-hidden />, () =>
            frame.current?.order({ kind: 'zoom', to: 'in' }),
          )}
          {tool(viewerText.fit, <IconArrowAutofitWidth size="1rem" aria-hidden />, () =>
            frame.current?.order({ kind: 'zoom', to: 'fit' }),
          )}
          {tool(viewerText.rotate, <IconRotateClockwise size="1rem" aria-hidden />, () =>
            frame.current?.order({ kind: 'rotate' }),
          )}
          {after}
        </Group>
      </div>
      <PdfFrame ref={frame} source={source} mode="full" title={name} onPosition={setPosition} />
    </div>
  );
}
