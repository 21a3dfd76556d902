import { useEffect, useState } from 'react';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';

const everyMs = 60_000;

/** Free bytes on the disk of the profile, asked again each minute; undefined until answered. */
export function useFreeBytes(): number | undefined {
  const [freeBytes, setFreeBytes] = useState<number>();
  useEffect(() => {
    let live = true;
    const ask = async (): Promise<void> => {
      const answer = await callDesktop(getDesktop(), 'disk:free', undefined);
      if (live && answer.ok) setFreeBytes(answer.value.freeBytes);
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      live = false;
      clearInterval(timer);
    };
  }, []);
  return freeBytes;
}
