import { Loader } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { strictChanges, type StrictMemberField } from '#shared/domain/member-life/strict-fields.ts';
import { proposeChanges } from '#renderer/data/members/change-repository.ts';
import { memberProposalsText } from '#renderer/messages/member-proposals.ts';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';
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

/** A form whose changes of some fields wait for a reason. */
type Waiting = { readonly done: MemberDraft; readonly strict: readonly StrictMemberField[] };

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
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const form = useMemberForm(draftKey(row.id), fields, row.seq);
  const { draft } = form;
  if (draft === undefined) return <Loader m="lg" aria-label={sharedText.loading} />;

  /** Fields that change nothing two people answer for are saved at once; the others wait, with a reason. */
  const save = async (done: MemberDraft): Promise<void> => {
    const changes = changedFields(done);
    if (Object.keys(changes).length === 0) {
      notifyInfo(membersText.nothingChanged);
      form.discard();
      onLeave();
      return;
    }
    const held = row as unknown as Readonly<Record<string, unknown>>;
    const strict = strictChanges(changes, (field) => held[field]);
    if (strict.length > 0) setWaiting({ done, strict });
    else await saveRest(done, changes);
  };
  const saveRest = async (done: MemberDraft, changes: Partial<MemberFields>): Promise<ErrorCode | null> => {
    if (Object.keys(changes).length > 0) {
      const saved = await saveMember(office, row.id, changes, done.seen);
      if (!saved.ok) {
        notifyError(saved.error.code);
        return saved.error.code;
      }
      notifyDone(membersText.saved(done.values.name.full), { undo: () => void undo(office, saved.value) });
    }
    form.discard();
    onLeave();
    return null;
  };
  const propose = async ({ done, strict }: Waiting, reason: string): Promise<ErrorCode | null> => {
    const changes = Object.entries(changedFields(done));
    const waits = (field: string): boolean => strict.some((each) => each === field);
    const to = Object.fromEntries(changes.filter(([field]) => waits(field)));
    const rest = Object.fromEntries(changes.filter(([field]) => !waits(field)));
    const proposed = await proposeChanges(office, row.id, { to, reason, decision: null });
    if (!proposed.ok) return proposed.error.code;
    notifyDone(memberProposalsText.proposed);
    return saveRest(done, rest);
  };
  return (
    <>
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
      <ReasonModal
        words={memberProposalsText.ask}
        opened={waiting !== null}
        isGrave={false}
        onClose={() => setWaiting(null)}
        onGive={(reason) => (waiting === null ? Promise.resolve(null) : propose(waiting, reason))}
      />
    </>
  );
}
