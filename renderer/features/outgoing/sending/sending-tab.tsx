import { Alert, Group } from '@mantine/core';
import { IconLock, IconSend, IconSendOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isSecret } from '#shared/domain/document/document-record.ts';
import { recallStanding } from '#shared/domain/exchange/recall.ts';
import { stands } from '#renderer/data/exchange/dispatch-repository.ts';
import { useDispatches } from '#renderer/data/exchange/use-exchange.ts';
import { useOutgoingFiles } from '#renderer/data/outgoing/use-outgoings.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { sendingText as text } from '#renderer/messages/exchange.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { DispatchList } from './dispatch-list.tsx';
import { ReasonDialog, type ReasonAct } from './reason-dialog.tsx';
import { ReplaceCard } from './replace-card.tsx';
import { SendModal } from './send-modal.tsx';

/** To whom an issued paper went, what each recipient says of it, and what can be done about it. */
export function SendingTab({ outgoing }: { readonly outgoing: OutgoingRow }): ReactNode {
  const dispatches = useDispatches(outgoing.id);
  const files = useOutgoingFiles(outgoing.id);
  const { may } = useMay('outgoing.send');
  const [choosing, setChoosing] = useState(false);
  const [act, setAct] = useState<ReasonAct | null>(null);
  if (dispatches === undefined || files === undefined) return null;
  if (isSecret(outgoing))
    return (
      <EmptyState icon={IconLock} title={text.secret}>
        {text.secretText}
      </EmptyState>
    );
  const isIssued = outgoing.state === 'issued';
  if (!isIssued && dispatches.length === 0)
    return (
      <EmptyState icon={IconSendOff} title={text.notIssued}>
        {text.notIssuedText}
      </EmptyState>
    );
  const recallable = dispatches.filter((each) => stands(each) && recallStanding(each) !== '13').map(({ id }) => id);
  const hasReached = dispatches.some((each) => each.recipientKind === 'agency' && stands(each));
  const choose = isIssued && may && (
    <WriteButton leftSection={<IconSend size="1.125rem" stroke={1.6} aria-hidden />} onClick={() => setChoosing(true)}>
      {text.choose}
    </WriteButton>
  );
  return (
    <>
      {isIssued && may && <ReplaceCard outgoing={outgoing} />}
      {isIssued && files.length === 0 && (
        <Alert color="amber" variant="light" mb="sm">
          {text.noFile}
        </Alert>
      )}
      {dispatches.length === 0 ? (
        <EmptyState icon={IconSend} title={text.noneTitle} action={choose}>
          {text.noneText}
        </EmptyState>
      ) : (
        <>
          {may && (
            <Group gap="xs" mb="sm">
              {choose}
              {isIssued && hasReached && (
                <WriteButton variant="default" onClick={() => setAct({ kind: 'update', outgoingId: outgoing.id })}>
                  {text.update}
                </WriteButton>
              )}
              {recallable.length > 1 && (
                <WriteButton variant="default" onClick={() => setAct({ kind: 'recall', ids: recallable })}>
                  {text.recallAll}
                </WriteButton>
              )}
            </Group>
          )}
          <DispatchList dispatches={dispatches} may={may} onRecall={(id) => setAct({ kind: 'recall', ids: [id] })} />
        </>
      )}
      <SendModal outgoing={outgoing} sent={dispatches} opened={choosing} onClose={() => setChoosing(false)} />
      <ReasonDialog act={act} onClose={() => setAct(null)} />
    </>
  );
}
