import { Checkbox, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import { criteriaOf } from '#shared/domain/meeting/score-meeting.ts';
import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { meetingPackText as text, type PackPartName } from '#renderer/messages/meeting-pack.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';
import classes from './pack.module.css';

const everyPart = Object.keys(text.parts) as readonly PackPartName[];

type PackDialogProps = { readonly details: MeetingDetails; readonly onClose: () => void };

/** All papers of a meeting as they will be printed: everything at once, unless somebody takes parts out. */
export function PackDialog({ details, onClose }: PackDialogProps): ReactNode {
  const office = useOffice();
  const { meeting, rules, papers, files } = details;
  const offered = everyPart.filter(
    (part) =>
      (part !== 'score' || criteriaOf(meeting.kind, rules).length > 0) &&
      ((part !== 'files' && part !== 'papers') || papers.length + files.length > 0),
  );
  const [left, setLeft] = useState<ReadonlySet<PackPartName>>(new Set());
  const [named, setNamed] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const parts = offered.filter((part) => !left.has(part));
  const fileName = text.fileName(meeting.title, formatDate(dayOfMeeting(meeting)).replaceAll('/', '-'));

  const make = async (): Promise<Uint8Array> => {
    // What draws papers is loaded when they are asked for.
    const { makePack } = await import('./make-pack.ts');
    const made = await makePack(office, details, { parts, named });
    setRefused(made.refused);
    return made.bytes;
  };
  const toggle = (part: PackPartName): void => {
    const next = new Set(left);
    if (!next.delete(part)) next.add(part);
    setLeft(next);
  };
  const log = { type: 'meeting', id: meeting.id, detail: 'pack' } as const;
  return (
    <PdfDialog
      title={text.title}
      name={text.title}
      paperKey={JSON.stringify([parts, named, stateOf(details)])}
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
        else if (saved.value) {
          notifyDone(text.saved);
          await noteAudit('printed', log);
        }
      }}
      onClose={onClose}
      isLarge
      controls={
        <>
          <Stack gap="xs" role="group" aria-label={text.choose}>
            <strong>{text.choose}</strong>
            {offered.map((part) => (
              <Checkbox key={part} label={text.parts[part]} checked={!left.has(part)} onChange={() => toggle(part)} />
            ))}
          </Stack>
          <Checkbox
            label={text.named}
            checked={named}
            disabled={left.has('invitation')}
            onChange={(event) => setNamed(event.currentTarget.checked)}
          />
          {refused.length > 0 && (
            <p className={classes.refused} role="status">
              {text.notAdded(refused.join(', '))}
            </p>
          )}
        </>
      }
    />
  );
}

/** What the papers depend on: a change of it makes them anew. */
function stateOf({ meeting, roll, votes, opinions, tasks, papers, files }: MeetingDetails): readonly unknown[] {
  return [
    meeting.seq,
    meeting.pending,
    roll.map(({ memberId, status }) => [memberId, status]),
    votes.map(({ id, seq, pending }) => [id, seq, pending]),
    opinions.length,
    tasks.length,
    papers.map(({ id, files: own }) => [id, own.length]),
    files.map(({ id }) => id),
  ];
}
