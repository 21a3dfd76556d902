import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';
import { meetingPackText as text } from '#renderer/messages/meeting-pack.ts';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { PackDialog } from './pack-dialog.tsx';

/** The one button that prints everything for a meeting. */
export function PackButton({ details }: { readonly details: MeetingDetails }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommand('print', () => setOpen(true));
  return (
    <>
      <Button size="md" leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => setOpen(true)}>
        {text.button}
      </Button>
      {isOpen && <PackDialog details={details} onClose={() => setOpen(false)} />}
    </>
  );
}
