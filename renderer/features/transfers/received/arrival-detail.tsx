import { Button, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { defaultTransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberArrivalRow } from '#renderer/data/rows.ts';
import { refuseMember } from '#renderer/data/transfers/member-arrival-repository.ts';
import { useTransferRules } from '#renderer/data/transfers/use-transfers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { arriveText as text } from '#renderer/messages/member-arrivals.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';
import { routes } from '#renderer/ui/routes.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '../transfers.module.css';
import { AcceptDialog } from './accept-dialog.tsx';
import { ArrivalChips } from './arrival-chips.tsx';
import { arrivingOf } from './arriving-standing.ts';
import { DossierTab } from './dossier-tab.tsx';
import { LeftDialog } from './left-dialog.tsx';
import { PaperTab } from './paper-tab.tsx';

type Dialog = 'accept' | 'refuse' | 'left';

/** One member who comes: what the introduction paper says, what comes with them, and the answer. */
export function ArrivalDetail({ arrival }: { readonly arrival: MemberArrivalRow }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const rules = useTransferRules() ?? defaultTransferRules;
  const { may, roles } = useMay('transfer.answer');
  const [tab, setTab] = useState('paper');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const standing = arrivingOf(arrival);
  const close = (): void => setDialog(null);
  return (
    <>
      <DetailPane
        header={
          <>
            <div className={classes.chips}>
              <ArrivalChips arrival={arrival} today={today} rules={rules} />
            </div>
            <Title order={2} className={classes.name ?? ''}>
              {arrival.personName}
            </Title>
            <p className={classes.way}>{text.sentLine(arrival.fromName, formatWhen(arrival.arrivedAt, today))}</p>
            {arrival.outcomeNote !== '' && <p className={classes.home}>{arrival.outcomeNote}</p>}
          </>
        }
        activeTab={tab}
        onTabChange={setTab}
        tabs={[
          { id: 'paper', label: transfersText.tabs.paper, content: <PaperTab arrival={arrival} /> },
          { id: 'dossier', label: transfersText.tabs.dossier, content: <DossierTab arrival={arrival} /> },
        ]}
        footer={
          <>
            {may && standing === 'waiting' && (
              <>
                <WriteButton onClick={() => setDialog('accept')}>{text.accept}</WriteButton>
                <WriteButton variant="default" onClick={() => setDialog('refuse')}>
                  {text.refuse}
                </WriteButton>
              </>
            )}
            {may && standing === 'guest' && (
              <WriteButton variant="default" onClick={() => setDialog('left')}>
                {text.left}
              </WriteButton>
            )}
            {arrival.memberId !== null && (
              <Button component="a" variant="default" href={`#${routes.member(arrival.memberId)}`}>
                {transfersText.openMember}
              </Button>
            )}
            {!may && standing === 'waiting' && <span>{rightsText.whoMay(roles)}</span>}
          </>
        }
      />
      {dialog === 'accept' && <AcceptDialog arrival={arrival} onClose={close} />}
      {dialog === 'left' && <LeftDialog arrival={arrival} onClose={close} />}
      <ReasonModal
        words={{ title: text.refuseTitle, body: text.refuseBody, label: text.refuseLabel, confirm: text.refuse }}
        opened={dialog === 'refuse'}
        onClose={close}
        onGive={async (reason) => {
          const saved = await refuseMember(office, arrival.id, reason);
          if (!saved.ok) return saved.error.code;
          notifyDone(text.refused);
          return null;
        }}
      />
    </>
  );
}
