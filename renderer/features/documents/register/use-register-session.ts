import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { discardDraft, onBeforeLock, saveDraft } from '#renderer/data/drafts.ts';
import type { StoredFile } from '#renderer/data/documents/document-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useWorkCalendar } from '#renderer/data/settings/use-work-calendar.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { discardFile } from '#renderer/platform/store-file.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { withDeadline, type DocumentDraft, type DraftField } from './document-draft.ts';
import { holdsWork, nextSession, REGISTER_DRAFT, withFile, type RegisterSession } from './register-session.ts';
import type { TakenFile } from '#renderer/platform/take-in-file.ts';

const SAVE_AFTER_MS = 300;

type SessionTools = {
  readonly session: RegisterSession;
  readonly change: (change: Partial<DocumentDraft>) => void;
  readonly addFile: (taken: TakenFile) => void;
  readonly removeFile: () => void;
  /** Goes on after this paper was saved with this file; whether the next file is on the form already. */
  readonly moveOn: (saved: StoredFile | null) => boolean;
  /** Asks, then throws text and files away; false when the person stays. */
  readonly giveUp: () => Promise<boolean>;
};

/** The form being filled in, kept on disk a moment after every change so that nothing typed is lost. */
export function useRegisterSession(initial: RegisterSession, today: PlainDate): SessionTools {
  const office = useOffice();
  const calendar = useWorkCalendar();
  const [session, setSession] = useState(initial);
  const latest = useRef(session);
  const given = useRef(false);
  // Every change starts from the newest session: files arrive while a paper is being saved.
  const update = useCallback((next: (now: RegisterSession) => RegisterSession) => {
    latest.current = next(latest.current);
    setSession(latest.current);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => void keep(), SAVE_AFTER_MS);
    const keep = async (): Promise<void> => {
      if (given.current) return;
      await (holdsWork(session) ? saveDraft(office, REGISTER_DRAFT, session) : discardDraft(office, REGISTER_DRAFT));
    };
    return () => clearTimeout(timer);
  }, [office, session]);

  useEffect(
    () =>
      onBeforeLock(async () => {
        if (!given.current && holdsWork(latest.current)) await saveDraft(office, REGISTER_DRAFT, latest.current);
      }),
    [office],
  );
  // Leaving the screen keeps what the timer has not kept yet.
  useEffect(
    () => () => {
      if (!given.current && holdsWork(latest.current)) void saveDraft(office, REGISTER_DRAFT, latest.current);
    },
    [office],
  );

  const change = useCallback(
    (changed: Partial<DocumentDraft>) => {
      const fields = Object.keys(changed) as DraftField[];
      update((now) => ({
        ...now,
        values: withDeadline(now.values, { ...now.values, ...changed }, calendar),
        marked: now.marked.filter((field) => !fields.includes(field)),
      }));
    },
    [update, calendar],
  );
  const addFile = useCallback(
    (taken: TakenFile) => update((now) => withFile(now, taken, today, calendar)),
    [update, today, calendar],
  );
  const removeFile = useCallback(() => {
    const { file } = latest.current;
    update((now) => ({ ...now, file: null }));
    if (file !== null) void discardFile(file.hash);
  }, [update]);

  const giveUp = useCallback(async () => {
    const { current } = latest;
    if (holdsWork(current)) {
      const yes = await askConfirm({
        title: text.cancelTitle,
        body: text.cancelBody,
        confirm: text.cancelYes,
        cancel: text.cancelNo,
        danger: true,
      });
      if (!yes) return false;
    }
    given.current = true;
    await discardDraft(office, REGISTER_DRAFT);
    for (const file of [current.file, ...current.waiting.map((taken) => taken.file)]) {
      if (file !== null) void discardFile(file.hash);
    }
    return true;
  }, [office]);

  /** At once, also on disk: the screen may be left in the same moment, and what was saved must not come back as a draft. */
  const moveOn = useCallback(
    (saved: StoredFile | null) => {
      update((now) => nextSession(now, saved, today, calendar));
      const { current } = latest;
      void (holdsWork(current) ? saveDraft(office, REGISTER_DRAFT, current) : discardDraft(office, REGISTER_DRAFT));
      return current.file !== null;
    },
    [office, today, calendar, update],
  );

  return { session, change, addFile, removeFile, moveOn, giveUp };
}
