import type { ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { voidOutgoing } from '#renderer/data/outgoing/number-outgoing.ts';
import { recallEverywhere } from '#renderer/data/outgoing/recall-everywhere.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';

type TakeBackModalProps = {
  readonly outgoingId: string;
  readonly act: 'recall' | 'void';
  readonly opened: boolean;
  readonly onClose: () => void;
};

const label = text.reasonLabel;
const acts = {
  recall: { title: text.recallTitle, body: text.recallBody, label, confirm: text.recall, done: text.recalled },
  void: { title: text.voidTitle, body: text.voidBody, label, confirm: text.voidNumber, done: text.voided },
} as const;

/** Takes an issued paper back, or voids its number: with a reason. */
export function TakeBackModal({ outgoingId, act, opened, onClose }: TakeBackModalProps): ReactNode {
  const office = useOffice();
  const give = async (reason: string): Promise<ErrorCode | null> => {
    const saved = await (act === 'recall' ? recallEverywhere : voidOutgoing)(office, outgoingId, reason);
    if (!saved.ok) return saved.error.code;
    notifyDone(acts[act].done);
    return null;
  };
  return <ReasonModal words={acts[act]} opened={opened} onClose={onClose} onGive={give} />;
}
