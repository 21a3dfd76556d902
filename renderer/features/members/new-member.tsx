import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { addMember } from '#renderer/data/members/member-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { membersText } from '#renderer/messages/members.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { changedFields, cleanMember, type MemberDraft } from './member-draft.ts';
import { MemberForm } from './member-form.tsx';
import { draftKey, useMemberForm } from './use-member-form.ts';

type NewMemberProps = { readonly onDone: (id: string) => void; readonly onLeave: () => void };

/** The form for a member who is not in the list yet. */
export function NewMember({ onDone, onLeave }: NewMemberProps): ReactNode {
  const office = useOffice();
  const form = useMemberForm(draftKey(undefined), blankMember, 0);
  const { draft } = form;
  if (draft === undefined) return <Loader m="lg" aria-label={sharedText.loading} />;

  const save = async (done: MemberDraft): Promise<void> => {
    const added = await addMember(office, cleanMember(done.values));
    if (!added.ok) {
      notifyError(added.error.code);
      return;
    }
    form.discard();
    onDone(added.value.id);
    notifyDone(membersText.saved(done.values.name.full));
  };
  return (
    <MemberForm
      id={undefined}
      title={membersText.form.addTitle}
      draft={draft}
      changedElsewhere={[]}
      onChange={form.change}
      onSave={save}
      onLeave={() => {
        if (Object.keys(changedFields(draft)).length > 0) notifyInfo(membersText.draftKept);
        onLeave();
      }}
      onDiscard={() => {
        form.discard();
        onLeave();
      }}
    />
  );
}
