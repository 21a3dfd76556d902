import type { ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { answerRecall, refuseArrival } from '#renderer/data/exchange/arrival-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';

type RefuseModalProps = {
  /** Refusing the paper, or to give it back. */
  readonly act: 'refuse' | 'disagree';
  readonly arrivalId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
};

const label = text.reason;
const acts = {
  refuse: { title: text.refuseTitle, body: text.refuseBody, label, confirm: text.refuse, done: text.refused },
  disagree: { title: text.disagreeTitle, body: text.disagreeBody, label, confirm: text.disagree, done: text.disagreed },
} as const;

/** Says no, with the reason the sender will read. */
export function RefuseModal({ act, arrivalId, opened, onClose }: RefuseModalProps): ReactNode {
  const office = useOffice();
  const give = async (reason: string): Promise<ErrorCode | null> => {
    const saved =
      act === 'refuse'
        ? await refuseArrival(office, arrivalId, reason)
        : await answerRecall(office, arrivalId, { agree: false, note: reason });
    if (!saved.ok) return saved.error.code;
    notifyDone(acts[act].done);
    return null;
  };
  return <ReasonModal words={acts[act]} opened={opened} onClose={onClose} onGive={give} />;
}
