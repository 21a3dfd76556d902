import { Progress, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate, precisionOf } from '#shared/base/partial-date.ts';
import { findCompleteness } from '#shared/domain/member/completeness.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { usePaperYears } from '#renderer/data/members/use-members.ts';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { isOnlyHere } from '#renderer/data/receipts/only-here.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberValueWords } from '#renderer/messages/member-choices.ts';
import { genderWords, membersText } from '#renderer/messages/members.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import classes from './member-header.module.css';
import { formatPhoneNumber } from '#shared/domain/member/phone-number.ts';
import { findPartyAge } from '#shared/domain/member/party-age.ts';
import { MemberPortrait } from './papers/member-portrait.tsx';
import { spacedNumber } from './spaced-number.ts';

const stateTones: Readonly<Record<MemberState, ChipTone>> = {
  candidate: 'neutral',
  probationary: 'blue',
  official: 'green',
  exempt: 'neutral',
  'temporarily-away': 'amber',
  guest: 'blue',
  transferred: 'neutral',
  left: 'neutral',
  deceased: 'neutral',
};

/** Who the member is: name and standing, particulars in one line, numbers and party age in another. */
export function MemberHeader({ row }: { readonly row: MemberRow }): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const { header, chips } = membersText;
  const { percent } = findCompleteness(row, usePaperYears());
  const { isPrivate } = useReach();
  const age = findPartyAge(row.admittedOn, today);
  const born =
    row.bornOn === null
      ? ''
      : precisionOf(row.bornOn) === 'day'
        ? header.born(formatDate(row.bornOn))
        : header.bornYear(formatDate(row.bornOn));
  const stage =
    row.state === 'candidate' && row.candidateStage !== null
      ? memberValueWords.candidateStage[row.candidateStage]
      : undefined;
  const unit = row.unitId === null ? membersText.noUnit : (names.unit(row.unitId) ?? membersText.unknownUnit);
  const work = [row.occupation, row.workplace].filter((text) => text !== '').join(', ');
  const facts = [born, genderWords[row.gender], row.ethnicity, unit, work].filter((text) => text !== '');
  const years =
    age === undefined
      ? header.none
      : age.years < 1
        ? header.underOneYear
        : age.exact
          ? header.years(age.years)
          : header.aboutYears(age.years);
  const isCandidate = row.state === 'candidate';
  const numbers = isCandidate
    ? ([[header.phone, formatPhoneNumber(row.phone)]] as const)
    : ([
        [header.cardNumber, spacedNumber(row.cardNumber)],
        [header.fileNumber, spacedNumber(row.fileNumber)],
        [header.admitted, row.admittedOn === null ? '' : formatDate(row.admittedOn)],
        [header.partyAge, years],
      ] as const);
  return (
    <div className={classes.root}>
      <MemberPortrait row={row} />
      <div className={classes.words}>
        <div className={classes.top}>
          <Title order={2} className={classes.name ?? ''}>
            {row.name.full}
          </Title>
          <StatusChip tone={stateTones[row.state]}>{stage ?? memberStateText[row.state]}</StatusChip>
          {row.conflicts.length > 0 && <StatusChip tone="amber">{chips.choose(row.conflicts.length)}</StatusChip>}
          {isOnlyHere(row) && <StatusChip tone="neutral">{chips.onlyHere}</StatusChip>}
          {isPrivate && (
            <div className={classes.complete}>
              <span>{header.complete(percent)}</span>
              <Progress className={classes.bar ?? ''} value={percent} size="sm" aria-label={header.complete(percent)} />
            </div>
          )}
        </div>
        <p className={classes.facts}>{facts.join(' · ')}</p>
        <dl className={classes.numbers}>
          {numbers.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd data-empty={value === '' || undefined}>{value === '' ? header.none : value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
