import { Loader } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { memberFieldsOf } from '#renderer/data/members/member-fields.ts';
import { saveMember } from '#renderer/data/members/member-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { membersText } from '#renderer/messages/members.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { changedBelow, changedFields, type MemberDraft } from './member-draft.ts';
import { MemberForm } from './member-form.tsx';
import { draftKey, useMemberForm } from './use-member-form.ts';

/** The form over an existing record. Only fields the person changed are written, against the record as it was when the form opened. */
export function EditMember({
  row,
  focus,
  onLeave,
}: {
  readonly row: MemberRow;
  readonly focus: keyof MemberFields | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const office = useOffice();
  const fields = useMemo(() => memberFieldsOf(row), [row]);
  const form = useMemberForm(draftKey(row.id), fields, row.seq);
  const { draft } = form;
  if (draft === undefined) return <Loader m="lg" aria-label={sharedText.loading} />;

  const save = async (done: MemberDraft): Promise<void> => {
    const changes = changedFields(done);
    if (Object.keys(changes).length === 0) {
      notifyInfo(membersText.nothingChanged);
      form.discard();
      onLeave();
      return;
    }
    const saved = await saveMember(office, row.id, changes, done.seen);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    form.discard();
    onLeave();
    notifyDone(membersText.saved(done.values.name.full), { undo: () => void undo(office, saved.value) });
  };
  return (
    <MemberForm
      id={row.id}
      focus={focus}
      title={membersText.form.editTitle(draft.opened.name.full)}
      draft={draft}
      changedElsewhere={changedBelow(draft, fields)}
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
