import type { ReactNode } from 'react';
import { saveMember } from '#renderer/data/members/member-repository.ts';
import { useMemberTwins } from '#renderer/data/members/use-member-twins.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { membersText } from '#renderer/messages/members.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { TwinsNote } from './twins-note.tsx';

/** Records that may be of this member too; who may edit can say that they are not. */
export function OwnTwins({ row }: { readonly row: MemberRow }): ReactNode {
  const office = useOffice();
  const { may } = useMay('member.edit');
  const twins = useMemberTwins(row, row.id);
  const text = membersText.twins;
  const apart = async (twin: MemberRow): Promise<void> => {
    const isSure = await askConfirm({
      title: text.apartTitle(twin.name.full),
      body: text.apartText,
      confirm: text.apartConfirm,
    });
    if (!isSure) return;
    const saved = await saveMember(office, row.id, { notSameAs: [...row.notSameAs, twin.id] }, row.seq);
    if (!saved.ok) notifyError(saved.error.code);
    else notifyDone(text.apartDone, { undo: () => void undo(office, saved.value) });
  };
  return may ? <TwinsNote twins={twins} onApart={(twin) => void apart(twin)} /> : null;
}
