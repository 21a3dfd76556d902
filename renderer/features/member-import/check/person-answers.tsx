import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportSettings, PersonAnswer } from '#shared/domain/import/import-settings.ts';
import { useMemberRows } from '#renderer/data/members/use-members.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { RowLook } from '#renderer/data/import/import-session.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import { importText } from '#renderer/messages/imports.ts';
import classes from '../member-import.module.css';
import { membersWork as work } from '../work/import-work.ts';
import { peopleOf } from './problem-words.ts';

const text = importText.questions;

/** Who a row is, where that is not beyond doubt. */
export function PersonAnswers({
  row,
  settings,
}: {
  readonly row: RowLook;
  readonly settings: ImportSettings;
}): ReactNode {
  const office = useOffice();
  const asked = row.problems.find(({ kind }) => kind === 'same-person' || kind === 'member-gone');
  const twice = row.problems.some(({ kind }) => kind === 'same-person-twice');
  const people = asked === undefined ? [] : peopleOf(asked);
  const rows = useMemberRows(people.map(({ id }) => id));
  if (asked === undefined && !twice) return null;
  const answer = (person: PersonAnswer): void =>
    work.settle(office, { people: { ...settings.people, [row.row]: person } });
  return (
    <Stack gap="0.375rem" mb="xs">
      <strong>{text.person}</strong>
      {people.map(({ id, name }) => {
        const held = rows.get(id);
        const facts = [
          held?.bornOn === null || held === undefined ? '' : formatDate(held.bornOn),
          held?.citizenId ?? '',
          held?.cardNumber ?? '',
        ].filter((fact) => fact !== '');
        return (
          <div key={id}>
            <Button size="xs" onClick={() => answer({ kind: 'member', id })}>
              {asked?.kind === 'member-gone' ? text.goneUpdate : text.samePerson(held?.name.full ?? name)}
            </Button>
            <div className={classes.note}>{facts.join(' · ')}</div>
          </div>
        );
      })}
      <Button size="xs" variant="default" onClick={() => answer({ kind: 'new' })}>
        {twice ? text.twoPeople : text.newPerson}
      </Button>
      <Button size="xs" variant="default" onClick={() => answer({ kind: 'leave' })}>
        {twice ? text.sameTwice : importText.check.leaveRow}
      </Button>
    </Stack>
  );
}
