import { Select } from '@mantine/core';
import { IconCloudDownload, IconFileOff } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useFilesHere } from '#renderer/data/exchange/use-exchange.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PdfPanel } from '#renderer/ui/pdf-frame/pdf-panel.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import classes from './arrival-detail.module.css';

/** The paper itself, as soon as its file is here. */
export function PaperTab({ arrival }: { readonly arrival: ArrivalRow }): ReactNode {
  const { files } = arrival;
  const [chosen, setChosen] = useState<string | null>(null);
  const here = useFilesHere(files.map(({ hash }) => hash));
  const file = files.find(({ hash }) => hash === chosen) ?? files[0];
  const hash = file?.hash;
  const source = useMemo(
    (): ViewerSource | undefined => (hash === undefined ? undefined : { kind: 'file', hash }),
    [hash],
  );
  if (file === undefined || source === undefined) return <EmptyState icon={IconFileOff} title={text.noFiles} />;
  return (
    <div className={classes.paper}>
      {files.length > 1 && (
        <Select
          size="xs"
          aria-label={text.fileList}
          value={file.hash}
          data={[...new Map(files.map((each) => [each.hash, { value: each.hash, label: each.name }])).values()]}
          onChange={setChosen}
        />
      )}
      {here?.has(file.hash) === false ? (
        <EmptyState icon={IconCloudDownload} title={text.comingTitle}>
          {text.comingText}
        </EmptyState>
      ) : (
        <div className={classes.viewer}>
          <PdfPanel source={source} name={file.name} about={sharedText.bytes(file.size)} />
        </div>
      )}
    </div>
  );
}
