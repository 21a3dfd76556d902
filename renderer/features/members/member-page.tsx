import { Loader } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useMember } from '#renderer/data/members/use-members.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { membersText } from '#renderer/messages/members.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { EditMember } from './edit-member.tsx';
import type { MemberRecordMore } from './member-record-more.ts';
import { MemberRecord } from './member-record.tsx';

type MemberPageProps = {
  readonly id: string;
  readonly editing: boolean;
  readonly onEdit: (open: boolean) => void;
  readonly more: MemberRecordMore;
};

/** The chosen member: the record, or its form. */
export function MemberPage({ id, editing, onEdit, more }: MemberPageProps): ReactNode {
  const row = useMember(id);
  const { may: mayEdit } = useMay('member.edit');
  const isHere = row !== undefined && row !== null;
  useEffect(() => {
    // Once for each opening: who looked at whose record is kept in the PC's log.
    if (isHere) void noteAudit('member-read', { type: 'member', id });
  }, [isHere, id]);
  if (row === undefined) return <Loader m="lg" aria-label={sharedText.loading} />;
  if (row === null || row.removed)
    return (
      <EmptyState icon={IconUserOff} title={membersText.missing.title}>
        {membersText.missing.text}
      </EmptyState>
    );
  return editing && mayEdit ? (
    <EditMember row={row} onLeave={() => onEdit(false)} />
  ) : (
    <MemberRecord row={row} onEdit={() => onEdit(true)} more={more} />
  );
}
