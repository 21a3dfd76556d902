import type { ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { recallDispatches, updateDispatches } from '#renderer/data/exchange/dispatch-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { sendingText as text } from '#renderer/messages/exchange.ts';
import { notifyDone, notifyInfo } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';

/** What recipients are told with a word: that the paper is wanted back, or changed. */
export type ReasonAct =
  | { readonly kind: 'recall'; readonly ids: readonly string[] }
  | { readonly kind: 'update'; readonly outgoingId: string };

const words = {
  recall: { title: text.recallTitle, body: text.recallBody, label: text.recallReason, confirm: text.recall },
  update: { title: text.updateTitle, body: text.updateBody, label: text.updateNote, confirm: text.update },
} as const;

/** Asks for the word the recipients will read, then does it. */
export function ReasonDialog({
  act,
  onClose,
}: {
  readonly act: ReasonAct | null;
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  if (act === null) return null;
  const give = async (reason: string): Promise<ErrorCode | null> => {
    const saved =
      act.kind === 'recall'
        ? await recallDispatches(office, act.ids, reason)
        : await updateDispatches(office, act.outgoingId, reason);
    if (!saved.ok) return saved.error.code;
    if (saved.value.ops.length === 0) notifyInfo(text.updateNothing);
    else notifyDone(act.kind === 'recall' ? text.recalled : text.updatedNow);
    return null;
  };
  return <ReasonModal words={words[act.kind]} opened onClose={onClose} onGive={give} isGrave={act.kind === 'recall'} />;
}
