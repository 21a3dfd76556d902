import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useCellChoice } from '#renderer/data/organisation/use-cell-choice.ts';
import { enterByPaper } from '#renderer/data/transfers/member-arrival-repository.ts';
import { useSamePeople } from '#renderer/data/transfers/use-transfers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { byPaperText as text } from '#renderer/messages/member-arrivals.ts';
import { arriveText } from '#renderer/messages/member-arrivals.ts';
import { genderWords } from '#renderer/messages/members.ts';
import { transferKindText, transfersText } from '#renderer/messages/transfers.ts';
import { DateField, PartialDateField } from '#renderer/ui/date-field.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { FormDialog } from '../form-dialog.tsx';
import { blankArrival, lacksOfArrival, memberOfArrival, type TypedArrival } from './by-paper-form.ts';
import { chosenRecord, NOT_CHOSEN, SamePeopleField } from './same-people-field.tsx';

const { form } = transfersText;

/** Enters a member who came with papers only: from another province, the army, an office without this program. */
export function ByPaperDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const today = useToday();
  const cells = useCellChoice(null);
  const [typed, setTyped] = useState(() => blankArrival(today));
  const [chosen, setChosen] = useState(NOT_CHOSEN);
  const [tried, setTried] = useState(false);
  const member = memberOfArrival(typed);
  const same = (useSamePeople(member, null) ?? []).filter(({ state }) => state === 'transferred' || state === 'guest');
  const into = chosenRecord(same, chosen);
  const lacks = lacksOfArrival(typed);
  const change = (changes: Partial<TypedArrival>): void => setTyped((before) => ({ ...before, ...changes }));
  const needed = (isLacking: boolean): string | undefined => (tried && isLacking ? form.needed : undefined);

  const enter = async () => {
    setTried(true);
    if (Object.values(lacks).some(Boolean) || into === undefined) return false;
    const { kind, from, until, reason } = typed;
    const saved = await enterByPaper(office, {
      kind,
      member,
      intoMemberId: into,
      unitId: typed.unitId ?? '',
      from: from.trim(),
      on: typed.on as PlainDate,
      until,
      introduction: { symbol: typed.number.trim(), issuedOn: typed.issuedOn, issuer: from.trim(), signer: '' },
      reason: reason.trim(),
    });
    if (!saved.ok) return saved.error.code;
    notifyDone(text.done(member.name.full));
    navigate(routes.member(into ?? saved.value.id));
    return null;
  };
  return (
    <FormDialog title={text.title} body={text.body} confirm={text.save} onSave={enter} onClose={onClose} size="lg">
      <SegmentedControl
        aria-label={form.kind}
        data={(['official', 'temporary'] as const).map((value) => ({ value, label: transferKindText[value] }))}
        value={typed.kind}
        onChange={(value) => change({ kind: value === 'temporary' ? 'temporary' : 'official' })}
      />
      <Text
        label={text.from}
        value={typed.from}
        onChange={(from) => change({ from })}
        required
        error={needed(lacks.from)}
      />
      <Group grow align="start">
        <Text label={text.number} value={typed.number} onChange={(number) => change({ number })} max={60} />
        <DateField
          label={text.date}
          value={typed.issuedOn}
          onChange={(issuedOn) => change({ issuedOn })}
          today={today}
        />
      </Group>
      <Group grow align="start">
        <Text
          label={text.name}
          value={typed.name}
          onChange={(name) => change({ name })}
          required
          max={120}
          error={needed(lacks.name)}
        />
        <Select
          label={text.gender}
          data={(['male', 'female'] as const).map((value) => ({ value, label: genderWords[value] }))}
          value={typed.gender}
          allowDeselect={false}
          onChange={(value) => change({ gender: value === 'female' ? 'female' : 'male' })}
        />
        <PartialDateField
          label={text.bornOn}
          value={typed.bornOn}
          onChange={(bornOn) => change({ bornOn })}
          today={today}
        />
      </Group>
      <Group grow align="start">
        <Text label={text.citizenId} value={typed.citizenId} onChange={(citizenId) => change({ citizenId })} max={20} />
        <Text
          label={text.cardNumber}
          value={typed.cardNumber}
          onChange={(cardNumber) => change({ cardNumber })}
          max={20}
        />
        <Text
          label={text.fileNumber}
          value={typed.fileNumber}
          onChange={(fileNumber) => change({ fileNumber })}
          max={20}
        />
      </Group>
      <Group grow align="start">
        <PartialDateField
          label={text.admittedOn}
          value={typed.admittedOn}
          onChange={(admittedOn) => change({ admittedOn })}
          today={today}
        />
        <PartialDateField
          label={text.officialOn}
          value={typed.officialOn}
          onChange={(officialOn) => change({ officialOn })}
          today={today}
        />
      </Group>
      {same.length > 0 && (
        <SamePeopleField people={same} value={chosen} onChange={setChosen} error={tried && into === undefined} />
      )}
      <Select
        label={arriveText.unit}
        data={[...cells]}
        value={typed.unitId}
        onChange={(unitId) => change({ unitId })}
        searchable
        required
        error={needed(lacks.unitId)}
      />
      <Group grow align="start">
        <DateField
          label={text.on}
          value={typed.on}
          onChange={(on) => change({ on })}
          today={today}
          required
          error={needed(lacks.on)}
        />
        {typed.kind === 'temporary' && (
          <DateField
            label={form.until}
            value={typed.until}
            onChange={(until) => change({ until })}
            today={today}
            required
            error={needed(lacks.until)}
          />
        )}
      </Group>
      <p>{text.more}</p>
    </FormDialog>
  );
}

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly max?: number;
  readonly error?: string | undefined;
};

function Text({ label, value, onChange, required = false, max = 200, error }: TextProps): ReactNode {
  return (
    <TextInput
      label={label}
      value={value}
      required={required}
      maxLength={max}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
