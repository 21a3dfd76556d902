import { Alert, Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { policyOf } from '#shared/entities.ts';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';

/** Says which fields have two values and where to choose. */
export function UnsettledNote({ fields }: { readonly fields: readonly string[] }): ReactNode {
  const navigate = useNavigate();
  const { unsettled } = membersText;
  return (
    <Alert
      mb="sm"
      color="amber"
      icon={<IconArrowsSplit2 aria-hidden />}
      title={`${unsettled.title(fields.length)}: ${fields.map((field) => fieldLabel('member', field)).join(', ')}`}
    >
      <p>{fields.some((field) => policyOf('member', field) === 'strict') ? unsettled.strict : unsettled.plain}</p>
      <Button size="compact-sm" variant="white" mt="0.375rem" onClick={() => navigate(routes.sync())}>
        {unsettled.open}
      </Button>
    </Alert>
  );
}
