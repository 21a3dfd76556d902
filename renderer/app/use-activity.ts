import { useEffect } from 'react';
import { noteActivity } from '#renderer/platform/desktop-keys.ts';

/** At most one sign of life in this many milliseconds. */
const EVERY_MS = 15_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells the desktop that somebody is at the PC, so that the idle lock does not fall. */
export function useActivity(): void {
  useEffect(() => {
    let last = -EVERY_MS;
    const tell = (): void => {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      void noteActivity();
    };
    tell();
    for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell, { capture: true });
    };
  }, []);
}
