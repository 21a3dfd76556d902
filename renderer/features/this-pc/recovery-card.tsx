import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useToday } from '#renderer/data/use-today.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { printPdf } from '#renderer/platform/desktop-files.ts';
import { renewRecoveryCode } from '#renderer/platform/desktop-keys.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { RecoveryCodeCard } from '#renderer/ui/recovery-code/recovery-code-card.tsx';
import { AskPassphraseDialog } from './ask-passphrase-dialog.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import type { KeysHere } from './use-keys-here.ts';

const text = thisPcText.recovery;

/** The sealed sheet of paper: when it was made, and a new one in its place. */
export function RecoveryCard({
  keys,
  onChanged,
}: {
  readonly keys: KeysHere;
  readonly onChanged: () => Promise<void>;
}): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const { commune, name, dev } = office.device;
  return (
    <SectionCard title={text.title} text={`${text.made(formatWhen(keys.recoveryMadeAt, today))} ${text.text}`}>
      <Button size="xs" variant="light" onClick={() => setAsking(true)}>
        {text.renew}
      </Button>
      {asking && (
        <AskPassphraseDialog
          title={text.renew}
          body={text.ask}
          confirm={text.confirm}
          onClose={() => setAsking(false)}
          onPassphrase={async (passphrase) => {
            const renewed = await renewRecoveryCode(passphrase);
            if (!renewed.ok) return renewed.error.code;
            setAsking(false);
            setCode(renewed.value.recoveryCode);
            return null;
          }}
        />
      )}
      <Modal
        opened={code !== null}
        onClose={() => undefined}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        size="lg"
        title={lockText.codeTitle}
      >
        {code !== null && (
          <RecoveryCodeCard
            code={code}
            print={printPdf}
            about={{
              commune: commune.name,
              province: commune.province,
              device: name,
              dev,
              madeOn: formatDate(office.today()),
            }}
            onKept={() => {
              setCode(null);
              notifyDone(lockText.renewed);
              void onChanged();
            }}
          />
        )}
      </Modal>
    </SectionCard>
  );
}
