import { Loader } from '@mantine/core';
import { IconLock, IconUserOff } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { withoutPrivate } from '#shared/domain/member/private-fields.ts';
import { rolesFor } from '#shared/domain/rights/rights-table.ts';
import { useMember } from '#renderer/data/members/use-members.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useIsInReach, useReach } from '#renderer/data/rights/use-reach.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { membersText } from '#renderer/messages/members.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { EditMember } from './edit-member.tsx';
import type { MemberRecordMore } from './member-record-more.ts';
import { MemberRecord } from './member-record.tsx';

type MemberPageProps = {
  readonly id: string;
  /** The form stands open, at this field where the person came to fill one. */
  readonly editing: { readonly field?: keyof MemberFields | undefined } | null;
  readonly onEdit: (editing: { readonly field?: keyof MemberFields | undefined } | null) => void;
  readonly more: MemberRecordMore;
};

/** The chosen member: the record, or its form. */
export function MemberPage({ id, editing, onEdit, more }: MemberPageProps): ReactNode {
  const row = useMember(id);
  const { may: mayEdit } = useMay('member.edit');
  const isInReach = useIsInReach();
  const { isPrivate } = useReach();
  const isHere = row !== undefined && row !== null && isInReach(row.unitId);
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
  if (!isInReach(row.unitId))
    return (
      <EmptyState icon={IconLock} title={membersText.notYours.title}>
        {membersText.notYours.text(rightsText.rolesInWords(rolesFor('member.read-private')))}
      </EmptyState>
    );
  return editing !== null && mayEdit && isPrivate ? (
    <EditMember row={row} focus={editing.field} onLeave={() => onEdit(null)} />
  ) : (
    <MemberRecord row={isPrivate ? row : withoutPrivate(row)} onEdit={(field) => onEdit({ field })} more={more} />
  );
}
