import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import type { MeetingPaperKind } from '#shared/domain/meeting/meeting-paper.ts';
import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { meetingPackText as text } from '#renderer/messages/meeting-pack.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';

type PrintPaperProps = { readonly details: MeetingDetails; readonly paper: MeetingPaperKind };

/** Prints the minutes or the resolution: in the form of a Party paper, or in large type. */
export function PrintPaperButton({ details, paper }: PrintPaperProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size="1.125rem" aria-hidden />} onClick={() => setOpen(true)}>
        {text.printPaper[paper]}
      </Button>
      {isOpen && <PaperDialog details={details} paper={paper} onClose={() => setOpen(false)} />}
    </>
  );
}

function PaperDialog({ details, paper, onClose }: PrintPaperProps & { readonly onClose: () => void }): ReactNode {
  const office = useOffice();
  const { meeting } = details;
  const [type, setType] = useState<'normal' | 'large'>('normal');
  const day = formatDate(dayOfMeeting(meeting)).replaceAll('/', '-');
  const fileName = text.paperFileName[paper](day, details.cellName);
  const make = async (): Promise<Uint8Array> => {
    const { makeMeetingPaper } = await import('./make-meeting-paper.ts');
    return makeMeetingPaper(office, details, paper, type);
  };
  const log = { type: 'meeting', id: meeting.id, detail: paper } as const;
  return (
    <PdfDialog
      title={text.printPaper[paper]}
      name={text.printPaper[paper]}
      paperKey={`${paper} ${type} ${String(meeting.seq)} ${String(meeting.pending)}`}
      make={make}
      onFailed={(error) => {
        console.error(error);
        notifyError('unexpected');
      }}
      onPrint={async (bytes) => {
        const printed = await printPdf(fileName, bytes);
        if (!printed.ok) notifyError(printed.error.code);
        else if (printed.value) await noteAudit('printed', log);
      }}
      onSave={async (bytes) => {
        const saved = await saveAs(`${fileName}.pdf`, bytes);
        if (!saved.ok) notifyError(saved.error.code);
        else if (saved.value) notifyDone(text.saved);
      }}
      onClose={onClose}
      controls={
        <SegmentedControl
          orientation="vertical"
          aria-label={text.large}
          value={type}
          data={[
            { value: 'normal', label: text.normal },
            { value: 'large', label: text.large },
          ]}
          onChange={(value) => setType(value)}
        />
      }
    />
  );
}
