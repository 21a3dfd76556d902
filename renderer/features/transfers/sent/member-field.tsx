import { Select } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { allMembers, useMemberList, useMemberRows } from '#renderer/data/members/use-members.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { transfersText } from '#renderer/messages/transfers.ts';

const { form: text } = transfersText;

/** So many names are offered at once. */
const OFFERED = 20;

/** Those an office may hand on. */
const states: readonly MemberState[] = ['probationary', 'official', 'exempt'];

type MemberFieldProps = {
  readonly member: MemberRow | undefined;
  readonly onChange: (member: MemberRow | undefined) => void;
  readonly error: string | undefined;
};

/** Finds a member of this office by name or number. */
export function MemberField({ member, onChange, error }: MemberFieldProps): ReactNode {
  const [query, setQuery] = useState('');
  const names = useRecordNames();
  const list = useMemberList(useMemo(() => ({ ...allMembers, query, states }), [query]));
  const ids = useMemo(() => list?.ids.slice(0, OFFERED) ?? [], [list]);
  const rows = useMemberRows(ids);
  const offered = new Map([...(member === undefined ? [] : [[member.id, member] as const]), ...rows]);
  return (
    <Select
      label={text.member}
      description={text.memberHint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[...offered.values()].map(({ id, name, unitId }) => ({
        value: id,
        label: [name.full, unitId === null ? '' : (names.unit(unitId) ?? '')].filter((part) => part !== '').join(' – '),
      }))}
      value={member?.id ?? null}
      searchable
      required
      filter={({ options }) => options}
      nothingFoundMessage={text.noMember}
      onSearchChange={setQuery}
      onChange={(id) => onChange(id === null ? undefined : offered.get(id))}
      error={error}
      data-autofocus
    />
  );
}
