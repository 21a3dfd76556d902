import { Loader } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { memberSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
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
export function EditMember({ row, onLeave }: { readonly row: MemberRow; readonly onLeave: () => void }): ReactNode {
  const office = useOffice();
  const fields = useMemo(() => fieldsOf(row), [row]);
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

/** The record's fields alone, without what the row carries beside them. */
function fieldsOf(row: MemberRow): MemberFields {
  return Object.fromEntries(
    Object.keys(memberSchema.shape).map((field) => [field, row[field as keyof MemberFields]]),
  ) as MemberFields;
}
