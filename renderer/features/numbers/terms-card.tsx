import { Group, Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { TermRow } from '#renderer/data/rows.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { TermDialog, type TermTask } from './term-dialog.tsx';

/** Terms of the committees, newest first, with the forms to begin one and to put its days right. */
export function TermsCard({ terms }: { readonly terms: readonly TermRow[] }): ReactNode {
  const names = useRecordNames();
  const { may } = useMay('register.term');
  const [task, setTask] = useState<TermTask>();
  const { terms: text, columns } = numbersText;
  return (
    <SectionCard
      title={text.heading}
      text={terms.length === 0 ? text.none : text.intro}
      side={
        may && (
          <Group gap="xs">
            <WriteButton variant="default" onClick={() => setTask({ kind: 'begin', isCongress: true })}>
              {text.addCongress}
            </WriteButton>
            <WriteButton variant="light" onClick={() => setTask({ kind: 'begin', isCongress: false })}>
              {text.add}
            </WriteButton>
          </Group>
        )
      }
    >
      {terms.length > 0 && (
        <Table aria-label={text.heading} verticalSpacing="0.3125rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.name}</Table.Th>
              <Table.Th>{numbersText.books.body}</Table.Th>
              <Table.Th>{columns.day}</Table.Th>
              <Table.Th>{columns.act}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {terms.map((term) => (
              <Table.Tr key={term.id}>
                <Table.Th scope="row" fw={600}>
                  {term.name} {term.isCongress && <StatusChip tone="primary">{text.congress}</StatusChip>}
                </Table.Th>
                <Table.Td>{names.unit(term.bodyId)}</Table.Td>
                <Table.Td className="tabular">
                  {text.span(formatDate(term.from), term.to === null ? text.running : formatDate(term.to))}
                </Table.Td>
                <Table.Td>
                  {may && (
                    <WriteButton
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      aria-label={text.editTitle(term.name)}
                      onClick={() => setTask({ kind: 'edit', term })}
                    >
                      {text.edit}
                    </WriteButton>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {task !== undefined && <TermDialog task={task} terms={terms} onClose={() => setTask(undefined)} />}
    </SectionCard>
  );
}
