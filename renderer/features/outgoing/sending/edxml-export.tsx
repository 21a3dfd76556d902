import { ActionIcon } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { exportEdxml } from '#renderer/data/edxml/export-edxml.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DispatchRow } from '#renderer/data/rows.ts';
import { edxmlText as text } from '#renderer/messages/edxml.ts';
import { saveEdxmlAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';

/** Saves what was sent to one recipient as an edXML file, for those who are not reached over the province's server. */
export function EdxmlExport({ dispatch }: { readonly dispatch: DispatchRow }): ReactNode {
  const office = useOffice();
  const save = async (): Promise<void> => {
    const { name, pieces } = await exportEdxml(office, dispatch);
    const saved = await saveEdxmlAs(name, pieces);
    if (!saved.ok) notifyError(saved.error.code, dispatch.letter.symbol);
    else if (saved.value) notifyDone(text.exported);
  };
  return (
    <ActionIcon
      variant="default"
      aria-label={text.exportOf(dispatch.recipientName)}
      title={text.exportOne}
      onClick={() => void save()}
    >
      <IconFileExport size="1rem" aria-hidden />
    </ActionIcon>
  );
}
