import { Anchor, Checkbox, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { BadgeLine } from '#renderer/data/badges/read-badge-list.ts';
import { badgesText as text, gapInWords } from '#renderer/messages/badges.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { groupByYears, isChoosable, sumOf } from './badge-views.ts';
import { ageInWords, notesOf, stateTones } from './badge-words.ts';
import classes from './badges.module.css';

type BadgeTableProps = {
  readonly lines: readonly BadgeLine[];
  readonly on: PlainDate;
  /** Null where nothing may be done with them. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
  readonly onWithdraw: (line: BadgeLine) => void;
};

/** The badges of an award day, those of the same years together, in the order of names. */
export function BadgeTable({ lines, on, chosen, onChoose, onWithdraw }: BadgeTableProps): ReactNode {
  const { columns } = text;
  // Whoever waits out a discipline is chosen by name, never with all the others.
  const choosable = lines.filter((line) => isChoosable(line) && line.heldUntil === null).map(({ key }) => key);
  const isAll = chosen !== null && choosable.length > 0 && choosable.every((key) => chosen.has(key));
  return (
    <div className={classes.table}>
      <Table stickyHeader highlightOnHover aria-label={text.title}>
        <Table.Thead>
          <Table.Tr>
            {chosen !== null && (
              <Table.Th className={classes.narrow ?? ''}>
                <Checkbox
                  aria-label={text.chooseAll}
                  disabled={choosable.length === 0}
                  checked={isAll}
                  indeterminate={!isAll && chosen.size > 0}
                  onChange={() => onChoose(new Set(isAll ? [] : choosable))}
                />
              </Table.Th>
            )}
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th>{columns.cell}</Table.Th>
            <Table.Th className={classes.short ?? ''}>{columns.admitted}</Table.Th>
            <Table.Th>{columns.age}</Table.Th>
            <Table.Th className={classes.money ?? ''}>{columns.amount}</Table.Th>
            <Table.Th>{columns.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {groupByYears(lines).map(([years, own]) => (
          <Table.Tbody key={years}>
            <Table.Tr className={classes.group ?? ''}>
              <Table.Th colSpan={chosen === null ? 6 : 7} scope="rowgroup">
                {text.group(years)}
                <span className={classes.groupSum}>{text.groupSum(own.length, text.vnd(sumOf(own).sum))}</span>
              </Table.Th>
            </Table.Tr>
            {own.map((line) => (
              <BadgeRow
                key={line.key}
                line={line}
                on={on}
                chosen={chosen}
                onChoose={onChoose}
                onWithdraw={onWithdraw}
              />
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </div>
  );
}

function BadgeRow({
  line,
  on,
  chosen,
  onChoose,
  onWithdraw,
}: Omit<BadgeTableProps, 'lines'> & { readonly line: BadgeLine }): ReactNode {
  const navigate = useNavigate();
  const { member, cell, amount, state, event, key } = line;
  const toggle = (): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  };
  const isAsked = event?.state === 'proposed';
  return (
    <Table.Tr>
      {chosen !== null && (
        <Table.Td>
          {isChoosable(line) && (
            <Checkbox
              aria-label={text.choosePerson(member.name.full, line.years)}
              checked={chosen.has(key)}
              onChange={toggle}
            />
          )}
        </Table.Td>
      )}
      <Table.Td>
        <Anchor
          component="button"
          type="button"
          fw={600}
          fz="inherit"
          ta="start"
          aria-label={text.open(member.name.full)}
          onClick={() => navigate(routes.member(member.id))}
        >
          {member.name.full}
        </Anchor>
        {member.bornOn !== null && <div className={classes.small}>{text.born(formatDate(member.bornOn))}</div>}
      </Table.Td>
      <Table.Td>{cell}</Table.Td>
      <Table.Td className="tabular">
        {member.admittedOn === null ? '' : formatDate(member.admittedOn)}
        {line.gaps.map(gapInWords).map((gap) => (
          <div key={gap} className={classes.small}>
            {gap}
          </div>
        ))}
      </Table.Td>
      <Table.Td className={classes.short ?? ''}>{ageInWords(line)}</Table.Td>
      <Table.Td className={classes.money ?? ''}>
        {amount?.kind === 'known' && text.money(amount.amount)}
        {amount?.kind === 'unknown' && <span className={classes.small}>{text.noAmount[amount.why]}</span>}
      </Table.Td>
      <Table.Td>
        <StatusChip tone={stateTones[state]}>{text.states[state]}</StatusChip>
        {notesOf(line, on).map((note) => (
          <div key={note} className={classes.small}>
            {note}
          </div>
        ))}
        {isAsked && (
          <div className={classes.acts}>
            {event.proposalId !== null && (
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => event.proposalId !== null && navigate(routes.outgoingPaper(event.proposalId))}
              >
                {text.openPaper}
              </Anchor>
            )}
            {chosen !== null && (
              <Anchor component="button" type="button" size="sm" onClick={() => onWithdraw(line)}>
                {text.withdraw.action}
              </Anchor>
            )}
          </div>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
