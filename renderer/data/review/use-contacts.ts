import { readContacts, type Contact } from '../replica/contact-log.ts';
import { useLive } from '../use-live.ts';
import { useToday } from '../use-today.ts';

const DAYS_SHOWN = 7;

/** Contacts with the province of the last seven days, newest first, live; undefined while loading. */
export function useContacts(): readonly Contact[] | undefined {
  const today = useToday();
  return useLive(
    async (office) => {
      const days = await readContacts(office, today, DAYS_SHOWN);
      return days.flatMap(({ contacts }) => [...contacts].reverse());
    },
    [today],
  );
}
