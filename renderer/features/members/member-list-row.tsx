import { memo, type ReactNode } from 'react';
import { yearOf } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { placeOf, type MemberRow } from '#renderer/data/rows.ts';
import { membersText } from '#renderer/messages/members.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { chipsOf } from './member-chips.ts';
import classes from './member-list-row.module.css';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';

type MemberListRowProps = {
  readonly row: MemberRow;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly today: PlainDate;
};

/** One member in the list: name and year, cell, and the one mark that matters most. Drawn anew only when something of it has changed. */
export const MemberListRow = memo(DrawnRow);

function DrawnRow({ row, unitNames, today }: MemberListRowProps): ReactNode {
  const [first] = chipsOf(row, today, defaultMemberRules);
  const unit = row.unitId === null ? membersText.noUnit : (unitNames.get(row.unitId) ?? membersText.unknownUnit);
  return (
    <div className={classes.root}>
      <div className={classes.line}>
        <strong className={classes.name}>{row.name.full}</strong>
        {row.bornOn !== null && <span className={classes.year}>{yearOf(row.bornOn)}</span>}
        {placeOf(row) === 'only-here' && (
          <span
            className={classes.dot}
            role="img"
            aria-label={membersText.chips.onlyHere}
            title={membersText.chips.onlyHere}
          />
        )}
      </div>
      <div className={classes.line}>
        <span className={classes.unit}>{unit}</span>
        {first !== undefined && <StatusChip tone={first.tone}>{first.text}</StatusChip>}
      </div>
    </div>
  );
}
