import { formatDate, isPartialDate } from '#shared/base/partial-date.ts';
import type { ImportProblem } from '#shared/domain/import/import-problem.ts';
import { columnLetters } from '#shared/domain/import/sheet-cell.ts';
import { genderWords } from '#renderer/messages/members.ts';
import { importText } from '#renderer/messages/imports.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';

const say: Readonly<Record<ImportProblem['kind'], (detail: string) => string>> = importText.problems;

/** People named in a problem's detail: an id and a name on each line. */
export function peopleOf({ detail }: ImportProblem): readonly { readonly id: string; readonly name: string }[] {
  return detail.split('\n').flatMap((line) => {
    const [id = '', ...name] = line.split(' ');
    return id === '' ? [] : [{ id, name: name.join(' ') }];
  });
}

/** A problem in words, after the place it stands in: `E12: không có ngày này (31/02/1970)`. */
export function problemWords(problem: ImportProblem): string {
  const { kind, row, column, text } = problem;
  const place = column === null ? importText.check.rowTitle(row) : `${columnLetters(column)}${String(row)}`;
  const said = say[kind](detailWords(problem));
  return text === '' ? `${place}: ${said}` : `${place}: ${said} (${text})`;
}

function detailWords(problem: ImportProblem): string {
  const { kind, detail } = problem;
  switch (kind) {
    case 'same-person':
    case 'numbers-of-two':
    case 'number-of-other':
      return peopleOf(problem)
        .map(({ name }) => name)
        .join(', ');
    case 'member-gone':
      return stateWords(detail.split(' ')[1] ?? '');
    case 'state-guessed':
      return stateWords(detail);
    case 'gender-guessed':
      return detail === 'male' || detail === 'female' ? genderWords[detail] : detail;
    default:
      return isPartialDate(detail) ? formatDate(detail) : detail;
  }
}

function stateWords(state: string): string {
  return Object.hasOwn(memberStateText, state) ? memberStateText[state as keyof typeof memberStateText] : state;
}
