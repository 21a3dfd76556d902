import { Loader, Table } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useReceipt } from '#renderer/data/receipts/use-receipts.ts';
import { useRecordHistory } from '#renderer/data/review/use-review.ts';
import { useMaySeeField } from '#renderer/data/rights/use-reach.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords, valueText } from '#renderer/messages/record-values.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { ReceiptPart } from '#renderer/ui/receipt/receipt-part.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { HiddenParts } from './hidden-parts.tsx';
import { memberFormGroups } from './member-form-fields.ts';
import { groupChanges, toChanges, withoutEmptyFirsts, type HistoryChange } from './history-lines.ts';
import classes from './history-tab.module.css';
import type { BasisOf, MemberRecordMore } from './member-record-more.ts';

const fieldOrder: readonly string[] = memberFormGroups.flatMap(({ fields }) => fields.map(({ field }) => field));

type HistoryTabProps = { readonly row: MemberRow; readonly more: MemberRecordMore };

/** Who changed which field from what to what and on which decision, newest first, and whether this is all there is to know. */
export function HistoryTab({ row, more }: HistoryTabProps): ReactNode {
  return more.withBasis?.(row, (basisOf) => <History id={row.id} basisOf={basisOf} />) ?? <History id={row.id} />;
}

function History({ id, basisOf }: { readonly id: string; readonly basisOf?: BasisOf }): ReactNode {
  const history = useRecordHistory('member', id);
  const { receipt, ask } = useReceipt('member', id);
  const names = useRecordNames();
  const today = useToday();
  const maySee = useMaySeeField();
  const groups = useMemo(() => {
    const seen = (history?.entries ?? []).filter(({ field }) => maySee('member', field));
    return groupChanges(withoutEmptyFirsts(toChanges(seen), fieldOrder));
  }, [history, maySee]);
  const text = membersText.history;
  if (history === undefined) return <Loader aria-label={text.loading} />;
  const before = (change: HistoryChange): string => {
    if (change.before !== undefined) return valueInWords('member', change.field, change.before, names);
    return history.complete ? text.first : text.unknownBefore;
  };
  return (
    <>
      <ReceiptPart key={id} receipt={receipt} today={today} ask={ask} />
      <p className={classes.note}>{history.complete ? text.complete : text.localOnly}</p>
      <HiddenParts />
      {groups.length === 0 && <p className={classes.note}>{text.empty}</p>}
      {groups.map((group, i) => {
        const device = group.deviceName ?? names.device(group.dev) ?? valueText.deviceNumber(group.dev);
        const person = names.staff(group.staffId) ?? valueText.unknownPerson;
        const when = formatWhen(group.atMs, today);
        return (
          <section key={group.key} className={classes.group}>
            <h3 className={classes.title}>
              {person} <span className={classes.where}>{text.where(device, when)}</span>{' '}
              {group.pending && <StatusChip tone="amber">{text.waiting}</StatusChip>}
            </h3>
            <Table
              className={classes.table ?? ''}
              withRowBorders={false}
              verticalSpacing="0.1875rem"
              aria-label={text.tableOf(person, when)}
            >
              <Table.Thead data-quiet={i > 0 || undefined}>
                <Table.Tr>
                  <Table.Th>{text.field}</Table.Th>
                  <Table.Th>{text.before}</Table.Th>
                  <Table.Th>{text.after}</Table.Th>
                  {basisOf !== undefined && <Table.Th>{text.basis}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {group.changes.map((change) => (
                  <Table.Tr key={change.field}>
                    <Table.Th scope="row">{fieldLabel('member', change.field)}</Table.Th>
                    <Table.Td className={classes.before ?? ''}>{before(change)}</Table.Td>
                    <Table.Td>{valueInWords('member', change.field, change.value, names)}</Table.Td>
                    {basisOf !== undefined && <Table.Td className={classes.basis ?? ''}>{basisOf(change)}</Table.Td>}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        );
      })}
    </>
  );
}
