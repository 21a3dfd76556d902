import { Alert } from '@mantine/core';
import { IconReplace } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { replaceDispatches, stands } from '#renderer/data/exchange/dispatch-repository.ts';
import { useDispatches } from '#renderer/data/exchange/use-exchange.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useOutgoing } from '#renderer/data/outgoing/use-outgoings.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { sendingText as text } from '#renderer/messages/exchange.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

/** A paper that stands for an older one: who has the old one gets it in its place. */
export function ReplaceCard({ outgoing }: { readonly outgoing: OutgoingRow }): ReactNode {
  return outgoing.replacesId === null ? null : <Offer outgoing={outgoing} replacesId={outgoing.replacesId} />;
}

function Offer({ outgoing, replacesId }: { readonly outgoing: OutgoingRow; readonly replacesId: string }): ReactNode {
  const office = useOffice();
  const old = useOutgoing(replacesId);
  const before = useDispatches(replacesId);
  const sent = useDispatches(outgoing.id);
  if (old === undefined || old === null || before === undefined || sent === undefined) return null;
  const done = new Set(sent.filter(stands).map((each) => each.replacesId));
  const wanted = before.filter((each) => stands(each) && each.status !== '02' && !done.has(each.id));
  if (wanted.length === 0) return null;
  const replace = async (): Promise<void> => {
    const saved = await replaceDispatches(
      office,
      outgoing.id,
      wanted.map(({ id }) => id),
    );
    if (saved.ok) notifyDone(text.replaced(wanted.length));
    else notifyError(saved.error.code);
  };
  return (
    <Alert
      color="amber"
      variant="light"
      mb="sm"
      icon={<IconReplace aria-hidden />}
      title={text.replaceTitle(wanted.length)}
    >
      <p>{text.replaceBody(old.symbol)}</p>
      <WriteButton size="compact-sm" mt="xs" onClick={() => void replace()}>
        {text.replace}
      </WriteButton>
    </Alert>
  );
}
