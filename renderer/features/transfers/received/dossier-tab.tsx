import type { FieldValue } from '#shared/sync/op.ts';
import { IconFolderOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { MemberLineFields } from '#shared/domain/member/member-line-record.ts';
import { memberSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import { readDossier } from '#shared/domain/transfer/transfer-dossier.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { MemberArrivalRow } from '#renderer/data/rows.ts';
import { arriveText as text } from '#renderer/messages/member-arrivals.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords } from '#renderer/messages/record-values.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import classes from '../transfers.module.css';

const fields = Object.keys(memberSchema.shape) as readonly (keyof MemberFields)[];

/** What the heading and the introduction paper say already, or what says nothing here. */
const left: readonly (keyof MemberFields)[] = [
  'name',
  'unitId',
  'photoHash',
  'heldPapers',
  'unneededPapers',
  'introducers',
];

/** The record as it will be taken over: filled fields, and how much comes with it. */
export function DossierTab({ arrival }: { readonly arrival: MemberArrivalRow }): ReactNode {
  const names = useRecordNames();
  const { member, lines, events, files } = readDossier(arrival.dossier);
  if (Object.keys(member).length === 0)
    return (
      <EmptyState icon={IconFolderOff} title={text.noDossier}>
        {text.noDossierText}
      </EmptyState>
    );
  const facts = fields.flatMap((field): Fact[] => {
    const value = member[field];
    const words =
      left.includes(field) || isEmpty(value) ? '' : valueInWords('member', field, value as FieldValue, names);
    return words === '' ? [] : [{ label: fieldLabel('member', field), value: words }];
  });
  return (
    <>
      <p className={classes.hint}>
        {arrival.kind === 'temporary' ? text.guestDossier : text.counts(lines.length, events.length, files.length)}
      </p>
      <FactList facts={facts} />
      {lines.length > 0 && (
        <ul className={classes.apart}>
          {lines.map((line, i) => (
            <li key={i}>{lineInWords(line)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A line of the record's tables: when, whom or what, where. */
function lineInWords({ from, to, relation, personName, title, place }: MemberLineFields): string {
  const span = [from, to].flatMap((day) => (day === null ? [] : [formatDate(day)])).join(' – ');
  const what = [relation, personName, title, place].filter((part) => part !== '').join(', ');
  return [span, what].filter((part) => part !== '').join(': ');
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
