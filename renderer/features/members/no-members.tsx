import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { membersText } from '#renderer/messages/members.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';

/** First run: units first, then members. */
export function NoMembers({ hasUnits }: { readonly hasUnits: boolean }): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={IconUsers}
      title={membersText.empty.title}
      action={
        hasUnits ? undefined : (
          <Button variant="light" onClick={() => navigate(routes.units())}>
            {membersText.empty.noUnits}
          </Button>
        )
      }
    >
      {hasUnits ? membersText.empty.withUnits : membersText.empty.text}
    </EmptyState>
  );
}
