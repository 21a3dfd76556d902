import { useCallback, useEffect, useRef } from 'react';
import type { Office } from './office.ts';
import { useOffice } from './office-context.tsx';
import { useLive } from './use-live.ts';

/** An unsaved form kept on this PC; null when there is none, undefined while loading. The form knows its shape. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the form that saved the draft knows its shape
export function useDraft<T>(key: string): T | null | undefined {
  return useLive(async ({ db }) => ((await db.localDrafts.get(key))?.value as T | undefined) ?? null, [key]);
}

/** What was kept under a name, once; undefined when there is nothing. */
export async function readDraft({ db }: Office, key: string): Promise<unknown> {
  return (await db.localDrafts.get(key))?.value;
}

/** Keeps what was typed, so that Esc, a crash or a restart loses nothing. `value` is JSON. */
export async function saveDraft(office: Office, key: string, value: unknown): Promise<void> {
  await office.db.localDrafts.put({ key, value, savedAtMs: office.nowMs() });
}

/** Forgets a form that was saved or given up. */
export async function discardDraft(office: Office, key: string): Promise<void> {
  await office.db.localDrafts.delete(key);
}

const unwritten = new Set<() => Promise<void>>();

/** A form that writes its draft a moment after the typing names here how to write it at once; the returned function takes that back. */
export function onBeforeLock(write: () => Promise<void>): () => void {
  unwritten.add(write);
  return () => unwritten.delete(write);
}

/** Writes what open forms have not written yet: the page is about to be thrown away. */
export async function writeOpenDrafts(): Promise<void> {
  await Promise.all([...unwritten].map((write) => write()));
}

const KEEP_AFTER_MS = 400;

/**
 * Keeps what a form holds (JSON) a moment after each change, at a lock, and when the screen is left. `isWorth`: whether there is anything to keep.
 * The returned function forgets it, for a form that was saved or given up.
 */
export function useKeepDraft(key: string, value: unknown, isWorth: boolean): () => void {
  const office = useOffice();
  const latest = useRef({ value, isWorth, given: false });
  useEffect(() => {
    latest.current = { ...latest.current, value, isWorth };
  });
  const text = JSON.stringify(value);
  useEffect(() => {
    const keep = async (): Promise<void> => {
      const { value: now, isWorth: worth, given } = latest.current;
      if (!given && worth) await saveDraft(office, key, now);
    };
    const timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
    const stop = onBeforeLock(keep);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [office, key, text]);
  useEffect(
    () => () => {
      const { value: now, isWorth: worth, given } = latest.current;
      if (!given && worth) void saveDraft(office, key, now);
    },
    [office, key],
  );
  return useCallback(() => {
    latest.current = { ...latest.current, given: true };
    void discardDraft(office, key);
  }, [office, key]);
}
