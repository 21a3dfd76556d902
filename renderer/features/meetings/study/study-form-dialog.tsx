import {
  Autocomplete,
  Button,
  FileButton,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { findExactDate, type PartialDate } from '#shared/base/partial-date.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { type StudyItemFields } from '#shared/domain/study/study-item-record.ts';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import { readPapers } from '#renderer/data/meetings/read-meeting.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { StudyItemRow, UnitRow } from '#renderer/data/rows.ts';
import { addStudyItem, attachToStudyItem, saveStudyItem } from '#renderer/data/study/study-repository.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { studyText } from '#renderer/messages/study.ts';
import { ACCEPTED_FILES } from '#renderer/platform/take-in-file.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import screen from '../meetings-screen.module.css';
import { PaperPicker, type PickedPaper } from '../prepare/paper-picker.tsx';
import { useTakeIn } from '../prepare/use-take-in.ts';
import classes from './study.module.css';
import { blankStudyItem, studyFieldsOf } from './study-fields-of.ts';

const { form: text } = studyText;

type StudyFormProps = {
  readonly cells: readonly UnitRow[];
  readonly topics: readonly string[];
  /** The item that is changed; undefined for a new one. */
  readonly item: StudyItemRow | undefined;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
};

/** The form of an item; a paper of the register fills in what it knows. */
export function StudyFormDialog({ cells, topics, item, onClose, onSaved }: StudyFormProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [fields, setFields] = useState<StudyItemFields>(() =>
    item === undefined ? blankStudyItem : studyFieldsOf(item),
  );
  const [picked, setPicked] = useState<readonly PickedPaper[]>([]);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [problems, setProblems] = useState<Readonly<Record<string, string | null>>>({});
  const intake = useTakeIn((taken) => {
    setFiles((before) => [...before, ...taken]);
    return Promise.resolve();
  });
  const change = (part: Partial<StudyItemFields>): void => setFields((before) => ({ ...before, ...part }));
  const isReady = normalizeLine(fields.title) !== '' && Object.values(problems).every((problem) => problem === null);

  const pick = async (chosen: readonly PickedPaper[]): Promise<void> => {
    const last = chosen.at(-1);
    setPicked(last === undefined ? [] : [last]);
    if (last === undefined) {
      change({ documentId: null });
      return;
    }
    const [paper] = await readPapers(office, [last.id]);
    if (paper === undefined) return;
    const issuedOn = paper.issuedOn === null ? null : (findExactDate(paper.issuedOn as PartialDate) ?? null);
    const title = normalizeLine(fields.title) === '' ? paper.abstract : fields.title;
    change({ documentId: last.id, title, symbol: paper.symbol, issuer: paper.issuer, issuedOn });
  };
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    const done = { ...fields, title: normalizeLine(fields.title), topic: normalizeLine(fields.topic) };
    const saved =
      item === undefined
        ? await addStudyItem(office, done, files)
        : await saveStudyItem(office, item.id, done, item.seq);
    const attached = saved.ok && item !== undefined ? await attachToStudyItem(office, item.id, files) : saved;
    if (!attached.ok) {
      notifyError(attached.error.code);
      return;
    }
    onClose();
    notifyDone(studyText.saved);
    if (saved.ok && item === undefined) onSaved(saved.value.id);
  };
  const line = (field: 'title' | 'symbol' | 'issuer', isWide = false): ReactNode => (
    <TextInput
      className={isWide ? (screen.wide ?? '') : ''}
      label={text[field]}
      value={fields[field]}
      required={field === 'title'}
      maxLength={field === 'symbol' ? 60 : field === 'title' ? 300 : 200}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  const day = (field: 'issuedOn' | 'dueOn', label: string): ReactNode => (
    <DateField
      label={label}
      value={fields[field]}
      today={today}
      onChange={(value, problem) => {
        setProblems({ ...problems, [field]: problem });
        if (problem === null) change({ [field]: value });
      }}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={item === undefined ? text.add : text.edit}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form className={screen.form} onSubmit={(event) => void save(event)} noValidate>
        {item === undefined && (
          <div className={screen.wide}>
            <p className={screen.note}>{text.paperHint}</p>
            <PaperPicker known={[]} picked={picked} onChange={(chosen) => void pick(chosen)} />
          </div>
        )}
        {line('title', true)}
        {line('symbol')}
        {line('issuer')}
        {day('issuedOn', text.issuedOn)}
        <Autocomplete
          label={text.topic}
          data={[...topics]}
          value={fields.topic}
          maxLength={120}
          onChange={(topic) => change({ topic })}
        />
        <NumberInput
          label={text.minutes}
          value={fields.readingMinutes}
          min={0}
          max={6000}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => change({ readingMinutes: typeof value === 'number' ? value : 0 })}
        />
        {day('dueOn', text.due)}
        <MultiSelect
          className={screen.wide ?? ''}
          label={text.cells}
          searchable
          clearable
          value={fields.unitIds}
          data={cells.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(unitIds) => change({ unitIds })}
        />
        <Textarea
          className={screen.wide ?? ''}
          label={text.summary}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={10_000}
          value={fields.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
        />
        <div className={screen.wide}>
          <ul className={classes.list}>
            {files.map((file) => (
              <li key={file.hash} className={classes.row}>
                {file.name}
              </li>
            ))}
          </ul>
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
        </div>
        <Group className={screen.wide ?? ''} justify="flex-end">
          <Button variant="default" size="md" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" size="md" disabled={!isReady}>
            {text.save}
          </WriteButton>
        </Group>
      </form>
    </Modal>
  );
}
