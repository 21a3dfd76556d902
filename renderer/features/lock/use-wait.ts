import { useEffect, useState } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';

/** Milliseconds left of a wait that was `waitMs` long when `since` (of `performance.now`) was read; counts down each second. */
export function useWait(waitMs: number, since: number): number {
  const [now, setNow] = useState(() => performance.now());
  const left = Math.max(0, Math.ceil(waitMs - (Math.max(now, since) - since)));
  useEffect(() => {
    if (waitMs <= 0) return undefined;
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [waitMs, since]);
  return left;
}

/** `45 giây`, `3 phút 05 giây`. */
export function waitInWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? text.waitSeconds(seconds) : text.waitMinutes(Math.floor(seconds / 60), seconds % 60);
}
