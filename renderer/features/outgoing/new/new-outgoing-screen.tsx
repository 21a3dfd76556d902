import { useEffect, useState, type ReactNode } from 'react';
import { useDocument } from '#renderer/data/documents/use-documents.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { NewOutgoingForm } from './new-outgoing-form.tsx';

const communeWord = /^(?:xã|phường|đặc khu)\s+/iu;

/** Begins an outgoing paper; `replyToId` is the incoming paper it answers. */
export function NewOutgoingScreen({ replyToId }: { readonly replyToId: string | undefined }): ReactNode {
  const office = useOffice();
  const [answered, setAnswered] = useState(replyToId);
  const incoming = useDocument(answered);
  const name = useSetting('office-name');
  useHelp(text.helpNew);
  useEffect(() => setAnswered(replyToId), [replyToId]);
  if (incoming === undefined || name === undefined) return null;
  return (
    <NewOutgoingForm
      incoming={incoming?.secrecy === 'none' ? incoming : null}
      place={name?.place ?? placeOf(office.device.commune.name)}
      onReplyTo={(id) => setAnswered(id ?? undefined)}
    />
  );
}

/** Địa danh is the name of the place alone: `Nà Lầu` of `xã Nà Lầu`. */
function placeOf(communeName: string): string {
  return communeName.replace(communeWord, '');
}
