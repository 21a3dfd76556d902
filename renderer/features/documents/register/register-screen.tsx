import { useEffect, useState, type ReactNode } from 'react';
import { useDraft } from '#renderer/data/drafts.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { RegisterForm } from './register-form.tsx';
import { emptySession, holdsWork, REGISTER_DRAFT, type RegisterSession } from './register-session.ts';

/** Enters papers in the register; what was left unfinished last time is there again. */
export function RegisterScreen(): ReactNode {
  const draft = useDraft<RegisterSession>(REGISTER_DRAFT);
  const today = useToday();
  const [initial, setInitial] = useState<RegisterSession | null>(null);
  useHelp(text.help);
  useEffect(() => {
    if (draft !== undefined && initial === null) setInitial(draft ?? emptySession(today));
  }, [draft, initial, today]);
  return initial === null ? null : <RegisterForm initial={initial} isFromDraft={holdsWork(initial)} today={today} />;
}
