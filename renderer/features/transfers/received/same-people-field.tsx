import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { activeStates } from '#shared/domain/member/party-age.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { arriveText as text } from '#renderer/messages/member-arrivals.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';

/** Nobody has chosen; it is somebody else. */
export const NOT_CHOSEN = '';
export const SOMEBODY_ELSE = 'other';

type SamePeopleFieldProps = {
  readonly people: readonly MemberRow[];
  /** Id of the record to go on with, or one of the words above. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: boolean;
};

/** Asks whether somebody kept here already is the person who comes: one person never becomes two. */
export function SamePeopleField({ people, value, onChange, error }: SamePeopleFieldProps): ReactNode {
  const names = useRecordNames();
  return (
    <Radio.Group
      label={text.samePerson}
      value={value}
      onChange={onChange}
      error={error ? text.chooseSame : undefined}
      required
    >
      <Stack gap="xs" mt="xs">
        {people.map(({ id, name, state, unitId }) => (
          <Radio
            key={id}
            value={id}
            label={activeStates.includes(state) ? text.goOnCounted : text.goOn}
            description={text.sameLine(
              name.full,
              memberStateText[state],
              unitId === null ? '' : (names.unit(unitId) ?? ''),
            )}
          />
        ))}
        <Radio value={SOMEBODY_ELSE} label={text.otherPerson} />
      </Stack>
    </Radio.Group>
  );
}

/** The record to go on with; null for somebody else, undefined while nobody has chosen. */
export function chosenRecord(people: readonly MemberRow[], value: string): string | null | undefined {
  if (people.length === 0 || value === SOMEBODY_ELSE) return null;
  return value === NOT_CHOSEN ? undefined : value;
}
