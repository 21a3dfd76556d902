import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useAnsweredOutgoing } from '#renderer/data/exchange/use-exchange.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { replaces } from '#renderer/data/exchange/arrival-repository.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { urgencyText } from '#renderer/messages/record-fields.ts';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { routes } from '#renderer/ui/routes.ts';

type FactsTabProps = { readonly arrival: ArrivalRow; readonly all: readonly ArrivalRow[] };

/** What the sender says of the paper, and what it has to do with others. */
export function FactsTab({ arrival, all }: FactsTabProps): ReactNode {
  const names = useRecordNames();
  const answered = useAnsweredOutgoing(arrival);
  const { letter, replacesId, statusNote, statusBy } = arrival;
  const facts: Fact[] = [];
  const add = (label: string, value: ReactNode): void => {
    if (value !== '') facts.push({ label, value });
  };
  add(text.facts.issuer, letter.issuer);
  add(text.facts.type, letter.typeName);
  add(text.facts.signer, [letter.signer, letter.signerPost].filter((part) => part !== '').join(', '));
  add(text.facts.pages, letter.pages === 0 ? '' : String(letter.pages));
  add(text.facts.urgency, urgencyText[letter.urgency]);
  if (letter.dueOn !== null) add(text.facts.dueOn, formatDate(letter.dueOn));
  add(text.facts.note, letter.note);
  for (const { symbol, issuedOn, externalId } of letter.replyTo) {
    const line = text.symbolLine(symbol, issuedOn === null ? null : formatDate(issuedOn));
    add(
      text.facts.replyTo,
      answered?.id === externalId ? <a href={`#${routes.outgoingPaper(externalId)}`}>{line}</a> : line,
    );
  }
  if (replacesId !== null) {
    const old = all.find((each) => replaces(arrival, each));
    add(
      text.facts.replaces,
      old === undefined ? text.unknownOld : <a href={`#${routes.arrival(old.id)}`}>{old.letter.symbol}</a>,
    );
  }
  add(text.facts.statusNote, statusNote);
  if (statusBy !== null) add(text.facts.statusBy, names.staff(statusBy) ?? '');
  return <FactList facts={facts} />;
}
