import type { ReactNode } from 'react';
import type { FieldValue } from '#shared/sync/op.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords } from '#renderer/messages/record-values.ts';
import { useMaySeeField, useReach } from '#renderer/data/rights/use-reach.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { isAskedOf, memberFormGroups, type FormField } from './member-form-fields.ts';
import { HiddenParts } from './hidden-parts.tsx';
import { LineTable } from './lines/line-table.tsx';
import classes from './profile-tab.module.css';

/** All particulars of a member in the groups of the form 1-HSĐV; what is not filled in is said. */
export function ProfileTab({ row }: { readonly row: MemberRow }): ReactNode {
  const names = useRecordNames();
  const maySee = useMaySeeField();
  const valueOf = ({ field }: FormField): ReactNode => {
    const value = row[field] as FieldValue;
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return (
      <>
        <span className={empty ? classes.empty : classes.value}>
          {empty ? membersText.notFilled : valueInWords('member', field, value, names)}
        </span>
        {row.conflicts.includes(field) && (
          <>
            {' '}
            <StatusChip tone="amber">{membersText.chips.chooseThis}</StatusChip>
          </>
        )}
      </>
    );
  };
  const groups = memberFormGroups
    .filter(({ id }) => id !== 'family')
    .map(({ id, fields }) => ({
      id,
      fields: fields.filter((field) => isAskedOf(field, row) && maySee('member', field.field)),
    }))
    .filter(({ fields }) => fields.length > 0);
  const { isPrivate } = useReach();
  return (
    <>
      <HiddenParts />
      <div className={classes.root}>
        {groups.map((group) => (
          <section key={group.id} className={classes.group}>
            <h3 className={classes.title}>{membersText.groups[group.id]}</h3>
            <FactList
              facts={group.fields.map((field) => ({ label: fieldLabel('member', field.field), value: valueOf(field) }))}
            />
          </section>
        ))}
      </div>
      {isPrivate &&
        (['work', 'training', 'abroad'] as const).map((kind) => <LineTable key={kind} memberId={row.id} kind={kind} />)}
    </>
  );
}
