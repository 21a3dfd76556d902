import type { ReactNode } from 'react';
import type { BadgeLine } from '#renderer/data/badges/read-badge-list.ts';
import { voidEvent } from '#renderer/data/members/event-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { badgesText } from '#renderer/messages/badges.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';

const { withdraw: text } = badgesText;

/** Takes back what was asked for, with the reason; the event stays to be read in the record. */
export function WithdrawModal({
  line,
  onClose,
}: {
  readonly line: Pick<BadgeLine, 'member' | 'event'>;
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const { member, event } = line;
  if (event === undefined) return null;
  return (
    <ReasonModal
      opened
      words={{ title: text.title(member.name.full), body: text.body, label: text.label, confirm: text.confirm }}
      onClose={onClose}
      onGive={async (reason) => {
        const voided = await voidEvent(office, event.id, reason);
        if (!voided.ok) return voided.error.code;
        notifyDone(text.done);
        return null;
      }}
    />
  );
}
