import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { privatePartIds } from '#shared/domain/member/private-fields.ts';
import { rolesFor } from '#shared/domain/rights/rights-table.ts';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import { membersText } from '#renderer/messages/members.ts';
import { rightsText } from '#renderer/messages/rights.ts';

/** Says which parts of the record this person is not shown, and who is; nothing to whoever sees everything. */
export function HiddenParts(): ReactNode {
  const { isPrivate } = useReach();
  const { hidden } = membersText;
  if (isPrivate) return null;
  const parts = privatePartIds.map((part) => hidden.parts[part]).join('; ');
  return (
    <Alert color="gray" icon={<IconLock aria-hidden />} title={hidden.title} mb="sm">
      <p>{`${parts.charAt(0).toLocaleUpperCase('vi')}${parts.slice(1)}.`}</p>
      <p>{hidden.who(rightsText.rolesInWords(rolesFor('member.read-private')))}</p>
    </Alert>
  );
}
