import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useMergedOffices } from '#renderer/data/exchange/use-merged-offices.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { mergerText } from '#renderer/messages/merger.ts';
import classes from './sync-screen.module.css';

/** Says what became of an office that was merged into this one, some months long; nothing where none was. */
export function MergerNotes(): ReactNode {
  const office = useOffice();
  const merged = useMergedOffices() ?? [];
  return merged.map(({ name, on, isOurs }) => {
    const day = on === null ? null : formatDate(on);
    const here = office.device.commune.name;
    return (
      <p key={name} className={classes.card}>
        {isOurs ? mergerText.cameAlong(name, here, day) : mergerText.joinedUs(name, here, day)}
      </p>
    );
  });
}
