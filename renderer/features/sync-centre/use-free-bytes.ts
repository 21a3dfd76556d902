import { useEffect, useState } from 'react';
import { freeDiskBytes } from '#renderer/platform/desktop-files.ts';

const everyMs = 60_000;

/** Free bytes on the disk of the profile, asked again each minute; undefined until answered. */
export function useFreeBytes(): number | undefined {
  const [freeBytes, setFreeBytes] = useState<number>();
  useEffect(() => {
    let live = true;
    const ask = async (): Promise<void> => {
      const free = await freeDiskBytes();
      if (live && free !== undefined) setFreeBytes(free);
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
