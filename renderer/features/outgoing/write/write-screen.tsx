import { IconFileUnknown, IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { emptyContent } from '#shared/domain/paper/paper-content.ts';
import { useDraft } from '#renderer/data/drafts.ts';
import { isSettled } from '#renderer/data/outgoing/outgoing-steps.ts';
import { useDrafts, useOutgoing } from '#renderer/data/outgoing/use-outgoings.ts';
import type { DraftVersionRow, OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText } from '#renderer/messages/outgoing.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { WriteForm } from './write-form.tsx';
import { writingKey, type Writing } from '#renderer/data/outgoing/paper-writing.ts';
import { formOfRow, readKept } from './writing.ts';

/** Writes the text of an outgoing paper, with the paper as it will look beside it. What was typed last time is there again. */
export function WriteScreen({ id }: { readonly id: string }): ReactNode {
  const outgoing = useOutgoing(id);
  const drafts = useDrafts(id);
  const kept = useDraft<unknown>(writingKey(id));
  const [begun, setBegun] = useState<{
    readonly saved: Writing;
    readonly initial: Writing;
    readonly wasKept: boolean;
  }>();
  useHelp(text.helpWrite);
  if (outgoing === undefined || drafts === undefined || kept === undefined) return null;
  if (outgoing === null || outgoing.removed) {
    return (
      <EmptyState icon={IconFileUnknown} title={outgoingText.goneTitle}>
        {outgoingText.goneText}
      </EmptyState>
    );
  }
  if (outgoing.secrecy !== 'none' || isSettled(outgoing)) {
    return (
      <EmptyState icon={IconLock} title={text.title}>
        {outgoing.secrecy === 'none' ? text.settled : text.secret}
      </EmptyState>
    );
  }
  if (begun === undefined) {
    const saved = savedWriting(outgoing, drafts[0]);
    const unsaved = readKept(kept);
    setBegun({ saved, initial: unsaved ?? saved, wasKept: unsaved !== undefined && unsaved.base > 0 });
    return null;
  }
  return <WriteForm key={id} outgoing={outgoing} newest={drafts[0]} {...begun} />;
}

/** The paper as it was saved last. */
export function savedWriting(outgoing: OutgoingRow, newest: DraftVersionRow | undefined): Writing {
  return {
    content: newest?.content ?? emptyContent,
    form: formOfRow(outgoing),
    base: newest?.version ?? 0,
  };
}
