import type { ReactNode } from 'react';
import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import { checklistFor } from '#shared/domain/transfer/transfer-checklist-table.ts';
import { readDossier } from '#shared/domain/transfer/transfer-dossier.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { MemberArrivalRow } from '#renderer/data/rows.ts';
import { arriveText } from '#renderer/messages/member-arrivals.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { transferKindText, transfersText } from '#renderer/messages/transfers.ts';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { formatMonth } from '../month-words.ts';
import classes from '../transfers.module.css';

const { facts: label } = transfersText;

/** What the introduction paper says, in the order in which it is read out against the paper in hand. */
export function PaperTab({ arrival }: { readonly arrival: MemberArrivalRow }): ReactNode {
  const names = useRecordNames();
  const { member } = readDossier(arrival.dossier);
  const facts: Fact[] = [];
  const add = (words: string, value: string): void => {
    if (value !== '') facts.push({ label: words, value });
  };
  const day = (date: PartialDate | string | null | undefined): string =>
    date === null || date === undefined ? '' : formatDate(date as PartialDate);
  const { introductionNumber, issuedOn } = arrival;
  add(
    label.introduction,
    introductionNumber === '' ? '' : transfersText.introductionLine(introductionNumber, day(issuedOn)),
  );
  add(label.sender, arrival.fromName);
  add(label.addressedTo, arrival.addressedTo);
  add(label.kind, transferKindText[arrival.kind]);
  add(fieldLabel('member', 'bornOn'), day(member.bornOn));
  add(fieldLabel('member', 'nativePlace'), member.nativePlace ?? '');
  add(fieldLabel('member', 'admittedOn'), day(member.admittedOn));
  add(fieldLabel('member', 'officialOn'), day(member.officialOn));
  add(fieldLabel('member', 'cardNumber'), member.cardNumber ?? '');
  add(fieldLabel('member', 'fileNumber'), member.fileNumber ?? '');
  add(fieldLabel('member', 'citizenId'), member.citizenId ?? '');
  add(label.to, arrival.toUnitName);
  add(label.reason, arrival.reason);
  add(label.until, day(arrival.until));
  add(label.feePaidUntil, formatMonth(arrival.feePaidUntil));
  add(label.showBy, day(arrival.showBy));
  add(label.shownOn, day(arrival.shownOn));
  add(
    label.checkedThere,
    checklistFor(arrival.kind)
      .filter(({ code }) => arrival.checked.includes(code))
      .map(({ words }) => words)
      .join('; '),
  );
  add(label.acceptedUnit, arrival.unitId === null ? '' : (names.unit(arrival.unitId) ?? ''));
  add(label.note, arrival.answerNote);
  add(label.leftOn, day(arrival.leftOn ?? arrival.endedOn));
  return (
    <>
      {arrival.outcome === 'waiting' && <p className={classes.hint}>{arriveText.compareHint}</p>}
      <FactList facts={facts} />
    </>
  );
}
