import { Button, Checkbox, FileButton, Group, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isAhead } from '#shared/domain/meeting/meeting-states.ts';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import { handToMeetings } from '#renderer/data/meetings/meeting-repository.ts';
import { useMeetings } from '#renderer/data/meetings/use-meetings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MeetingRow, UnitRow } from '#renderer/data/rows.ts';
import { meetingsText } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ACCEPTED_FILES } from '#renderer/platform/take-in-file.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import screen from '../meetings-screen.module.css';
import { sayWhen } from '../meeting-words.ts';
import { PaperPicker, type PickedPaper } from '../prepare/paper-picker.tsx';
import classes from '../prepare/prepare.module.css';
import { useTakeIn } from '../prepare/use-take-in.ts';

const text = meetingsText.handDialog;

/** Hands papers of the registers and files down to the next meetings of chosen cells, in one act. */
export function HandDialog({
  cells,
  onClose,
}: {
  readonly cells: readonly UnitRow[];
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const open = useMeetings({ unitId: null, shown: 'open' });
  const [papers, setPapers] = useState<readonly PickedPaper[]>([]);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const intake = useTakeIn((taken) => {
    setFiles((before) => [...before, ...taken]);
    return Promise.resolve();
  });
  if (open === undefined) return null;
  const next = nextOfEach(cells, open);
  const chosen = next.filter(({ meeting }) => !left.has(meeting.id));
  const toggle = (id: string): void => {
    const changed = new Set(left);
    if (!changed.delete(id)) changed.add(id);
    setLeft(changed);
  };
  const hand = async (): Promise<void> => {
    setBusy(true);
    const saved = await handToMeetings(
      office,
      chosen.map(({ meeting }) => meeting.id),
      { paperIds: papers.map(({ id }) => id), files },
    );
    setBusy(false);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(meetingsText.done.handed(chosen.length));
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={text.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <div className={classes.card}>
        <p className={classes.grey}>{text.about}</p>
        <PaperPicker known={[]} picked={papers} onChange={setPapers} />
        {files.length > 0 && (
          <ul className={classes.papers}>
            {files.map((file) => (
              <li key={file.hash} className={classes.paper}>
                <div className={classes.words}>
                  <span className={classes.symbol}>{file.name}</span>
                  <span className={classes.grey}>{sharedText.bytes(file.size)}</span>
                </div>
                <Button
                  variant="subtle"
                  aria-label={text.remove(file.name)}
                  onClick={() => setFiles(files.filter(({ hash }) => hash !== file.hash))}
                >
                  {meetingsText.prepare.takeBack}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Group>
          <FileButton multiple accept={ACCEPTED_FILES} onChange={(given) => void intake.take(given)}>
            {(props) => (
              <WriteButton
                {...props}
                variant="default"
                loading={intake.percent !== null}
                leftSection={<IconPlus size="1.125rem" aria-hidden />}
              >
                {text.files}
              </WriteButton>
            )}
          </FileButton>
          {papers.length + files.length === 0 && <span className={classes.grey}>{text.nothingChosen}</span>}
        </Group>
        <strong>{text.meetings}</strong>
        {next.length === 0 ? (
          <p className={screen.warning}>{text.noMeetings}</p>
        ) : (
          <div className={screen.choices} role="group" aria-label={text.meetings} tabIndex={0}>
            <Checkbox
              label={text.all}
              checked={left.size === 0}
              indeterminate={left.size > 0 && left.size < next.length}
              onChange={() => setLeft(left.size === 0 ? new Set(next.map(({ meeting }) => meeting.id)) : new Set())}
            />
            {next.map(({ cell, meeting }) => (
              <Checkbox
                key={meeting.id}
                label={`${cell}: ${meeting.title}, ${sayWhen(meeting)}`}
                checked={!left.has(meeting.id)}
                onChange={() => toggle(meeting.id)}
              />
            ))}
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" size="md" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton
            size="md"
            loading={busy}
            disabled={chosen.length === 0 || papers.length + files.length === 0}
            onClick={() => void hand()}
          >
            {text.save(chosen.length)}
          </WriteButton>
        </Group>
      </div>
    </Modal>
  );
}

/** The next meeting of each cell that has one ahead, in the order of the cells. */
function nextOfEach(
  cells: readonly UnitRow[],
  open: readonly MeetingRow[],
): readonly { readonly cell: string; readonly meeting: MeetingRow }[] {
  return cells.flatMap(({ id, name }) => {
    const meeting = open.find(({ unitId, state }) => unitId === id && isAhead(state));
    return meeting === undefined ? [] : [{ cell: name, meeting }];
  });
}
