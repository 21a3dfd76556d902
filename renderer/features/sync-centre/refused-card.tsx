import { Button, Title } from '@mantine/core';
import { use, useState, type ReactNode } from 'react';
import { OfficeProvider, useOffice } from '#renderer/data/office-context.tsx';
import { dismissAttention, retryRefused } from '#renderer/data/review/settle-conflict.ts';
import type { AttentionItem } from '#renderer/data/review/use-review.ts';
import { ActingPerson } from '#renderer/data/rights/use-may.ts';
import { useMaySeeField } from '#renderer/data/rights/use-reach.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { recordWords, syncText } from '#renderer/messages/sync.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './attention-card.module.css';
import { KeptValues } from './kept-values.tsx';
import { RepairDialog } from './repair-dialog.tsx';
import { hasWritableFields } from './repair-fields.ts';

type RefusedItem = Extract<AttentionItem, { kind: 'refused' }>;

/** A change the province did not take: why in plain words, what was written (nothing is lost), and the two ways out. */
export function RefusedCard({ item }: { readonly item: RefusedItem }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [repairing, setRepairing] = useState(false);
  const person = use(ActingPerson);
  const maySee = useMaySeeField();
  const seesAll = Object.keys(item.fields).every((field) => maySee(item.type, field));
  const text = syncText.attention;
  const why = describeError(item.code);
  const title = text.refusedTitle(recordWords[item.type], item.title);

  const drop = async (): Promise<void> => {
    if (
      !(await askConfirm({
        title: text.dropTitle,
        body: (
          <OfficeProvider office={office}>
            <ActingPerson value={person}>
              <p>{text.dropText}</p>
              <KeptValues type={item.type} fields={item.fields} />
            </ActingPerson>
          </OfficeProvider>
        ),
        confirm: text.dropConfirm,
        cancel: text.dropKeep,
        danger: true,
      }))
    )
      return;
    const dropped = await dismissAttention(office, item.n);
    if (dropped.ok) notifyInfo(text.dropped);
    else notifyError(dropped.error.code);
  };
  const again = async (): Promise<void> => {
    const sent = await retryRefused(office, item.n);
    if (sent.ok) notifyDone(text.resent);
    else notifyError(sent.error.code);
  };
  return (
    <article className={classes.card} aria-label={title}>
      <header className={classes.header}>
        <StatusChip tone="red">{text.refusedChip}</StatusChip>
        <Title order={2} className={classes.title ?? ''}>
          {title}
        </Title>
        <span className={classes.when}>{formatWhen(item.atMs, today)}</span>
      </header>
      <p>
        <strong>{why.happened}.</strong> {item.renumbered ? text.renumbered : why.todo}
      </p>
      <KeptValues type={item.type} fields={item.fields} title={item.broughtBack ? text.keptFormer : text.kept} />
      <div className={classes.buttons}>
        {item.renumbered ? (
          <Button size="xs" variant="default" onClick={() => void dismissAttention(office, item.n)}>
            {text.understood}
          </Button>
        ) : (
          <>
            {seesAll && hasWritableFields(item.type, item.fields) ? (
              <Button size="xs" variant="light" onClick={() => setRepairing(true)}>
                {text.fix}
              </Button>
            ) : (
              <Button size="xs" variant="light" onClick={() => void again()}>
                {text.again}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => void drop()}>
              {text.drop}
            </Button>
          </>
        )}
      </div>
      {repairing && <RepairDialog item={item} title={title} onClose={() => setRepairing(false)} />}
    </article>
  );
}
