import { memo, type ReactNode } from 'react';
import { yearOf } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { findCompleteness } from '#shared/domain/member/completeness.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { isOnlyHere } from '#renderer/data/receipts/only-here.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { membersText } from '#renderer/messages/members.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { chipsOf } from './member-chips.ts';
import classes from './member-list-row.module.css';

type MemberListRowProps = {
  readonly row: MemberRow;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly today: PlainDate;
  readonly rules: MemberRules;
  /** Years of the yearly papers, where the list is about how complete records are. */
  readonly years: readonly number[] | undefined;
};

/** One member in the list: name and year, cell, and the one mark that matters most. Drawn anew only when something of it has changed. */
export const MemberListRow = memo(DrawnRow);

function DrawnRow({ row, unitNames, today, rules, years }: MemberListRowProps): ReactNode {
  const [first] = chipsOf(row, today, rules);
  const percent = years === undefined ? undefined : findCompleteness(row, years).percent;
  const unit = row.unitId === null ? membersText.noUnit : (unitNames.get(row.unitId) ?? membersText.unknownUnit);
  return (
    <div className={classes.root}>
      <div className={classes.line}>
        <strong className={classes.name}>{row.name.full}</strong>
        {row.bornOn !== null && <span className={classes.year}>{yearOf(row.bornOn)}</span>}
        {isOnlyHere(row) && (
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
        {percent === undefined ? (
          first !== undefined && <StatusChip tone={first.tone}>{first.text}</StatusChip>
        ) : (
          <StatusChip tone={percent < 60 ? 'amber' : 'neutral'}>{membersText.header.completeChip(percent)}</StatusChip>
        )}
      </div>
    </div>
  );
}
