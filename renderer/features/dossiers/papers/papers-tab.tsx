import { Button, Group, Menu } from '@mantine/core';
import { IconFileStack, IconPlus } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { isChangeable } from '#shared/domain/dossier/dossier-rules.ts';
import { moveItem, numberSheets, type PagesOfSheet } from '#renderer/data/dossiers/dossier-item-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { DossierRow } from '#renderer/data/rows.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { AddPapersDialog } from './add-papers-dialog.tsx';
import { BarePaperDialog } from './bare-paper-dialog.tsx';
import { PaperLine } from './paper-line.tsx';
import { PaperPreview } from './paper-preview.tsx';
import classes from './papers.module.css';

type PapersTabProps = { readonly dossier: DossierRow; readonly papers: readonly DossierPaper[] };

/** The papers in their order, to be moved by Alt and the arrows or by the mouse; the chosen one's file beside them. */
export function PapersTab({ dossier, papers }: PapersTabProps): ReactNode {
  const office = useOffice();
  const text = dossiersText.paperList;
  const { may } = useMay('dossier.edit');
  const mayChange = may && isChangeable(dossier.state);
  const [chosenId, setChosenId] = useState<string>();
  const [dragged, setDragged] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'none' | 'add' | 'bare'>('none');
  const [said, setSaid] = useState('');
  const chosen = papers.find(({ id }) => id === chosenId) ?? papers[0];

  const move = async (id: string, to: number): Promise<void> => {
    const target = Math.min(papers.length - 1, Math.max(0, to));
    const saved = await moveItem(office, id, target);
    if (saved.ok) setSaid(text.moved(target + 1, papers.length));
    else notifyError(saved.error.code);
  };
  const moveByKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    if (mayChange && chosen !== undefined) void move(chosen.id, chosen.place - 1 + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const number = async (pagesOfSheet: PagesOfSheet): Promise<void> => {
    const saved = await numberSheets(office, dossier.id, pagesOfSheet);
    if (saved.ok) notifyDone(dossiersText.done.numbered);
    else notifyError(saved.error.code);
  };
  return (
    <div className={classes.root}>
      <div className={classes.side}>
        {mayChange && (
          <Group gap="xs">
            <Button size="xs" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => setDialog('add')}>
              {text.add}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDialog('bare')}>
              {text.addBare}
            </Button>
            {papers.length > 0 && (
              <Menu shadow="md">
                <Menu.Target>
                  <Button size="xs" variant="default">
                    {text.numberSheets}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => void number(1)}>{text.oneSide}</Menu.Item>
                  <Menu.Item onClick={() => void number(2)}>{text.twoSides}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </Group>
        )}
        {papers.length === 0 ? (
          <EmptyState icon={IconFileStack} title={text.empty.title}>
            {text.empty.text}
          </EmptyState>
        ) : (
          <div className={classes.list} onKeyDownCapture={moveByKey}>
            <VirtualList
              label={text.label}
              items={{ length: papers.length, at: (index) => papers[index] }}
              getKey={({ id }) => id}
              rowHeight={4.5}
              selectedKey={chosen?.id}
              onSelect={setChosenId}
              renderRow={(paper) => (
                <PaperLine
                  paper={paper}
                  mayMove={mayChange}
                  onDrag={() => setDragged(paper.id)}
                  onDrop={() => {
                    if (dragged !== null && dragged !== paper.id) void move(dragged, paper.place - 1);
                    setDragged(null);
                  }}
                />
              )}
            />
          </div>
        )}
        <div role="status" className={classes.said}>
          {said}
        </div>
      </div>
      {chosen !== undefined && (
        <PaperPreview
          key={chosen.id}
          paper={chosen}
          mayChange={mayChange}
          isFirst={chosen.place === 1}
          isLast={chosen.place === papers.length}
          onMove={(step) => void move(chosen.id, chosen.place - 1 + step)}
        />
      )}
      {dialog === 'add' && <AddPapersDialog dossier={dossier} papers={papers} onClose={() => setDialog('none')} />}
      {dialog === 'bare' && <BarePaperDialog dossier={dossier} onClose={() => setDialog('none')} />}
    </div>
  );
}
