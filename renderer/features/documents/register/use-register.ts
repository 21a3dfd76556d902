import { useState } from 'react';
import { registerDocument, type StoredFile } from '#renderer/data/documents/document-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { documentFieldLabels } from '#renderer/messages/record-fields.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { notifyDone, notifyInfo } from '#renderer/ui/notify.tsx';
import { cleanDraft } from './clean-draft.ts';
import type { DocumentDraft } from './document-draft.ts';
import { toNewDocument } from './to-new-document.ts';

type Registering = {
  readonly busy: boolean;
  readonly register: (values: DocumentDraft, file: StoredFile | null) => ReturnType<typeof registerDocument>;
};

/** Puts a checked form into the book and says the number it got; says it only after it is on disk. */
export function useRegister(): Registering {
  const office = useOffice();
  const [busy, setBusy] = useState(false);
  const register: Registering['register'] = async (values, file) => {
    const { draft, converted } = cleanDraft(values);
    setBusy(true);
    const saved = await registerDocument(
      office,
      toNewDocument(draft),
      file === null || draft.secrecy !== 'none' ? [] : [file],
    );
    setBusy(false);
    if (!saved.ok) return saved;
    const name = draft.symbol === '' ? text.unnamed : draft.symbol;
    const { arrivalNumber } = saved.value;
    notifyDone(arrivalNumber === null ? text.savedNoNumber(name) : text.savedNumber(name, arrivalNumber));
    if (converted.length > 0)
      notifyInfo(text.converted(converted.map((field) => documentFieldLabels[field]).join(', ')));
    return saved;
  };
  return { busy, register };
}
