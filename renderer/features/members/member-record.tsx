import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { listDuePapers } from '#shared/domain/member/completeness.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { useDraft } from '#renderer/data/drafts.ts';
import { removeMember } from '#renderer/data/members/member-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { usePaperYears } from '#renderer/data/members/use-members.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { memberPapersText } from '#renderer/messages/member-papers-list.ts';
import { membersText } from '#renderer/messages/members.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { HistoryTab } from './history-tab.tsx';
import { changedFields, type MemberDraft } from './member-draft.ts';
import { MemberHeader } from './member-header.tsx';
import { FamilyTab } from './family-tab.tsx';
import { PapersTab } from './papers/papers-tab.tsx';
import { ProfileTab } from './profile-tab.tsx';
import { TimelineTab } from './timeline-tab.tsx';
import type { MemberRecordMore } from './member-record-more.ts';
import { draftKey } from './use-member-form.ts';

type MemberRecordProps = {
  readonly row: MemberRow;
  readonly onEdit: (field?: keyof MemberFields) => void;
  readonly more: MemberRecordMore;
};

/** The record of one member: who they are above, their life in the Party, their particulars, and who changed what. */
export function MemberRecord({ row, onEdit, more }: MemberRecordProps): ReactNode {
  const [tab, setTab] = useState('timeline');
  const { may: mayEdit, roles } = useMay('member.edit');
  const { may: mayRemove } = useMay('member.remove');
  const office = useOffice();
  const navigate = useNavigate();
  const draft = useDraft<MemberDraft>(draftKey(row.id));
  const unfinished = draft !== null && draft !== undefined && Object.keys(changedFields(draft)).length > 0;
  const { tabs, remove } = membersText;
  const { isPrivate } = useReach();
  const years = usePaperYears();
  const papers = listDuePapers(row, years).filter(
    ({ code, paper }) => !paper.ifAny && !row.unneededPapers.includes(code),
  );
  const missingPapers = papers.filter(({ code }) => !row.heldPapers.includes(code));

  const removeAsked = async (): Promise<void> => {
    const name = row.name.full;
    if (
      !(await askConfirm({
        title: remove.title(name),
        body: remove.text,
        confirm: remove.confirm,
        cancel: remove.keep,
        danger: true,
      }))
    )
      return;
    const removed = await removeMember(office, row.id);
    if (!removed.ok) {
      notifyError(removed.error.code);
      return;
    }
    navigate(routes.members());
    notifyDone(remove.done(name), { undo: () => void undo(office, removed.value) });
  };
  return (
    <DetailPane
      header={<MemberHeader row={row} />}
      activeTab={tab}
      onTabChange={setTab}
      tabs={[
        {
          id: 'timeline',
          label: tabs.timeline,
          content: <TimelineTab row={row} onField={onEdit} onPapers={() => setTab('papers')} more={more} />,
        },
        { id: 'profile', label: tabs.profile, content: <ProfileTab row={row} /> },
        ...(isPrivate
          ? [
              { id: 'family', label: tabs.family, content: <FamilyTab row={row} /> },
              {
                id: 'papers',
                label: memberPapersText.tab(papers.length - missingPapers.length, papers.length),
                content: <PapersTab row={row} onField={onEdit} />,
              },
            ]
          : []),
        ...(more.tabs?.(row) ?? []),
        { id: 'history', label: tabs.history, content: <HistoryTab row={row} more={more} /> },
      ]}
      footer={
        // At the right: notices appear over the middle of the lower edge and must not cover what is pressed next.
        <>
          {unfinished && <StatusChip tone="amber">{membersText.unfinished}</StatusChip>}
          {more.actions?.(row)}
          {mayRemove && (
            <WriteButton
              variant="subtle"
              color="gray"
              px="xs"
              ml="auto"
              aria-label={remove.action}
              title={remove.action}
              onClick={() => void removeAsked()}
            >
              <IconTrash size="1.125rem" aria-hidden />
            </WriteButton>
          )}
          {mayEdit ? (
            <WriteButton leftSection={<IconPencil size="1rem" aria-hidden />} variant="light" onClick={() => onEdit()}>
              {unfinished ? membersText.editOn : membersText.edit}
            </WriteButton>
          ) : (
            <span>{membersText.onlyRead(rightsText.whoMay(roles))}</span>
          )}
        </>
      }
    />
  );
}
