import { Button, FileButton, Group, Title } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { handToMeetings, removeMeetingFile, takePaperBack } from '#renderer/data/meetings/meeting-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { undo } from '#renderer/data/undo.ts';
import type { AttachmentRow } from '#renderer/data/rows.ts';
import type { WriteResult } from '#renderer/data/write/commit.ts';
import { meetingsText } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ACCEPTED_FILES } from '#renderer/platform/take-in-file.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import type { PartProps } from '../part-props.ts';
import { FileModal } from './file-modal.tsx';
import { PickPapersDialog } from './pick-papers-dialog.tsx';
import classes from './prepare.module.css';
import { useTakeIn } from './use-take-in.ts';

const text = meetingsText.prepare;

/** Papers handed to the meeting, those of the registers and files of its own. */
export function MeetingPapers({ details, mayWrite }: PartProps): ReactNode {
  const office = useOffice();
  const { meeting, papers, files } = details;
  const [isPicking, setPicking] = useState(false);
  const [shown, setShown] = useState<AttachmentRow>();
  const intake = useTakeIn(async (taken) => {
    const saved = await handToMeetings(office, [meeting.id], { paperIds: [], files: taken });
    if (saved.ok) notifyDone(text.addedFiles(taken.length));
    else notifyError(saved.error.code);
  });
  const takeAway = async (write: Promise<WriteResult>): Promise<void> => {
    const saved = await write;
    if (saved.ok) notifyDone(meetingsText.done.saved, { undo: () => void undo(office, saved.value) });
    else notifyError(saved.error.code);
  };
  return (
    <section className={classes.card} aria-labelledby="papers-title">
      <Title order={3} id="papers-title" className={classes.title ?? ''}>
        {text.papers}
      </Title>
      {papers.length + files.length === 0 && <p className={classes.grey}>{text.noPapers}</p>}
      <ul className={classes.papers}>
        {papers.map((paper) => (
          <li key={paper.id} className={classes.paper}>
            <div className={classes.words}>
              <span className={classes.symbol}>{paper.symbol === '' ? paper.issuer : paper.symbol}</span>
              <span>{paper.abstract}</span>
              {paper.files.length === 0 && <span className={classes.grey}>{text.noFile}</span>}
            </div>
            {paper.files.slice(0, 1).map((file) => (
              <Button key={file.id} variant="default" onClick={() => setShown(file)}>
                {text.open}
              </Button>
            ))}
            {mayWrite && (
              <Button variant="subtle" onClick={() => void takeAway(takePaperBack(office, meeting.id, paper.id))}>
                {text.takeBack}
              </Button>
            )}
          </li>
        ))}
        {files.map((file) => (
          <li key={file.id} className={classes.paper}>
            <div className={classes.words}>
              <span className={classes.symbol}>{file.name}</span>
              <span className={classes.grey}>{sharedText.bytes(file.size)}</span>
            </div>
            <Button variant="default" onClick={() => setShown(file)}>
              {text.open}
            </Button>
            {mayWrite && (
              <Button variant="subtle" onClick={() => void takeAway(removeMeetingFile(office, file.id))}>
                {text.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Group gap="sm">
          <WriteButton
            variant="default"
            leftSection={<IconFileText size="1.125rem" aria-hidden />}
            onClick={() => setPicking(true)}
          >
            {text.addPapers}
          </WriteButton>
          <FileButton multiple accept={ACCEPTED_FILES} onChange={(chosen) => void intake.take(chosen)}>
            {(props) => (
              <WriteButton
                {...props}
                variant="default"
                loading={intake.percent !== null}
                leftSection={<IconPlus size="1.125rem" aria-hidden />}
              >
                {text.addFiles}
              </WriteButton>
            )}
          </FileButton>
          {intake.percent !== null && (
            <span role="status" className={classes.grey}>
              {text.adding(intake.percent)}
            </span>
          )}
        </Group>
      )}
      {isPicking && (
        <PickPapersDialog
          known={meeting.documentIds}
          onClose={() => setPicking(false)}
          onPick={async (paperIds) => {
            const saved = await handToMeetings(office, [meeting.id], { paperIds, files: [] });
            if (saved.ok) setPicking(false);
            else notifyError(saved.error.code);
          }}
        />
      )}
      {shown !== undefined && <FileModal file={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}
