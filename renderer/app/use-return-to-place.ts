import { useEffect } from 'react';
import { discardDraft, onBeforeLock, readDraft, saveDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { routes } from '#renderer/ui/routes.ts';

/** Who locks the PC and opens it again is where they were; another person begins at the start. Kept enciphered like any draft. */
export function useReturnToPlace(personId: string): void {
  const office = useOffice();
  useEffect(() => {
    const key = `place:${personId}`;
    void readDraft(office, key).then((place) => {
      if (typeof place !== 'string') return;
      void discardDraft(office, key);
      if (window.location.hash === '' || window.location.hash === `#${routes.today()}`) window.location.hash = place;
    });
    return onBeforeLock(async () => {
      if (window.location.hash.length > 2) await saveDraft(office, key, window.location.hash);
    });
  }, [office, personId]);
}
