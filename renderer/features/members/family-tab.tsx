import type { ReactNode } from 'react';
import type { MemberRow } from '#renderer/data/rows.ts';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { LineTable } from './lines/line-table.tsx';
import classes from './profile-tab.module.css';

/** A member's family: one line for each, and what the record says of its circumstances. */
export function FamilyTab({ row }: { readonly row: MemberRow }): ReactNode {
  return (
    <>
      <LineTable memberId={row.id} kind="family" />
      <section className={classes.group}>
        <h3 className={classes.title}>{fieldLabel('member', 'familyNote')}</h3>
        <p className={row.familyNote === '' ? classes.empty : classes.value}>
          {row.familyNote === '' ? membersText.notFilled : row.familyNote}
        </p>
      </section>
    </>
  );
}
