import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { BADGES_AT_ONCE } from '#renderer/data/badges/badge-repository.ts';
import type { BadgeList } from '#renderer/data/badges/read-badge-list.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { badgesText as text } from '#renderer/messages/badges.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { BadgeFormsDialog } from './badge-forms-dialog.tsx';
import { sumOf, type ChoosableLine } from './badge-views.ts';
import { beginBadgeProposal } from './begin-badge-proposal.ts';
import classes from './badges.module.css';
import { EarlyDialog } from './early-dialog.tsx';
import { GiveDialog } from './give-dialog.tsx';

type BadgeActsProps = {
  readonly list: BadgeList;
  readonly chosen: readonly ChoosableLine[];
  /** After something was done with those chosen. */
  readonly onDone: () => void;
};

/** What can be done with those chosen: asked for by a paper, their forms, recorded as given. */
export function BadgeActs({ list, chosen, onDone }: BadgeActsProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const { may: mayDraft } = useMay('outgoing.draft');
  const { may: mayPrint } = useMay('member.read-private');
  const [open, setOpen] = useState<'early' | 'forms' | 'give' | null>(null);
  const [busy, setBusy] = useState(false);
  const { on } = list;
  const none = chosen.length === 0 || chosen.length > BADGES_AT_ONCE;
  const close = (): void => setOpen(null);

  const propose = async (): Promise<void> => {
    const held = chosen.filter(({ heldUntil }) => heldUntil !== null).map(({ member }) => member.name.full);
    const { title, body, confirm, cancel } = text.proposeHeld;
    if (held.length > 0 && !(await askConfirm({ title, body: body(held.join(', ')), confirm, cancel }))) return;
    setBusy(true);
    const begun = await beginBadgeProposal(office, on, chosen);
    setBusy(false);
    if (!begun.ok) {
      notifyError(begun.error);
      return;
    }
    notifyDone(text.proposed(chosen.length));
    onDone();
    navigate(routes.outgoingWrite(begun.value));
  };
  return (
    <div className={classes.bar}>
      <span aria-live="polite">
        {chosen.length === 0 ? (
          <span className={classes.grey}>{text.nothingChosen}</span>
        ) : chosen.length > BADGES_AT_ONCE ? (
          text.tooMany(BADGES_AT_ONCE)
        ) : (
          text.chosen(chosen.length, text.vnd(sumOf(chosen).sum))
        )}
      </span>
      <Group gap="xs">
        <WriteButton variant="default" onClick={() => setOpen('early')}>
          {text.actions.early}
        </WriteButton>
        {mayPrint && (
          <Button variant="default" disabled={none} onClick={() => setOpen('forms')}>
            {text.actions.forms}
          </Button>
        )}
        <WriteButton variant="default" disabled={none} onClick={() => setOpen('give')}>
          {text.actions.give}
        </WriteButton>
        {mayDraft && (
          <WriteButton disabled={none} loading={busy} onClick={() => void propose()}>
            {text.actions.propose}
          </WriteButton>
        )}
      </Group>
      {open === 'early' && <EarlyDialog list={list} onClose={close} />}
      {open === 'forms' && <BadgeFormsDialog on={on} lines={chosen} onClose={close} />}
      {open === 'give' && <GiveDialog on={on} lines={chosen} onClose={close} onGiven={onDone} />}
    </div>
  );
}
