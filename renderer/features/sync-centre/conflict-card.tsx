import { Button, Title } from '@mantine/core';
import { use, useState, type ReactNode } from 'react';
import { rolesFor } from '#shared/domain/rights/rights-table.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { EntityType } from '#shared/entities.ts';
import { lackedActions } from '#shared/op-actions.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { ActingPerson } from '#renderer/data/rights/use-may.ts';
import { useMaySeeField } from '#renderer/data/rights/use-reach.ts';
import { settleConflict } from '#renderer/data/review/settle-conflict.ts';
import type { OpenConflict } from '#renderer/data/review/use-review.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords } from '#renderer/messages/record-values.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { recordWords, syncText } from '#renderer/messages/sync.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './conflict-card.module.css';
import { ConflictQuestion } from './conflict-question.tsx';
import { placeOfRecord } from './place-of-record.ts';

type ConflictCardProps = {
  readonly conflict: OpenConflict;
  readonly canPostpone: boolean;
  readonly onPostpone: () => void;
};

/** One record that two people changed: a question for each field, with what was before, the values, and what follows from waiting. */
export function ConflictCard({ conflict, canPostpone, onPostpone }: ConflictCardProps): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const navigate = useNavigate();
  const [settling, setSettling] = useState(false);
  const { type, id, seq, title, fields } = conflict;
  const text = syncText.conflict;
  const person = use(ActingPerson);
  const place = placeOfRecord(type, id);
  const maySee = useMaySeeField();
  const shown = fields.filter(({ field }) => maySee(type, field));

  const settle = async (field: string, value: FieldValue): Promise<void> => {
    if (settling) return;
    setSettling(true);
    const settled = await settleConflict(office, type, id, field, value, seq);
    setSettling(false);
    if (settled.ok) notifyDone(text.settled(fieldLabel(type, field), valueInWords(type, field, value, names)));
    else notifyError(settled.error.code);
  };
  return (
    <article
      className={classes.card}
      aria-label={title === '' ? text.titleOf(recordWords[type]) : text.title(recordWords[type], title)}
    >
      <header className={classes.header}>
        <StatusChip tone="amber">{text.chip}</StatusChip>
        <Title order={2} className={classes.title ?? ''}>
          {title === '' ? text.titleOf(recordWords[type]) : text.title(recordWords[type], title)}
        </Title>
        <span className={classes.count}>{text.different(fields.length)}</span>
      </header>
      {shown.length < fields.length && (
        <p className={classes.hidden}>{rightsText.hiddenFields(rolesFor('member.read-private'))}</p>
      )}
      {shown.map((field) => (
        <ConflictQuestion
          key={field.field}
          type={type}
          field={field}
          names={names}
          busy={settling}
          whoMay={person === null ? null : whoElse(person.role, type, field.field)}
          onSettle={(value) => void settle(field.field, value)}
        />
      ))}
      <footer className={classes.footer}>
        {place !== undefined && (
          <Button size="compact-sm" variant="subtle" onClick={() => navigate(place)}>
            {text.open}
          </Button>
        )}
        {canPostpone && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onPostpone}>
            {text.later}
          </Button>
        )}
      </footer>
    </article>
  );
}

/** Who may choose a value of this field when this role may not; null when it may. */
function whoElse(role: StaffRole, type: EntityType, field: string): string | null {
  const [lacked] = lackedActions(role, { t: 'set', type, f: { [field]: null } }, false);
  return lacked === undefined ? null : rightsText.whoMay(rolesFor(lacked));
}
