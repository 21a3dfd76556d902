import type { ReactNode } from 'react';
import { useContacts } from '#renderer/data/review/use-contacts.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';
import { formatTime, formatWhen } from '#renderer/ui/format-when.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './contact-list.module.css';
import { movedInWords } from './report-words.ts';

const SHOWN = 6;

/** When the province could be reached in the last days, and what was sent and received each time; the newest first. */
export function ContactList(): ReactNode {
  const contacts = useContacts();
  const today = useToday();
  const text = syncNowText.contacts;
  if (contacts === undefined) return null;
  const rest = contacts.length - SHOWN;
  return (
    <SectionCard title={text.title}>
      {contacts.length === 0 && <p className={classes.quiet}>{text.none}</p>}
      <ul className={classes.list}>
        {contacts.slice(0, SHOWN).map((contact) => {
          const { fromMs, toMs } = contact;
          const from = formatWhen(fromMs, today);
          const moved = movedInWords(contact);
          return (
            <li key={fromMs} className={classes.contact}>
              <span className={classes.when}>
                {formatTime(fromMs) === formatTime(toMs) ? from : text.span(from, formatTime(toMs))}
              </span>
              <span className={classes.quiet}>{moved === '' ? text.quiet : moved}</span>
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p className={classes.quiet}>{text.more(formatCount(rest))}</p>}
    </SectionCard>
  );
}
