import { Select, TextInput } from '@mantine/core';
import { IconBook2, IconPlus, IconPrinter, IconSearch } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { compareText } from '#shared/base/collation.ts';
import { useHeldCells } from '#renderer/data/meetings/use-may-hold.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useReaders, useStudyItems, useStudySearch } from '#renderer/data/study/use-study.ts';
import { studyText as text } from '#renderer/messages/study.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { RecordSplit } from '#renderer/ui/record-split.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { StudyFormDialog } from './study-form-dialog.tsx';
import { StudyList } from './study-list.tsx';
import { StudyPage } from './study-page.tsx';
import { StudyPrintDialog } from './study-print-dialog.tsx';
import classes from './study.module.css';
import { useStudyTexts } from './use-study-texts.ts';

const ALL = 'all';

/** Tài liệu học tập: what cells study, found by any of its words, and who has studied it. */
export function StudyScreen({ selectedId }: { readonly selectedId: string | undefined }): ReactNode {
  const navigate = useNavigate();
  const units = useUnits() ?? [];
  const { all: isOffice, ownId, mayHold } = useHeldCells();
  const { may: mayEdit } = useMay('study.edit');
  const cells = units.filter(({ id, kind }) => kind === 'cell' && (isOffice || mayHold(id)));
  const [picked, setPicked] = useState<string | null>(null);
  const cellId = picked === null ? ownId : picked === ALL ? null : picked;
  const readers = useReaders(cellId);
  const items = useStudyItems(cellId, readers);
  const [query, setQuery] = useState('');
  const [topic, setTopic] = useState(ALL);
  const [opened, setOpened] = useState<'none' | 'add' | 'print'>('none');
  const hits = useStudySearch(query);
  const left = useStudyTexts((items ?? []).map(({ item }) => `${item.id}${String(item.seq)}`).join(' '));
  useHelp(text.help);
  useCommand('new', () => setOpened('add'), mayEdit);
  useCommand('print', () => setOpened('print'));

  const topics = [...new Set((items ?? []).map(({ item }) => item.topic))]
    .filter((each) => each !== '')
    .sort(compareText);
  const ofTopic = (items ?? []).filter(({ item }) => topic === ALL || item.topic === topic);
  const shown =
    hits === null || hits === undefined
      ? ofTopic
      : hits.flatMap(({ id }) => ofTopic.filter(({ item }) => item.id === id));
  const chosenId = selectedId ?? shown[0]?.item.id;
  const cell = cells.find(({ id }) => id === cellId);
  return (
    <>
      <ScreenActions>
        <Button
          variant="default"
          leftSection={<IconPrinter size="1.125rem" aria-hidden />}
          disabled={(items ?? []).length === 0}
          onClick={() => setOpened('print')}
        >
          {text.print}
        </Button>
        {mayEdit && (
          <WriteButton
            leftSection={<IconPlus size="1rem" aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={() => setOpened('add')}
          >
            {text.add}
          </WriteButton>
        )}
      </ScreenActions>
      <RecordSplit
        recordLabel={text.page}
        list={
          <>
            <PageHeader title={text.title} />
            <TextInput
              aria-label={text.search}
              placeholder={text.search}
              leftSection={<IconSearch size="1.125rem" aria-hidden />}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
            <div className={classes.filters}>
              {cells.length > 1 && (
                <Select
                  aria-label={text.cell}
                  searchable
                  value={cellId ?? ALL}
                  data={[
                    { value: ALL, label: text.allCells },
                    ...cells.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={setPicked}
                />
              )}
              {topics.length > 1 && (
                <Select
                  aria-label={text.topic}
                  value={topic}
                  data={[{ value: ALL, label: text.allTopics }, ...topics]}
                  onChange={(value) => value !== null && setTopic(value)}
                />
              )}
            </div>
            {left > 0 && (
              <p className={classes.grey} role="status">
                {text.reading(left)}
              </p>
            )}
            {items?.length === 0 ? (
              <EmptyState icon={IconBook2} title={text.empty.title}>
                {text.empty.text}
              </EmptyState>
            ) : shown.length === 0 && items !== undefined ? (
              <p className={classes.grey}>{text.searchNothing}</p>
            ) : (
              <StudyList
                items={shown}
                passageOf={(id) => hits?.find((hit) => hit.id === id)?.passage}
                selectedId={chosenId}
                onSelect={(id) => navigate(routes.studyItem(id), { replace: true })}
              />
            )}
          </>
        }
        record={
          chosenId === undefined ? (
            <EmptyState icon={IconBook2} title={text.choose.title}>
              {text.choose.text}
            </EmptyState>
          ) : (
            <StudyPage key={chosenId} id={chosenId} cell={cell} cells={cells} readers={readers ?? []} />
          )
        }
      />
      {opened === 'add' && (
        <StudyFormDialog
          cells={cells}
          topics={topics}
          item={undefined}
          onClose={() => setOpened('none')}
          onSaved={(id) => navigate(routes.studyItem(id), { replace: true })}
        />
      )}
      {opened === 'print' && (
        <StudyPrintDialog
          cellName={cell?.name ?? text.allCells}
          cellId={cellId}
          items={shown}
          onClose={() => setOpened('none')}
        />
      )}
    </>
  );
}
