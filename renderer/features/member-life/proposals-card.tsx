import { Alert, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOpenChanges } from '#renderer/data/members/use-member-changes.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { memberProposalsText as text } from '#renderer/messages/member-proposals.ts';
import { ProposalLine } from './proposal-line.tsx';

/** Changes of a member's name, birth, numbers or days that wait for a second person: what stands there, what is proposed, and why. */
export function ProposalsCard({ row }: { readonly row: MemberRow }): ReactNode {
  const changes = useOpenChanges(row.id) ?? [];
  if (changes.length === 0) return null;
  return (
    <Alert color="amber" title={text.title} mb="sm">
      <Stack gap="sm">
        {changes.map((change) => (
          <ProposalLine key={change.id} change={change} />
        ))}
      </Stack>
    </Alert>
  );
}
