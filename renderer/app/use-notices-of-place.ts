import { useEffect } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { clearOldNotice } from '#renderer/ui/notify.tsx';

/** What was said on one screen does not cover the next. */
export function useNoticesOfPlace(): void {
  const [place] = useHashLocation();
  useEffect(clearOldNotice, [place]);
}
