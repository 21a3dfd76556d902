import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { memberPapersText as text } from '#renderer/messages/member-papers.ts';
import { MemberPaperDialog } from './member-paper-dialog.tsx';

/** Leads from a member's record to what can be printed of it; offered to those who may see all of it. */
export function MemberPapersButton({ row }: { readonly row: MemberRow }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { may } = useMay('member.read-private');
  if (!may) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size="1rem" aria-hidden />} onClick={() => setOpen(true)}>
        {text.action}
      </Button>
      {isOpen && <MemberPaperDialog member={row} onClose={() => setOpen(false)} />}
    </>
  );
}
