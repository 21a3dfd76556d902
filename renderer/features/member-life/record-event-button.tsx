import { IconFlag } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMemberStory } from '#renderer/data/members/use-member-life.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { memberLifeText } from '#renderer/messages/member-life.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { EventDialog } from './event-dialog/event-dialog.tsx';

/** Opens the dialog by which an event of a member's life is recorded. */
export function RecordEventButton({ row }: { readonly row: MemberRow }): ReactNode {
  const { may } = useMay('event.record');
  const story = useMemberStory(row);
  const [open, setOpen] = useState(false);
  if (!may || story === undefined) return null;
  return (
    <>
      <WriteButton leftSection={<IconFlag size="1rem" aria-hidden />} variant="light" onClick={() => setOpen(true)}>
        {memberLifeText.record}
      </WriteButton>
      {open && <EventDialog memberId={row.id} story={story} onClose={() => setOpen(false)} />}
    </>
  );
}
