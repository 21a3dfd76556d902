import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberArrivalRow } from '#renderer/data/rows.ts';
import { guestLeft } from '#renderer/data/transfers/member-arrival-repository.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { arriveText as text } from '#renderer/messages/member-arrivals.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { FormDialog } from '../form-dialog.tsx';

type LeftDialogProps = { readonly arrival: MemberArrivalRow; readonly onClose: () => void };

/** A guest has left: since when, and a word for the office that keeps the member. */
export function LeftDialog({ arrival, onClose }: LeftDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [leftOn, setDay] = useState<PlainDate | null>(today);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={text.leftTitle}
      body={text.leftBody}
      confirm={text.left}
      onClose={onClose}
      onSave={async () => {
        if (leftOn === null) return false;
        const saved = await guestLeft(office, arrival.id, leftOn, note);
        if (!saved.ok) return saved.error.code;
        notifyDone(text.leftDone);
        return null;
      }}
    >
      <DateField label={text.leftDay} value={leftOn} onChange={setDay} today={today} required />
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
