import { IconPlus, IconUserCircle } from '@tabler/icons-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useRoute } from 'wouter';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { allMembers, useMemberList } from '#renderer/data/members/use-members.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { membersText } from '#renderer/messages/members.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { RecordSplit } from '#renderer/ui/record-split.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import type { MemberRecordMore } from './member-record-more.ts';
import { MemberListPane } from './member-list-pane.tsx';
import { MemberPage } from './member-page.tsx';
import { NewMember } from './new-member.tsx';
import { NoMembers } from './no-members.tsx';

/** Stands in the address where a new member is being written. */
const newMember = 'new';

const nothingMore: MemberRecordMore = {};

/** Đảng viên: the list, and the record of the chosen member beside it. */
export function MembersScreen({ more = nothingMore }: { readonly more?: MemberRecordMore }): ReactNode {
  const [, params] = useRoute('/members/:id?');
  const navigate = useNavigate();
  const [editing, setEditing] = useState<{
    readonly id: string;
    readonly field?: keyof MemberFields | undefined;
  } | null>(null);
  const id = params?.id;
  const adding = id === newMember;
  const units = useUnits();
  const counts = useMemberList(allMembers)?.counts;
  const nobody = counts !== undefined && counts.all + counts.candidates + counts.guests === 0;
  useHelp(membersText.help);
  const add = useCallback(() => navigate(routes.member(newMember)), [navigate]);
  const { may: mayEdit } = useMay('member.edit');
  useCommand('new', add, mayEdit);
  const select = useCallback(
    (memberId: string) => {
      setEditing(null);
      navigate(routes.member(memberId), { replace: true });
    },
    [navigate],
  );
  const record = useMemo(() => {
    if (adding && mayEdit) return <NewMember onDone={select} onLeave={() => navigate(routes.members())} />;
    if (id === undefined && nobody) return <NoMembers hasUnits={(units ?? []).length > 0} />;
    if (id === undefined)
      return (
        <EmptyState icon={IconUserCircle} title={membersText.choose.title}>
          {membersText.choose.text}
        </EmptyState>
      );
    return (
      <MemberPage
        key={id}
        id={id}
        editing={editing?.id === id ? editing : null}
        onEdit={(open) => setEditing(open === null ? null : { id, field: open.field })}
        more={more}
      />
    );
  }, [adding, id, editing, select, navigate, nobody, units, mayEdit, more]);
  return (
    <>
      {!adding && editing === null && mayEdit && (
        <ScreenActions>
          <WriteButton
            leftSection={<IconPlus size="1rem" aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={add}
          >
            {membersText.add}
          </WriteButton>
        </ScreenActions>
      )}
      <RecordSplit
        recordLabel={membersText.record}
        list={<MemberListPane selectedId={adding ? undefined : id} onSelect={select} />}
        record={record}
      />
    </>
  );
}
