import { useEffect, useState } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { listTextlessFiles, saveText } from '#renderer/data/study/study-texts.ts';
import { readFileText } from '#renderer/platform/read-file-text.ts';

/** Takes the texts of new files out, one after the other, while the library is on the screen. Tells how many are left. `items`: what the library holds now. */
export function useStudyTexts(items: string): number {
  const office = useOffice();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const work = async (): Promise<void> => {
      const files = await listTextlessFiles(office);
      for (const [i, { hash, mime }] of files.entries()) {
        if (!isWanted) return;
        setLeft(files.length - i);
        const text = await readFileText(hash, mime);
        if (text !== undefined) await saveText(office, hash, text);
      }
      if (isWanted) setLeft(0);
    };
    void work();
    return () => {
      isWanted = false;
    };
  }, [office, items]);
  return left;
}
