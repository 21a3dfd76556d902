import type { ReactNode } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import classes from './lock.module.css';

/** Whose books these are; empty before the PC is enrolled. */
export function OfficeBrand({ commune }: { readonly commune: string }): ReactNode {
  return (
    <div className={classes.brand}>
      <div className={classes.mark} aria-hidden>
        HX
      </div>
      <div>
        <div className={classes.brandName}>{sharedText.appName}</div>
        {commune !== '' && <div className={classes.brandOffice}>{text.office(commune)}</div>}
      </div>
    </div>
  );
}
