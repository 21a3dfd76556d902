import { useEffect, useState, type ReactNode } from 'react';
import { useDocument } from '#renderer/data/documents/use-documents.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { NewOutgoingForm } from './new-outgoing-form.tsx';

/** Begins an outgoing paper; `replyToId` is the incoming paper it answers. */
export function NewOutgoingScreen({ replyToId }: { readonly replyToId: string | undefined }): ReactNode {
  const [answered, setAnswered] = useState(replyToId);
  const incoming = useDocument(answered);
  const name = useSetting('office-name');
  useHelp(text.helpNew);
  useEffect(() => setAnswered(replyToId), [replyToId]);
  if (incoming === undefined || name === undefined) return null;
  return (
    <NewOutgoingForm
      incoming={incoming?.secrecy === 'none' ? incoming : null}
      place={name?.place ?? ''}
      onReplyTo={(id) => setAnswered(id ?? undefined)}
    />
  );
}
