import { Select, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { readDossier } from '#shared/domain/transfer/transfer-dossier.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useCellChoice } from '#renderer/data/organisation/use-cell-choice.ts';
import type { MemberArrivalRow } from '#renderer/data/rows.ts';
import { acceptMember } from '#renderer/data/transfers/member-arrival-repository.ts';
import { useSamePeople } from '#renderer/data/transfers/use-transfers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { arriveText as text } from '#renderer/messages/member-arrivals.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { FormDialog } from '../form-dialog.tsx';
import classes from '../transfers.module.css';
import { chosenRecord, NOT_CHOSEN, SamePeopleField } from './same-people-field.tsx';

type AcceptDialogProps = { readonly arrival: MemberArrivalRow; readonly onClose: () => void };

/** Takes a member in: the cell, the day the paper was shown, and whether they are kept here already. */
export function AcceptDialog({ arrival, onClose }: AcceptDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const cells = useCellChoice(null);
  const { member } = readDossier(arrival.dossier);
  const { citizenId = '', cardNumber = '', fileNumber = '' } = member;
  const same = useSamePeople({ citizenId, cardNumber, fileNumber }, arrival.sentMemberId) ?? [];
  const [unitId, setUnitId] = useState<string | null>(null);
  const [shownOn, setShownOn] = useState<PlainDate | null>(arrival.shownOn ?? today);
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState(NOT_CHOSEN);
  const [tried, setTried] = useState(false);
  // A guest may go on in a record that does not count here, never in that of a member.
  const people =
    arrival.kind === 'temporary' ? same.filter(({ state }) => state === 'transferred' || state === 'guest') : same;
  const into = chosenRecord(people, chosen);
  const accept = async () => {
    setTried(true);
    if (unitId === null || into === undefined) return false;
    const saved = await acceptMember(office, arrival.id, { unitId, intoMemberId: into, shownOn, note });
    if (!saved.ok) return saved.error.code;
    notifyDone(text.accepted);
    return null;
  };
  return (
    <FormDialog
      title={text.acceptTitle(arrival.personName)}
      body={text.acceptBody}
      confirm={text.accept}
      onSave={accept}
      onClose={onClose}
      size="lg"
    >
      {arrival.kind === 'temporary' && <p className={classes.hint}>{text.acceptGuest}</p>}
      {people.length > 0 && (
        <SamePeopleField people={people} value={chosen} onChange={setChosen} error={tried && into === undefined} />
      )}
      <Select
        label={text.unit}
        data={[...cells]}
        value={unitId}
        onChange={setUnitId}
        searchable
        required
        error={tried && unitId === null ? transfersText.form.needed : undefined}
        description={arrival.toUnitName === '' ? undefined : arrival.toUnitName}
        data-autofocus
      />
      <DateField label={text.shownOn} value={shownOn} onChange={setShownOn} today={today} />
      <Textarea
        label={text.answerNote}
        value={note}
        autosize
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
