import { useCallback, useEffect, useRef, useState } from 'react';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { discardDraft, onBeforeLock, saveDraft, useDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { createMemberDraft, type MemberDraft } from './member-draft.ts';

const saveAfterMs = 400;

/** Under which name an unsaved form of a member is kept; `undefined` for a new one. */
export function draftKey(id: string | undefined): string {
  return `member:${id ?? 'new'}`;
}

/** A form in work that outlives the screen. `draft` is undefined until the store has answered. */
export type MemberForm = {
  readonly draft: MemberDraft | undefined;
  readonly change: (draft: MemberDraft) => void;
  /** Forgets what was typed. */
  readonly discard: () => void;
};

/** Opens the form with what lay unsaved on this PC, else with the record as it stands now. */
export function useMemberForm(key: string, opened: MemberFields, seen: number): MemberForm {
  const office = useOffice();
  const stored = useDraft<MemberDraft>(key);
  const [typed, setTyped] = useState<MemberDraft | undefined>(undefined);
  const [start] = useState(() => createMemberDraft(opened, seen));
  const pending = useRef<MemberDraft | undefined>(undefined);

  useEffect(() => {
    if (typed === undefined) return undefined;
    pending.current = typed;
    const timer = setTimeout(() => {
      pending.current = undefined;
      void saveDraft(office, key, typed);
    }, saveAfterMs);
    return () => clearTimeout(timer);
  }, [office, key, typed]);
  useEffect(
    () =>
      onBeforeLock(async () => {
        if (pending.current !== undefined) await saveDraft(office, key, pending.current);
      }),
    [office, key],
  );
  useEffect(
    () => () => {
      // What was typed in the last moment before the screen closed.
      if (pending.current !== undefined) void saveDraft(office, key, pending.current);
    },
    [office, key],
  );
  const discard = useCallback(() => {
    pending.current = undefined;
    setTyped(undefined);
    void discardDraft(office, key);
  }, [office, key]);
  return { draft: typed ?? (stored === undefined ? undefined : (stored ?? start)), change: setTyped, discard };
}
