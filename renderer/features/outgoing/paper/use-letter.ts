import { useEffect, useRef, useState } from 'react';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { makeLetter } from './make-letter.ts';

const PAUSE_MS = 350;

/** The paper as it would be printed now. The last good one stays while the next is made; `failed` when this content makes none. */
export type ShownLetter = { readonly source: ViewerSource | undefined; readonly failed: boolean };

/** Makes the paper a moment after the last change. */
export function useLetter(facts: PaperFacts | undefined, content: PaperContent): ShownLetter {
  const office = useOffice();
  const [shown, setShown] = useState<ShownLetter>({ source: undefined, failed: false });
  const key = JSON.stringify([facts, content]);
  const latest = useRef({ facts, content });
  useEffect(() => {
    latest.current = { facts, content };
  });
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      const { facts: known, content: text } = latest.current;
      if (known === undefined) return;
      void makeLetter(known, text, office.nowMs()).then((bytes) => {
        if (!isCurrent) return;
        if (bytes === null) setShown((now) => ({ ...now, failed: true }));
        else
          setShown({
            source: { kind: 'bytes', bytes: new Blob([bytes], { type: 'application/pdf' }) },
            failed: false,
          });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // The key says all there is in facts and content.
  }, [office, key]);
  return shown;
}
