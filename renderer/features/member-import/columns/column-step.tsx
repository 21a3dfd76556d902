import { Button, NumberInput, Select, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { importFields, type ImportField } from '#shared/domain/import/import-field-table.ts';
import { columnLetters } from '#shared/domain/import/sheet-cell.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { ColumnLook } from '#renderer/data/import/import-session.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importFieldWords } from '#renderer/messages/import-fields.ts';
import { importText as allText } from '#renderer/messages/imports.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import classes from '../member-import.module.css';
import type { ImportWork } from '../work/import-work.ts';
import { ColumnChoices } from './column-choices.tsx';
import { columnProblem } from './column-problem.ts';

const text = allText.columns;
const choices = importFields.map((field) => ({ value: field, label: importFieldWords[field] }));

/** What each column of the sheet is: guessed, shown with some of its values, put right by a person. */
export function ColumnStep({ work }: { readonly work: ImportWork }): ReactNode {
  const office = useOffice();
  const { look, settings, sheets, sheet, code, isRemembered, isChecking } = work.use();
  const problem = settings === null ? undefined : columnProblem(settings.columns);
  const set = (column: number, field: ImportField | null): void => {
    if (settings === null) return;
    work.settle(office, { columns: settings.columns.map((held, at) => (at === column ? field : held)) });
  };
  return (
    <>
      <div className={classes.controls}>
        {sheets.length > 1 && (
          <Select
            label={text.sheet}
            data={sheets.map(({ name, isHidden }, at) => ({
              value: String(at),
              label: isHidden ? text.hiddenSheet(name) : name,
            }))}
            value={String(sheet)}
            allowDeselect={false}
            onChange={(value) => void work.choose(office, Number(value))}
          />
        )}
        {look !== null && settings !== null && <HeadRows key={look.signature} work={work} />}
        {look !== null && settings !== null && work.purpose === 'members' && (
          <ColumnChoices settings={settings} onSettle={(change) => work.settle(office, change)} />
        )}
      </div>
      {code !== null && <ErrorNote code={code} />}
      {look?.header === null && <p className={classes.problem}>{text.noHead}</p>}
      {isRemembered && <p className={classes.note}>{text.remembered}</p>}
      {look !== null && settings !== null && (
        <div className={classes.body} tabIndex={0} role="group" aria-label={text.title}>
          <Table className={classes.table}>
            <thead>
              <tr>
                <th>{text.column}</th>
                <th>{text.inFile}</th>
                <th>{text.samples}</th>
                <th>{text.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {look.columns.map((column, at) => (
                <ColumnRow
                  key={columnLetters(at)}
                  column={column}
                  letters={columnLetters(at)}
                  field={settings.columns[at] ?? null}
                  onField={(field) => set(at, field)}
                />
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {look !== null && (
        <div className={classes.foot}>
          <span className={problem === undefined ? classes.note : classes.problem} role="status">
            {problem ?? text.rows(formatCount(look.rows))}
          </span>
          <span className={classes.spacer} />
          <Button
            loading={isChecking}
            disabled={problem !== undefined || look.header === null}
            onClick={() => void work.check(office)}
          >
            {work.purpose === 'members' ? text.next : text.nextNational}
          </Button>
        </div>
      )}
    </>
  );
}

type ColumnRowProps = {
  readonly column: ColumnLook;
  readonly letters: string;
  readonly field: ImportField | null;
  readonly onField: (field: ImportField | null) => void;
};

function ColumnRow({ column, letters, field, onField }: ColumnRowProps): ReactNode {
  const { title, samples, filled, isHidden } = column;
  const marks = [...(isHidden ? [text.hidden] : []), ...(filled === 0 ? [text.empty] : [])];
  return (
    <tr>
      <td className={classes.letter}>{letters}</td>
      <td>
        {title === '' ? <span className={classes.faded}>{text.noTitle}</span> : title}
        {marks.length > 0 && <div className={classes.faded}>{marks.join(', ')}</div>}
      </td>
      <td className={classes.samples}>{samples.join(' · ')}</td>
      <td>
        <Select
          aria-label={`${text.column} ${letters}: ${text.meaning}`}
          data={choices}
          value={field}
          placeholder={text.passed}
          searchable
          clearable
          onChange={(value) => onField(value)}
        />
      </td>
    </tr>
  );
}

/** Which rows are the head, counted as Excel counts them. */
function HeadRows({ work }: { readonly work: ImportWork }): ReactNode {
  const office = useOffice();
  const { look, sheet, settings } = work.use();
  const header = settings?.header ?? { from: 0, to: 0 };
  const last = Math.max(1, look?.rows ?? 1);
  const choose = (from: number, to: number): void => {
    if (from < 1 || to < from || to > last || to - from > 4) return;
    void work.choose(office, sheet, { from: from - 1, to: to - 1 });
  };
  return (
    <>
      <NumberInput
        className={classes.number}
        label={text.headFrom}
        min={1}
        max={last}
        value={header.from + 1}
        onChange={(value) => choose(Number(value), Math.max(Number(value), header.to + 1))}
      />
      <NumberInput
        className={classes.number}
        label={text.headTo}
        min={header.from + 1}
        max={last}
        value={header.to + 1}
        onChange={(value) => choose(header.from + 1, Number(value))}
      />
    </>
  );
}
