import type { ReactNode } from 'react';
import { voidEvent } from '#renderer/data/members/event-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberEventRow } from '#renderer/data/rows.ts';
import { eventKindText, memberLifeText } from '#renderer/messages/member-life.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';

/** Asks why an event is taken out, and takes it out. */
export function VoidEvent({
  event,
  onClose,
}: {
  readonly event: MemberEventRow;
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const text = memberLifeText.void;
  return (
    <ReasonModal
      opened
      onClose={onClose}
      words={{
        title: text.title(eventKindText[event.kind]),
        body: text.body,
        label: text.label,
        confirm: text.confirm,
      }}
      onGive={async (reason) => {
        const voided = await voidEvent(office, event.id, reason);
        if (!voided.ok) return voided.error.code;
        notifyDone(text.done);
        return null;
      }}
    />
  );
}
