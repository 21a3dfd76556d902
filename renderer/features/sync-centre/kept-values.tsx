import type { ReactNode } from 'react';
import type { EntityType } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { rolesFor } from '#shared/domain/rights/rights-table.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useMaySeeField } from '#renderer/data/rights/use-reach.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords } from '#renderer/messages/record-values.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './attention-card.module.css';
import { stillWrong } from './repair-fields.ts';

type KeptValuesProps = {
  readonly type: EntityType;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly title?: string;
};

/** What was written in a change, in a person's words, with a mark on what the office's own rules refuse. */
export function KeptValues({ type, fields, title }: KeptValuesProps): ReactNode {
  const names = useRecordNames();
  const wrong = stillWrong(type, fields);
  const maySee = useMaySeeField();
  const kept = Object.entries(fields).filter(([field]) => field !== 'command');
  const shown = kept.filter(([field]) => maySee(type, field));
  if (kept.length === 0) return null;
  return (
    <div className={classes.kept}>
      {title !== undefined && <p className={classes.keptTitle}>{title}</p>}
      <FactList
        facts={shown.map(([field, value]) => ({
          label: fieldLabel(type, field),
          value: (
            <>
              {valueInWords(type, field, value, names)}{' '}
              {wrong.includes(field) && <StatusChip tone="red">{syncText.attention.wrongHere}</StatusChip>}
            </>
          ),
        }))}
      />
      {shown.length < kept.length && <p>{rightsText.hiddenFields(rolesFor('member.read-private'))}</p>}
    </div>
  );
}
