import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ImportQuestion, Sample } from '#shared/domain/import/import-questions.ts';
import { cellKey, type ImportSettings } from '#shared/domain/import/import-settings.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import classes from '../member-import.module.css';
import type { ImportWork } from '../work/import-work.ts';
import { SamplePairs } from './sample-pairs.tsx';

const text = importText.questions;
/** Cells shown one by one; a longer column is judged by its samples. */
const SHOWN = 500;

type EncodingQuestionProps = {
  readonly work: ImportWork;
  readonly question: Extract<ImportQuestion, { readonly kind: 'old-encoding' }>;
  readonly column: string;
  readonly settings: ImportSettings;
  readonly onSettle: (change: Partial<ImportSettings>) => void;
};

/** Whether texts of a column are converted from an old font: shown before and after, for the column or cell by cell. */
export function EncodingQuestion({ work, question, column, settings, onSettle }: EncodingQuestionProps): ReactNode {
  const { by, count, samples } = question;
  const [cells, setCells] = useState<readonly (Sample & { readonly stays: boolean })[]>();
  const answer = (legacy: 'font' | 'tcvn3' | 'vni' | 'none'): void =>
    onSettle({
      choices: { ...settings.choices, [question.column]: { ...settings.choices[question.column], legacy } },
    });
  const seeAll = async (): Promise<void> => {
    setCells(await work.client.ask('converted', { settings, column: question.column, by }).catch(() => []));
  };
  return (
    <>
      <p className={classes.question}>
        {text['old-encoding'](column, formatCount(count))} ({text.by[by]})
      </p>
      <SamplePairs samples={samples} />
      <Group gap="xs">
        <Button size="xs" onClick={() => answer(by)}>
          {text.convert}
        </Button>
        <Button size="xs" variant="default" onClick={() => answer('none')}>
          {text.asIs}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => void seeAll()}>
          {text.seeAll}
        </Button>
      </Group>
      {cells !== undefined && (
        <CellsModal
          title={column}
          cells={cells}
          onClose={(kept) => {
            setCells(undefined);
            const others = settings.unconverted.filter((key) => !key.endsWith(`:${String(question.column)}`));
            onSettle({ unconverted: [...others, ...kept.map((row) => cellKey(row, question.column))] });
          }}
        />
      )}
    </>
  );
}

type CellsModalProps = {
  readonly title: string;
  readonly cells: readonly (Sample & { readonly stays: boolean })[];
  readonly onClose: (kept: readonly number[]) => void;
};

function CellsModal({ title, cells, onClose }: CellsModalProps): ReactNode {
  const [kept, setKept] = useState(() => new Set(cells.flatMap(({ row, stays }) => (stays ? [row] : []))));
  const turn = (row: number, stays: boolean): void => {
    const next = new Set(kept);
    if (stays) next.add(row);
    else next.delete(row);
    setKept(next);
  };
  return (
    <Modal
      opened
      size="xl"
      title={title}
      onClose={() => onClose([...kept])}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{importText.check.row}</th>
            <th>{text.before}</th>
            <th>{text.after}</th>
            <th>{text.keepCell}</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, SHOWN).map(({ row, before, after }) => (
            <tr key={row}>
              <td className={classes.letter}>{row}</td>
              <td>{before}</td>
              <td>{after}</td>
              <td>
                <Checkbox
                  aria-label={`${text.keepCell}: ${before}`}
                  checked={kept.has(row)}
                  onChange={(event) => turn(row, event.currentTarget.checked)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > SHOWN && <p className={classes.note}>{text.andMore(formatCount(cells.length - SHOWN))}</p>}
    </Modal>
  );
}
