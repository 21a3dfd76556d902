import { ActionIcon, Button, Menu, Table } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import type { MemberLineKind } from '#shared/domain/member/member-line-record.ts';
import {
  addMemberLine,
  moveMemberLine,
  removeMemberLine,
  saveMemberLine,
} from '#renderer/data/members/member-line-repository.ts';
import { useMemberLines } from '#renderer/data/members/use-member-lines.ts';
import { useDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberLineRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { memberLinesText as text } from '#renderer/messages/member-lines.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './line-table.module.css';
import { blankLine, draftOf, lineFields } from './line-fields.ts';
import { LineForm } from './line-form.tsx';

type LineTableProps = { readonly memberId: string; readonly kind: MemberLineKind };

/** One table of a member's record: its lines in order, each to be changed, moved or taken out where it stands. */
export function LineTable({ memberId, kind }: LineTableProps): ReactNode {
  const office = useOffice();
  const lines = useMemberLines(memberId)?.filter((line) => line.kind === kind);
  const { may } = useMay('member.edit');
  const [open, setOpen] = useState<{ readonly id: string; readonly seen: number } | 'new' | null>(null);
  const edit = ({ id, seq }: MemberLineRow): void => setOpen({ id, seen: seq });
  const [added, setAdded] = useState(0);
  const newKey = `memberLine:${memberId}:${kind}:new`;
  const unfinished = useDraft(newKey);
  const words: Readonly<Partial<Record<string, string>>> = text.columns[kind];
  const columns = lineFields[kind];
  const span = columns.length + (may ? 1 : 0);

  const move = async (line: MemberLineRow, by: -1 | 1): Promise<void> => {
    const moved = await moveMemberLine(office, line.id, by);
    if (!moved.ok) notifyError(moved.error.code);
  };
  const remove = async (line: MemberLineRow): Promise<void> => {
    const removed = await removeMemberLine(office, line.id);
    if (!removed.ok) notifyError(removed.error.code);
    else notifyDone(text.removed, { undo: () => void undo(office, removed.value) });
  };
  const keysOf = (line: MemberLineRow) => (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') edit(line);
    else if (event.key === 'Delete') void remove(line);
    else if (event.altKey && event.key === 'ArrowUp') void move(line, -1);
    else if (event.altKey && event.key === 'ArrowDown') void move(line, 1);
    else return;
    event.preventDefault();
  };
  return (
    <section className={classes.section} aria-label={text.titles[kind]}>
      <header className={classes.header}>
        <h3 className={classes.title}>{text.titles[kind]}</h3>
        {may && open !== 'new' && (
          <WriteButton
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => setOpen('new')}
          >
            {unfinished === null || unfinished === undefined ? text.add : text.goOn}
          </WriteButton>
        )}
      </header>
      {lines !== undefined && lines.length === 0 && open !== 'new' && <p className={classes.grey}>{text.empty}</p>}
      {lines !== undefined && (lines.length > 0 || open === 'new') && (
        <Table className={classes.table ?? ''} verticalSpacing="0.25rem" aria-label={text.titles[kind]}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ field }) => (
                <Table.Th key={field}>{words[field]}</Table.Th>
              ))}
              {may && <Table.Th className={classes.acts ?? ''} aria-label={text.actions} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) =>
              open !== null && open !== 'new' && open.id === line.id ? (
                <Table.Tr key={line.id}>
                  <Table.Td colSpan={span}>
                    <LineForm
                      kind={kind}
                      draftKey={`memberLine:${line.id}`}
                      opened={draftOf(line)}
                      onLeave={() => setOpen(null)}
                      onSave={async (_whole, changes) => {
                        const saved = await saveMemberLine(office, line.id, changes, open.seen);
                        if (!saved.ok) notifyError(saved.error.code);
                        else setOpen(null);
                        return saved.ok;
                      }}
                    />
                  </Table.Td>
                </Table.Tr>
              ) : (
                <Table.Tr key={line.id} {...(may && { tabIndex: 0, onKeyDown: keysOf(line) })}>
                  {columns.map(({ field }) => (
                    <Table.Td key={field} data-field={field}>
                      {inWords(field, line[field])}
                    </Table.Td>
                  ))}
                  {may && (
                    <Table.Td className={classes.acts ?? ''}>
                      <LineActs
                        onEdit={() => edit(line)}
                        onMove={(by) => void move(line, by)}
                        onRemove={() => void remove(line)}
                      />
                    </Table.Td>
                  )}
                </Table.Tr>
              ),
            )}
            {open === 'new' && (
              <Table.Tr>
                <Table.Td colSpan={span}>
                  <LineForm
                    key={added}
                    kind={kind}
                    draftKey={newKey}
                    opened={blankLine}
                    onLeave={() => setOpen(null)}
                    onSave={async (draft) => {
                      const saved = await addMemberLine(office, memberId, kind, draft);
                      if (!saved.ok) notifyError(saved.error.code);
                      // The next line at once: a life has many.
                      else setAdded(added + 1);
                      return saved.ok;
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            )}
          </Table.Tbody>
        </Table>
      )}
      {may && lines !== undefined && lines.length > 1 && open === null && (
        <p className={classes.keys}>
          <KeyHint keys="Enter">{text.keys.edit}</KeyHint> <KeyHint keys="Alt ↑ ↓">{text.keys.move}</KeyHint>{' '}
          <KeyHint keys="Delete">{text.keys.remove}</KeyHint>
        </p>
      )}
      {open !== 'new' && unfinished !== null && unfinished !== undefined && (
        <p className={classes.grey}>
          {text.unfinished}{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen('new')}>
            {text.goOn}
          </Button>
        </p>
      )}
    </section>
  );
}

function LineActs({
  onEdit,
  onMove,
  onRemove,
}: {
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}): ReactNode {
  return (
    <div className={classes.actsLine}>
      <ActionIcon variant="subtle" color="gray" aria-label={text.edit} title={text.edit} onClick={onEdit}>
        <IconPencil size="1rem" aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={text.more} title={text.more}>
            <IconDots size="1rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowUp size="1rem" aria-hidden />} onClick={() => onMove(-1)}>
            {text.up}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size="1rem" aria-hidden />} onClick={() => onMove(1)}>
            {text.down}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size="1rem" aria-hidden />} onClick={onRemove}>
            {text.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function inWords(field: string, value: string | number | PartialDate | null): string {
  if (value === null) return '';
  return field === 'from' || field === 'to' ? formatDate(value as PartialDate) : String(value);
}
