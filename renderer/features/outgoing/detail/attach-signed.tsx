import { Button, FileButton } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { attachToOutgoing } from '#renderer/data/outgoing/outgoing-repository.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { takeInFile } from '#renderer/platform/take-in-file.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';

const PDF = 'application/pdf';

/** Takes in the scan of the issued paper with signature and stamp. It bears the name of the issued paper, so that it is what is sent from now on. */
export function AttachSigned({ outgoing }: { readonly outgoing: OutgoingRow }): ReactNode {
  const office = useOffice();
  const [busy, setBusy] = useState(false);
  const attach = async (chosen: File | null): Promise<void> => {
    if (chosen === null) return;
    const file = new File([chosen], text.issuedFileName(outgoing.symbol), { type: PDF });
    setBusy(true);
    const taken = await takeInFile(file);
    const result = taken.ok ? await attachToOutgoing(office, outgoing.id, taken.value.file) : taken;
    setBusy(false);
    if (result.ok) notifyDone(text.attachedSigned);
    else notifyError(result.error.code, chosen.name);
  };
  return (
    <FileButton accept={PDF} onChange={(file) => void attach(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          size="compact-sm"
          loading={busy}
          leftSection={<IconFileCertificate size="1rem" aria-hidden />}
        >
          {text.attachSigned}
        </Button>
      )}
    </FileButton>
  );
}
